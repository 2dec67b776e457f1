/// Finds International Bank Account Numbers (ISO 13616): a country's letters, its length, and right check digits.
///
/// The number may be written in groups with spaces or hyphens; the value is without them, in capitals.
enum IBANRecognizer {
    static func recognize(_ words: UtteranceWords, into readings: inout [EntityReading]) {
        var index = 0
        while index < words.count {
            guard let (number, tokens) = account(words, at: index) else {
                index += 1
                continue
            }
            readings.append(EntityReading(.account, .iban, tokens, of: words, value: .text(number)))
            index = tokens.upperBound
        }
    }

    private static func account(_ words: UtteranceWords, at index: Int) -> (
        number: String, tokens: Range<Int>
    )? {
        let head = words[index].utf8
        guard head.count >= 2, let length = lengths[String(Substring(head.prefix(2)))],
            head.count == 2 || head.dropFirst(2).prefix(2).count(where: \.isDigit) == 2,
            index == 0 || !hangs(words, index)
        else { return nil }
        var number = Number()
        var place = index
        while place < words.count, number.count < length {
            if place > index, !words.isJoined(place - 1, by: " "), !words.isJoined(place - 1, by: "-") {
                return nil
            }
            for byte in words[place].utf8 {
                guard ByteSet.wordCharacters.contains(byte), number.count < length else { return nil }
                number.append(byte)
            }
            place += 1
        }
        guard number.count == length, hasRightCheckDigits(number) else { return nil }
        return (number.text, index..<place)
    }

    /// The letters and digits of a number.
    private struct Number {
        private var bytes = InlineArray<32, UInt8>(repeating: 0)
        private(set) var count = 0

        mutating func append(_ byte: UInt8) {
            bytes[count] = byte
            count += 1
        }

        subscript(index: Int) -> UInt8 { bytes[index] }

        /// The number in capitals.
        var text: String {
            String(unsafeUninitializedCapacity: count) { target in
                for index in 0..<count {
                    let isSmall = bytes[index] >= UInt8(ascii: "a") && bytes[index] <= UInt8(ascii: "z")
                    target.initializeElement(at: index, to: isSmall ? bytes[index] - 32 : bytes[index])
                }
                return count
            }
        }
    }

    private static func hangs(_ words: UtteranceWords, _ index: Int) -> Bool {
        "-_./@".utf8.contains(words.byte(before: words.ranges[index].lowerBound))
            && words.ranges[index - 1].upperBound == words.ranges[index].lowerBound - 1
    }

    /// Whether the remainder by 97 is 1, with the first four characters moved to the end and letters as 10 to 35
    /// (ISO/IEC 7064, MOD 97-10).
    private static func hasRightCheckDigits(_ number: Number) -> Bool {
        guard number.count > 4, number[2].isDigit, number[3].isDigit else { return false }
        var remainder = 0
        for place in 4..<number.count + 4 {
            let byte = number[place % number.count]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                remainder = (remainder * 10 + Int(byte - UInt8(ascii: "0"))) % 97
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                remainder = (remainder * 100 + Int(byte - UInt8(ascii: "a")) + 10) % 97
            default: return false
            }
        }
        return remainder == 1
    }

    /// How long the numbers of each country are, by the registry of ISO 13616.
    private static let lengths: [String: Int] = [
        "ad": 24, "ae": 23, "al": 28, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "bh": 22, "br": 29,
        "by": 28, "ch": 21, "cr": 22, "cy": 28, "cz": 24, "de": 22, "dk": 18, "do": 28, "ee": 20, "eg": 29,
        "es": 24, "fi": 18, "fo": 18, "fr": 27, "gb": 22, "ge": 22, "gi": 23, "gl": 18, "gr": 27, "gt": 28,
        "hr": 21, "hu": 28, "ie": 22, "il": 23, "iq": 23, "is": 26, "it": 27, "jo": 30, "kw": 30, "kz": 20,
        "lb": 28, "lc": 32, "li": 21, "lt": 20, "lu": 20, "lv": 21, "ly": 25, "mc": 27, "md": 24, "me": 22,
        "mk": 19, "mr": 27, "mt": 31, "mu": 30, "nl": 18, "no": 15, "pk": 24, "pl": 28, "ps": 29, "pt": 25,
        "qa": 29, "ro": 24, "rs": 22, "sa": 24, "sc": 31, "sd": 18, "se": 24, "si": 19, "sk": 24, "sm": 27,
        "st": 25, "sv": 28, "tl": 23, "tn": 24, "tr": 26, "ua": 29, "va": 22, "vg": 24, "xk": 20,
    ]
}
