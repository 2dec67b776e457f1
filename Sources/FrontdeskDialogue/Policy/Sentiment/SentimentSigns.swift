/// What the bytes of a message show besides words: capitals, marks in a row, emoticons, pictures.
struct SentimentSigns {
    /// The most exclamation marks in a row.
    private(set) var exclamations = 0
    /// The most question marks in a row.
    private(set) var questions = 0
    /// Whether both stand beside each other: "?!".
    private(set) var isStunned = false
    /// Emoticons and emoji that say something, with what they say; nil when there is none.
    private(set) var pictures: [(text: String, weight: Double)]?
    private var letters = 0
    private var capitals = 0
    private var shoutedWords = 0

    /// Whether the message is written in capitals; codes and single abbreviations are none of them.
    var isShouted: Bool { shoutedWords >= 2 && letters >= 10 && capitals * 10 >= letters * 6 }

    /// Reads the bytes once.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var word = WordCount()
        var marks = (exclamations: 0, questions: 0)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let kind = Kind.of[Int(byte)]
            if kind == .exclamation || kind == .question {
                if kind == .exclamation { marks.exclamations += 1 } else { marks.questions += 1 }
                exclamations = max(exclamations, marks.exclamations)
                questions = max(questions, marks.questions)
                if marks.exclamations > 0, marks.questions > 0 { isStunned = true }
            } else if kind != .space {
                marks = (0, 0)
            }
            switch kind {
            case .small: word.small += 1
            case .capital: word.capitals += 1
            case .code: word.isCode = true
            case .space, .exclamation, .question: end(&word)
            case .mouth: index += readEmoticon(bytes, index)
            case .picture: index += readPicture(bytes, index)
            case .other: break
            }
            index += 1
        }
        end(&word)
    }

    private mutating func end(_ word: inout WordCount) {
        defer { word = WordCount() }
        // "A-10021", "DHL24", "ada@example.com" are written as they are written.
        guard !word.isCode else { return }
        letters += word.small + word.capitals
        capitals += word.capitals
        if word.small == 0, word.capitals >= 2 { shoutedWords += 1 }
    }

    /// Reads an emoticon that begins at a place; gives how many bytes follow its first.
    private mutating func readEmoticon(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        if start > 0, Kind.of[Int(bytes[start - 1])] != .space, bytes[start - 1] < 0x80 { return 0 }
        for (sign, weight) in Emoticons.all {
            let end = start + sign.utf8CodeUnitCount
            guard end <= bytes.count, end == bytes.count || Self.endsEmoticon(bytes[end]) else { continue }
            let isHere = (0..<sign.utf8CodeUnitCount).allSatisfy { bytes[start + $0] == sign.utf8Start[$0] }
            if isHere {
                pictures = (pictures ?? []) + [("\(sign)", weight)]
                return sign.utf8CodeUnitCount - 1
            }
        }
        return 0
    }

    private static func endsEmoticon(_ byte: UInt8) -> Bool {
        switch Kind.of[Int(byte)] {
        case .space, .exclamation, .question: true
        default: byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")")
        }
    }

    /// Reads the character that begins at a place; gives how many bytes follow its first.
    private mutating func readPicture(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        let length = bytes[start] >= 0xF0 ? 4 : 3
        guard start + length <= bytes.count else { return 0 }
        var value = UInt32(bytes[start] & (length == 4 ? 0x07 : 0x0F))
        for next in 1..<length { value = value << 6 | UInt32(bytes[start + next] & 0x3F) }
        if let weight = Emoji.weight(of: value), let scalar = Unicode.Scalar(value) {
            let text = String(Character(scalar))
            // Ten angry faces say little more than three.
            if (pictures ?? []).count(where: { $0.text == text }) < 3 {
                pictures = (pictures ?? []) + [(text, weight)]
            }
        }
        return length - 1
    }

    private struct WordCount {
        var small = 0
        var capitals = 0
        var isCode = false
    }

    /// What a byte is to this reading.
    private enum Kind: UInt8 {
        case other, small, capital, code, space, exclamation, question, mouth, picture

        static let of: [Kind] = (0...255).map { value in
            switch UInt8(value) {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): .small
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
            case UInt8(ascii: "0")...UInt8(ascii: "9"): .code
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "#"): .code
            case UInt8(ascii: "!"): .exclamation
            case UInt8(ascii: "?"): .question
            case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: "="),
                UInt8(ascii: ">"):
                .mouth
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"),
                UInt8(ascii: "\""), UInt8(ascii: "/"):
                .space
            case 0xE2...0xE3, 0xF0: .picture
            default: .other
            }
        }
    }
}
