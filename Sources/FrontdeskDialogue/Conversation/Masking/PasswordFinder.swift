/// Finds what people write after "my password is", "pwd=" and the like.
struct PasswordFinder {
    /// What a word announces.
    private enum Announced {
        /// One word, or a stretch in quotes.
        case password
        /// Everything up to the end of the sentence.
        case phrase
        /// 3–8 digits.
        case number
    }

    private struct Word {
        var range: Range<Int>
        var lower: String
    }

    private let bytes: [UInt8]
    private let words: [Word]

    init(bytes: [UInt8]) {
        self.bytes = bytes
        words = Self.split(bytes)
    }

    func stretches() -> [Redaction.Stretch] {
        var found: [Redaction.Stretch] = []
        var index = 0
        while index < words.count {
            guard let (announced, last) = announcement(at: index) else {
                index += 1
                continue
            }
            if let range = secret(announced, after: last) ?? secret(announced, before: index),
                (found.last?.range.upperBound ?? 0) <= range.lowerBound
            {
                found.append(Redaction.Stretch(range: range, kind: .password))
            }
            index = last + 1
        }
        return found
    }

    /// Whether a keyword starts at the word, what it announces, and its last word.
    private func announcement(at index: Int) -> (Announced, last: Int)? {
        let word = words[index].lower
        let next = index + 1 < words.count ? words[index + 1].lower : ""
        if Self.spanishNouns.contains(word) { return (.password, index) }
        switch word {
        case "codigo" where next == "de", "código" where next == "de":
            guard index + 2 < words.count, words[index + 2].lower == "seguridad" else { return nil }
            return (.number, index + 2)
        case "passwrd", "paswrd", "passwod", "passwor", "pswd", "psswd", "psswrd", "password", "passwords",
            "passwort", "passwd", "passcode", "pwd", "pw", "pword", "kennwort",
            "wachtwoord",
            "parola", "passwrod", "pasword", "passord":
            return (.password, index)
        case "pass" where next == "word": return (.password, index + 1)
        case "mot" where next == "de" && index + 2 < words.count && words[index + 2].lower == "passe":
            return (.password, index + 2)
        case "passphrase": return (.phrase, index)
        case "pin" where next == "code" || next == "number": return (.number, index + 1)
        case "pin", "cvv", "cvc", "cvv2", "cvc2", "csc": return (.number, index)
        case "security" where next == "code": return (.number, index + 1)
        default: return nil
        }
    }

    // MARK: After the keyword

    private func secret(_ announced: Announced, after keyword: Int) -> Range<Int>? {
        guard keyword + 1 < words.count else { return joined(announced, keyword) }
        var sign = separator(after: keyword)
        var value = keyword + 1
        if sign == .none || sign == .dash {
            guard let (connected, strength) = connector(after: keyword) else {
                // "password hunter2", "pin 1234"
                return plausible(announced, at: value, strict: true)
            }
            value = connected
            if strength == .weak { return plausible(announced, at: value, strict: true) }
            sign = .colon
        }
        return plausible(announced, at: value, strict: false, isAssigned: sign == .equals)
    }

    private enum Sign { case none, colon, equals, dash, end }

