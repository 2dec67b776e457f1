import FrontdeskMatching
import Glibc

/// One pass over a message.
struct SentimentReading {
    /// How far a negation reaches, in words.
    private static let scope = 4
    /// What capitals or drawn-out letters make of a weight.
    private static let emphasised = 1.25
    /// How much mishaps can count together.
    private static let mishapLimit = 0.28

    let text: String
    let tokens: [Token]
    private(set) var evidence: [Sentiment.Evidence] = []
    /// What remains of 1 after each weight has taken its part.
    private var positiveRest = 1.0
    private var negativeRest = 1.0
    private var mishapRest = 1.0
    private var isShouted = false
    /// The piece of evidence that is praise and opens the message.
    private var openingPraise: Int?
    private var hasTurn = false

    init(text: String, tokens: [Token]) {
        self.text = text
        self.tokens = tokens
    }

    /// How it sounds altogether.
    var score: Double {
        let mishap = min(Self.mishapLimit, 1 - mishapRest)
        let emphasis = isShouted && negativeRest < 1 ? 1.2 : 1
        let negative = min(1, (1 - negativeRest * (1 - mishap)) * emphasis)
        let score = max(-1, min(1, (1 - positiveRest) - negative))
        // Thresholds are written with two digits: nobody shall miss one by a rounding of the last bit.
        return (score * 10_000).rounded() / 10_000
    }

    // MARK: Words

    mutating func readWords(_ table: borrowing SentimentTable) {
        var index = 0
        while index < tokens.count {
            index += read(index, table)
        }
        if !hasTurn, mishapRest < 1, openingPraise != nil || sighs {
            for index in evidence.indices where isPraise(evidence[index]) { turnRound(index) }
        }
    }

    /// Reads what begins at a word; gives how many words it has.
    private mutating func read(_ index: Int, _ table: borrowing SentimentTable) -> Int {
        let word = tokens[index].text
        if let entry = table.entry(word) {
            if entry.endsScope { hasTurn = true }
            for phrase in entry.phrases where continues(phrase, at: index) {
                let length = phrase.rest.count + 1
                let words = tokens[index..<(index + length)].map(\.text).joined(separator: " ")
                add(words, phrase.weight, isMishap: phrase.isMishap, at: index, length, table)
                return length
            }
            if let weight = entry.weight { add(word, weight, isMishap: entry.isMishap, at: index, 1, table) }
        } else if let (plain, entry) = drawnOut(word, table) {
            if let weight = entry.weight {
                let isMishap = entry.isMishap
                add(plain, weight, isMishap: isMishap, at: index, 1, table, causes: [.drawnOut])
            } else if entry.isNegation {
                count(Sentiment.Evidence(text: plain, weight: -0.2, causes: [.drawnOut]))
            }
        }
        return 1
    }

    private func continues(_ phrase: SentimentTable.Phrase, at index: Int) -> Bool {
        guard index + phrase.rest.count < tokens.count else { return false }
        for (offset, word) in phrase.rest.enumerated() where tokens[index + 1 + offset].text != word {
            return false
        }
        return true
    }

    /// "sooo", "baaad": the word that it is when runs of three or more letters are cut to one, or else to two.
    private func drawnOut(
        _ word: String,
        _ table: borrowing SentimentTable
    ) -> (String, SentimentTable.Entry)? {
        guard word.hasLongRun else { return nil }
        for limit in 1...2 {
            let plain = word.cuttingRuns(to: limit)
            if let entry = table.entry(plain) { return (plain, entry) }
        }
        return nil
    }

    private mutating func add(
        _ word: String,
        _ weight: Double,
        isMishap: Bool,
        at index: Int,
        _ length: Int,
        _ table: borrowing SentimentTable,
        causes: [Sentiment.Cause] = []
    ) {
        var piece = Sentiment.Evidence(text: word, weight: weight, causes: causes)
        var isMishap = isMishap
        if isPraise(piece), index == 0 { openingPraise = evidence.count }
        if !causes.isEmpty { piece.weight *= Self.emphasised }
        if isInCapitals(index, length) {
            piece.weight *= Self.emphasised
            piece.causes.append(.capitals)
        }
        if index > 0, let (degree, isLong) = degree(tokens[index - 1].text, table) {
            piece.weight *= degree
            piece.text = "\(tokens[index - 1].text) \(piece.text)"
            if isLong { piece.causes.append(.drawnOut) }
        }
        if let negation = negation(of: index, table) {
            // "not happy" is unhappy; "not angry" says nothing.
            piece.weight *= piece.weight > 0 ? -0.8 : 0
            if isInCapitals(negation, 1) {
                piece.weight *= Self.emphasised
                piece.causes.append(.capitals)
            }
            let word = tokens[negation].text
            if !piece.text.hasPrefix(word + " ") {
                piece.text = index - negation > 1 ? "\(word) … \(piece.text)" : "\(word) \(piece.text)"
            }
            if openingPraise == evidence.count { openingPraise = nil }
            isMishap = false
        }
        count(piece, isMishap: isMishap)
    }

    /// "Oh great", "just perfect": what begins so is meant the other way.
    private var sighs: Bool {
        guard let first = evidence.first, first.weight < 0 else { return false }
        return first.text.hasPrefix("oh ") || first.text.hasPrefix("just ") || first.text.hasPrefix("pues ")
    }

