import FrontdeskMatching

/// Where a message may go on to another thing: at joining words and at the ends of sentences.
struct MessageCuts {
    /// How many places are tried at most; whoever writes more sentences tells a story.
    static let limit = 4

    /// The stretches between the cuts, in bytes of the text.
    private(set) var stretches: [Range<Int>] = []
    /// Whether nothing but a word like "and" stands before each stretch.
    private(set) var isLoose: [Bool] = []

    /// Finds the cuts; there are none in most messages, and that is found without a word being compared twice.
    ///
    /// A comma before a question counts where another joint stands in the message: "are you open, do you ship and …".
    ///
    /// - Parameter lists: The words of lists, within which nothing is cut.
    init?(
        _ text: String,
        _ tokens: [Token],
        _ words: JoiningWords,
        limit: Int = Self.limit,
        keeping lists: [Range<Int>] = []
    ) {
        guard tokens.count >= 3 else { return nil }
        let bytes = Array(text.utf8)
        let commas = Self.commas(bytes, tokens, words)
        self.init(bytes, tokens, words, lists, commas)
        // What a comma alone would part is one thing, and where too much is parted commas are left alone.
        if !commas.isEmpty, stretches.count == 2 || stretches.count > limit + 1 {
            self.init(bytes, tokens, words, lists, [])
        }
        guard stretches.count > 1, stretches.count <= limit + 1 else { return nil }
    }

    /// The words behind a comma that begin a question.
    private static func commas(_ bytes: [UInt8], _ tokens: [Token], _ words: JoiningWords) -> Set<Int> {
        var places: Set<Int> = []
        for place in tokens.indices.dropFirst() {
            let gap = tokens[place - 1].span.end..<max(tokens[place - 1].span.end, tokens[place].span.start)
            guard gap.count > 1, bytes[gap].contains(UInt8(ascii: ",")),
                words.beginsQuestion(tokens[place], isWritten: bytes)
            else { continue }
            places.insert(place)
        }
        return places
    }

    private init(
        _ bytes: [UInt8],
        _ tokens: [Token],
        _ words: JoiningWords,
        _ lists: [Range<Int>],
        _ commas: Set<Int>
    ) {
        var start = 0
        var end = tokens[0].span.end
        var place = 0
        var loose = false
        var first = true
        while place < tokens.count {
            let ends = place > 0 && Self.hasEnd(bytes, tokens[place - 1].span.end, tokens[place].span.start)
            let length = words.length(at: place, in: tokens)
            let next = place + length
            let isInList = lists.contains { $0.lowerBound < place && place < $0.upperBound }
            if length > 0 || ends || commas.contains(place), !isInList, next < tokens.count {
                if !first {
                    stretches.append(start..<Self.behindSigns(bytes, end))
                    isLoose.append(loose)
                }
                start = Self.beforeSigns(bytes, tokens[next].span.start)
                loose = !ends && !words.isClear(length, at: place, in: tokens)
                place = next
            }
            end = tokens[place].span.end
            first = false
            place += 1
        }
        stretches.append(start..<bytes.count)
        isLoose.append(loose)
    }

    /// The text from one stretch to another.
    func text(_ range: Range<Int>, of text: String) -> String {
        let bytes = text.utf8.dropFirst(stretches[range.lowerBound].lowerBound)
        let count = stretches[range.upperBound - 1].upperBound - stretches[range.lowerBound].lowerBound
        return String(decoding: bytes.prefix(count), as: UTF8.self).trimmed
    }

    /// Whether a sentence ends between two words: a sign with a space behind it.
    private static func hasEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        // The words of a contraction share their letters.
        guard end - start > 1 else { return end > start && bytes[start] == 0x0A }
        var hasSign = false
        for byte in bytes[start..<end] {
            switch byte {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ";"): hasSign = true
            case 0x0A: return true
            case 0x20 where hasSign: return true
            default: break
            }
        }
        return false
    }

    /// The end of a stretch with the signs that close it.
    private static func behindSigns(_ bytes: [UInt8], _ end: Int) -> Int {
        var end = end
        while end < bytes.count,
            [UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ".")].contains(bytes[end])
        {
            end += 1
        }
        return end
    }

    /// The beginning of a stretch with "¿" or "¡" before it.
    private static func beforeSigns(_ bytes: [UInt8], _ start: Int) -> Int {
        guard start >= 2, bytes[start - 2] == 0xC2, [0xBF, 0xA1].contains(bytes[start - 1]) else {
            return start
        }
        return start - 2
    }
}