    /// What stands between a word and the next one.
    private func separator(after index: Int) -> Sign {
        guard index + 1 < words.count else { return .end }
        for byte in bytes[words[index].range.upperBound..<words[index + 1].range.lowerBound] {
            switch byte {
            case UInt8(ascii: ":"): return .colon
            case UInt8(ascii: "="): return .equals
            case UInt8(ascii: "-"), UInt8(ascii: ">"): return .dash
            case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), 0x0A: return .end
            default: break
            }
        }
        return .none
    }

    private enum Strength { case strong, weak }

    /// The word after "is" or the like, which may come some words later: "my password for the shop is".
    private func connector(after keyword: Int) -> (value: Int, Strength)? {
        var index = keyword + 1
        let limit = min(words.count - 1, keyword + 7)
        let isNamed = Self.prepositions.contains(words[index].lower)
        while index < limit {
            let word = words[index].lower
            // "password's" is "password is", but "for Ada's account" is not.
            if Self.verbs.contains(word), word != "s" || index == keyword + 1 {
                var value = index + 1
                while value < words.count - 1, Self.adverbs.contains(words[value].lower) { value += 1 }
                if value < words.count - 2, words[value].lower == "the", words[value + 1].lower == "following"
                {
                    value += 2
                }
                return (value, .strong)
            }
            guard isNamed, separator(after: index) == .none else { break }
            index += 1
        }
        // "I changed it to hunter2"
        return words[keyword + 1].lower == "to" && keyword + 2 < words.count ? (keyword + 2, .weak) : nil
    }

    /// The stretch at a word if it can be a secret.
    ///
    /// - Parameters:
    ///   - strict: Nothing says that a secret follows: only what no ordinary word looks like counts.
    ///   - isAssigned: An equals sign stands before it: anything counts.
    private func plausible(_ announced: Announced, at index: Int, strict: Bool, isAssigned: Bool = false)
        -> Range<Int>?
    {
        guard index < words.count else { return nil }
        let token = token(at: index)
        let text = String(decoding: bytes[token], as: UTF8.self)
        // Masked already.
        if text.hasPrefix("[password]") || text.hasPrefix("[card]") { return nil }
        if announced == .number {
            let digits = bytes[token].allSatisfy { $0 &- 0x30 < 10 }
            let isPostal = index >= 2 && words[index - 2].lower == "pin" && token.count == 6
            return digits && (3...8).contains(token.count) && !isPostal ? token : nil
        }
        if isAssigned { return token }
        if strict { return Self.looksSecret(bytes[token]) && text.lowercased() != "2fa" ? token : nil }
        if announced == .phrase {
            return Self.refusals.contains(text.lowercased()) ? nil : sentence(from: token.lowerBound)
        }
        if let phrase = phrase(at: index) { return phrase }
        return Self.ordinary.contains(text.lowercased()) ? nil : token
    }

    /// Plain words up to the end of the sentence, none of which speaks about a password: "purple monkey dishwasher".
    private func phrase(at index: Int) -> Range<Int>? {
        // Of the words that speak about passwords, one begins a passphrase that many people know.
        let isKnown = words[index].lower == "correct"
        guard isKnown || !Self.ordinary.contains(words[index].lower) else { return nil }
        var last = index
        while last + 1 < words.count {
            let gap = bytes[words[last].range.upperBound..<words[last + 1].range.lowerBound]
            guard gap.elementsEqual([0x20]) else { break }
            let next = words[last + 1].lower
            guard !Self.ordinary.contains(next), !Self.behind.contains(next) else { return nil }
            last += 1
        }
        guard (index + 1...index + 6).contains(last), !isKnown || last >= index + 2 else { return nil }
        let end = words[last].range.upperBound
        let isPlain = (index...last).allSatisfy { word in
            bytes[words[word].range].allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
        }
        let endsSentence = end == bytes.count || [0x0A, 0x2E, 0x21].contains(bytes[end])
        return isPlain && endsSentence ? words[index].range.lowerBound..<end : nil
    }

    /// "password:hunter2" in one word, or a sign and nothing behind it that is a word.
    private func joined(_ announced: Announced, _ keyword: Int) -> Range<Int>? {
        let end = words[keyword].range.upperBound
        guard end < bytes.count, bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: "=") else {
            return nil
        }
        let rest = bytes[(end + 1)...].drop { $0 == 0x20 }
        let stop = rest.firstIndex { $0 <= 0x20 } ?? bytes.count
        return announced != .number && rest.startIndex < stop ? rest.startIndex..<stop : nil
    }

    // MARK: Before the keyword

    /// "hunter2 is my password", "I typed hunter2 as the password".
    private func secret(_ announced: Announced, before keyword: Int) -> Range<Int>? {
        var index = keyword - 1
        while index > 0, ["my", "the", "a", "your", "new", "old"].contains(words[index].lower) { index -= 1 }
        guard index >= 1, words[index].lower == "as" || words[index].lower == "is",
            separator(after: index - 1) == .none || isSignOfSecret(before: index, keyword)
        else { return nil }
        return plausible(announced, at: index - 1, strict: true)
    }

    /// Whether what ends a sentence before a small "is" or "as" belongs to the secret: "Summer24! is my password".
    private func isSignOfSecret(before index: Int, _ keyword: Int) -> Bool {
        let gap = bytes[words[index - 1].range.upperBound..<words[index].range.lowerBound]
        guard bytes[words[index].range.lowerBound] >= 0x61, gap.last == 0x20,
            !gap.dropLast().isEmpty, gap.dropLast().allSatisfy({ $0 == 0x21 || $0 == 0x3F })
        else { return false }
        // "My order is A-1! is my password reset" goes on behind the keyword.
        guard words[index].lower == "is", keyword + 1 < words.count else { return true }
        return separator(after: keyword) != .none
            || ["and", "but", "for", "to", "on", "at"].contains(words[keyword + 1].lower)
    }

    // MARK: Bytes

    /// The stretch without blanks, or in quotes, around a word; a full stop or comma at its end is left out.
    private func token(at index: Int) -> Range<Int> {
        let word = words[index].range
        let floor = index > 0 ? words[index - 1].range.upperBound : 0
        var start = word.lowerBound
        while start > floor, bytes[start - 1] > 0x20, bytes[start - 1] != UInt8(ascii: ":"),
            bytes[start - 1] != UInt8(ascii: "=")
        {
            start -= 1
        }
        if let quote = bytes[start...].first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
            let close = bytes[(start + 1)...].firstIndex(of: quote), close > start + 1
        {
            return (start + 1)..<close
        }
        var end = word.upperBound
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        while end > word.upperBound,
            [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[end - 1])
        {
            end -= 1
        }
        return start..<end
    }

    private func sentence(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "."), bytes[end] != 0x0A { end += 1 }
        return start..<end
    }

    /// A digit among letters, a sign, or a capital behind a small letter: no ordinary word.
    static func looksSecret(_ token: ArraySlice<UInt8>) -> Bool {
        var letters = 0
        var digits = 0
        var signs = 0
        var innerCapital = false
        var previous: UInt8 = 0
        for byte in token {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): letters += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                letters += 1
                if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(previous) { innerCapital = true }
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "^"),
                UInt8(ascii: "&"),
                UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "@"):
                signs += 1
            default: break
            }
            previous = byte
        }
        return token.count >= 4
            && ((letters > 0 && digits > 0) || (letters + digits > 0 && signs > 0) || innerCapital)
    }

    /// Words of letters and digits; bytes of other scripts count as letters.
    private static func split(_ bytes: [UInt8]) -> [Word] {
        var words: [Word] = []
        var index = 0
        while index < bytes.count {
            var end = index
            while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
            if end > index {
                let lower = String(decoding: bytes[index..<end], as: UTF8.self).lowercased()
                words.append(Word(range: index..<end, lower: lower))
            }
            index = max(end, index + 1)
        }
        return words
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }

    /// How the words that announce something begin, by their first letter, a … z.
    static let keywordBeginnings: [[[UInt8]]] = {
        let beginnings = [
            "pass", "pasw", "psw", "pss", "parola", "pwd", "pw", "pin", "kennwort", "wachtwoord", "contrase",
            "mot", "cvv",
            "cvc", "csc",
            "security", "clave", "codigo", "código",
        ]
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
            beginnings.map { Array($0.utf8) }.filter { $0.first == letter }
        }
    }()
}