    private func isPraise(_ piece: Sentiment.Evidence) -> Bool { piece.weight >= 0.4 }

    private func degree(_ word: String, _ table: borrowing SentimentTable) -> (Double, isLong: Bool)? {
        if let degree = table.entry(word)?.degree { return (degree, false) }
        guard let degree = drawnOut(word, table)?.1.degree else { return nil }
        return (degree > 1 ? degree * Self.emphasised : degree, true)
    }

    /// The word that turns the one at a place: shortly before it, in the same part of the sentence.
    private func negation(of index: Int, _ table: borrowing SentimentTable) -> Int? {
        var place = index - 1
        while place >= 0, place >= index - Self.scope {
            if hasBreak(after: place) { return nil }
            if let entry = table.entry(tokens[place].text) {
                if entry.endsScope { return nil }
                if entry.isNegation { return isOnlyHalf(place) ? nil : place }
            }
            place -= 1
        }
        return nil
    }

    /// "Not only", "not just", "no solo" turn nothing.
    private func isOnlyHalf(_ place: Int) -> Bool {
        guard place + 1 < tokens.count else { return false }
        return switch tokens[place + 1].text {
        case "only", "just", "solo", "solamente": true
        default: false
        }
    }

    /// Whether a comma or the end of a sentence stands behind a word.
    private func hasBreak(after index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let bytes = text.utf8
        let start = min(tokens[index].span.end, bytes.count)
        let end = min(tokens[index + 1].span.start, bytes.count)
        guard start < end else { return false }
        let from = bytes.index(bytes.startIndex, offsetBy: start)
        for byte in bytes[from..<bytes.index(from, offsetBy: end - start)] {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
                UInt8(ascii: "!"), UInt8(ascii: "?"), 0x0A:
                return true
            default: continue
            }
        }
        return false
    }

    /// Whether words of three letters or more are written in capitals.
    private func isInCapitals(_ index: Int, _ length: Int) -> Bool {
        let bytes = text.utf8
        let start = min(tokens[index].span.start, bytes.count)
        let end = min(tokens[index + length - 1].span.end, bytes.count)
        var capitals = 0
        let from = bytes.index(bytes.startIndex, offsetBy: start)
        for byte in bytes[from..<bytes.index(from, offsetBy: max(0, end - start))] {
            if (0x61...0x7A).contains(byte) { return false }
            if (0x41...0x5A).contains(byte) { capitals += 1 }
        }
        return capitals >= 3
    }

    private mutating func count(_ piece: Sentiment.Evidence, isMishap: Bool = false) {
        var piece = piece
        piece.weight = max(-0.95, min(0.95, piece.weight))
        guard piece.weight != 0 else { return }
        evidence.append(piece)
        if piece.weight > 0 {
            positiveRest *= 1 - piece.weight
        } else if isMishap {
            mishapRest *= 1 + piece.weight
        } else {
            negativeRest *= 1 + piece.weight
        }
    }

    /// "Great, broken again": what sounds like praise is the opposite.
    private mutating func turnRound(_ index: Int) {
        let weight = evidence[index].weight
        guard weight > 0 else { return }
        positiveRest /= 1 - weight
        evidence[index].weight = -0.55 * weight
        evidence[index].causes.append(.ironic)
        negativeRest *= 1 + evidence[index].weight
    }

    // MARK: Signs

    /// Capitals, exclamation and question marks, emoticons and emoji.
    mutating func readSigns() {
        var text = text
        let signs = text.withUTF8 { SentimentSigns($0) }
        if let pictures = signs.pictures {
            for (picture, weight) in pictures { count(Sentiment.Evidence(text: picture, weight: weight)) }
        }
        isShouted = signs.isShouted
        if isShouted {
            let weight = negativeRest == 1 && positiveRest == 1 ? -0.2 : 0
            evidence.append(Sentiment.Evidence(text: "capitals", weight: weight))
            negativeRest *= 1 + weight
        }
        if signs.exclamations >= 2 {
            if negativeRest * mishapRest < 1 {
                count(Sentiment.Evidence(text: "!!", weight: -0.15))
            } else if positiveRest < 1 {
                count(Sentiment.Evidence(text: "!!", weight: 0.1))
            }
        }
        if signs.questions >= 2 || signs.isStunned {
            let weight = signs.questions >= 3 ? -0.2 : -0.1
            count(Sentiment.Evidence(text: signs.isStunned ? "?!" : "??", weight: weight))
        }
    }
}

extension String {
    /// Whether a letter stands three times in a row.
    fileprivate var hasLongRun: Bool {
        var last: UInt8 = 0
        var run = 0
        for byte in utf8 {
            run = byte == last ? run + 1 : 1
            last = byte
            if run == 3, (0x61...0x7A).contains(byte) { return true }
        }
        return false
    }

    /// The word with each run of three letters or more cut.
    fileprivate func cuttingRuns(to limit: Int) -> String {
        var bytes: [UInt8] = []
        var run: [UInt8] = []
        func flush() { bytes += run.count >= 3 ? Array(run.prefix(limit)) : run }
        for byte in utf8 {
            if let last = run.last, last != byte {
                flush()
                run = []
            }
            run.append(byte)
        }
        flush()
        return String(decoding: bytes, as: UTF8.self)
    }
}
