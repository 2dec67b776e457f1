/// Finds phone numbers of 7 to 15 digits; the value is the digits, with a leading `+` when one was given.
///
/// Where the assistant's country is known, numbers of that country are in the form of E.164 (`+34612345678`), and those that have no
/// prefix there (`612 345 678` in Spain) are found as well.
///
/// Digits alone are too often an order number, so one of these must speak for a phone: a leading `+` or `0`, an area code in
/// parentheses, groups that phones have (`555-1234`, `555 123 4567`, `1-800-555-0199`), a word such as "phone" or "call"
/// shortly before ten digits or more, or such digits being the whole utterance. The `(0)` of `+49 (0)30` is left out.
enum PhoneRecognizer {
    private static let plausibleDigits = 7...15

    static func recognize(
        _ words: UtteranceWords,
        country: PhoneCountry? = nil,
        into readings: inout [EntityReading]
    ) {
        let bytes = words.bytes
        var position = 0
        while position < bytes.count {
            guard let start = start(bytes, from: position) else { return }
            let end = end(bytes, from: start)
            if isPhone(words, start..<end, country), !isDate(words, start..<end) {
                let digits = value(bytes[start..<end])
                readings.append(
                    EntityReading(
                        .phone,
                        .phone,
                        tokens: words.tokens(in: start..<end),
                        bytes: start..<end,
                        value: .text(country?.international(digits) ?? digits)
                    )
                )
            }
            position = end
        }
    }

    /// The next `+`, `(` or digit that can begin a number.
    private static func start(_ bytes: [UInt8], from position: Int) -> Int? {
        var index = position
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch bytes[index] {
            case UInt8(ascii: "+") where ByteSet.digits.contains(next): return index
            case UInt8(ascii: "(") where ByteSet.digits.contains(next) || next == UInt8(ascii: "+"):
                return index
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return index
            default: index += 1
            }
        }
        return nil
    }

    /// Behind the last digit (or parenthesis) that may belong to the number.
    private static func end(_ bytes: [UInt8], from start: Int) -> Int {
        var end = start
        var separators = 0
        for index in start..<bytes.count {
            let byte = bytes[index]
            if ByteSet.digits.contains(byte) {
                end = index + 1
                separators = 0
            } else if " -./()".utf8.contains(byte) || (byte == UInt8(ascii: "+") && index <= start + 1) {
                separators += 1
                // ") - " is the longest that stands between two groups.
                if separators > 3 { break }
            } else {
                break
            }
        }
        return max(end, start + 1)
    }

    private static func isPhone(_ words: UtteranceWords, _ range: Range<Int>, _ country: PhoneCountry?)
        -> Bool
    {
        let bytes = words.bytes
        let before = words.byte(before: range.lowerBound)
        let after = words.byte(at: range.upperBound)
        // Part of a word, a code, an amount or an address.
        guard !ByteSet.wordCharacters.contains(before), !"-.,#@$/:=".utf8.contains(before), before < 0x80,
            !ByteSet.wordCharacters.contains(after), !"@%:$".utf8.contains(after),
            after < 0x80 || after == 0xE2
        else { return false }
        if after == UInt8(ascii: ","), ByteSet.digits.contains(words.byte(at: range.upperBound + 1)) {
            return false
        }
        let stretch = bytes[range]
        let digits = stretch.count { ByteSet.digits.contains($0) }
        guard plausibleDigits.contains(digits), hasSeparators(stretch) else { return false }
        let groups = DigitGroups(stretch)
        let first = stretch.first ?? 0
        if stretch.contains(UInt8(ascii: "+")) { return true }
        if first == UInt8(ascii: "(") { return (2...5).contains(groups[0]) && groups.count > 1 }
        if first == UInt8(ascii: "0") {
            return groups.all(from: 0) { $0 > 1 }
                && !(groups.count == 2 && stretch.contains(UInt8(ascii: ".")))
        }
        if let country, isNational(groups, first, country) {
            if groups.count > 1 || isAlone(words, range) || isAnnounced(words, range) { return true }
        }
        if groups.count == 1 { return digits >= 10 && (isAlone(words, range) || isAnnounced(words, range)) }
        return hasPhoneGroups(stretch, groups)
    }

    /// Whether the digits are a whole number of a country that dials no prefix.
    private static func isNational(_ groups: DigitGroups, _ first: UInt8, _ country: PhoneCountry) -> Bool {
        let plan = country.plan
        guard plan.trunk.isEmpty, first >= UInt8(ascii: "2"), country != .es || first >= UInt8(ascii: "6")
        else {
            return false
        }
        return groups.count <= 5 && groups.all(from: 0) { $0 > 1 } && plan.lengths.contains(groups.digits)
    }

    /// Whether what stands between the digits can stand in a phone number.
    private static func hasSeparators(_ stretch: ArraySlice<UInt8>) -> Bool {
        let opened = stretch.count { $0 == UInt8(ascii: "(") }
        let closed = stretch.count { $0 == UInt8(ascii: ")") }
        let slashes = stretch.count { $0 == UInt8(ascii: "/") }
        return opened == closed && opened <= 1 && slashes <= 1
    }

    private static func hasPhoneGroups(_ stretch: ArraySlice<UInt8>, _ groups: DigitGroups) -> Bool {
        if stretch.contains(UInt8(ascii: "(")) {
            return groups.count >= 3 && groups[0] <= 2 && groups.all(from: 1) { (2...4).contains($0) }
        }
        if stretch.contains(UInt8(ascii: "/")) { return false }
        if groups.are(3, 3, 4) || groups.are(1, 3, 3, 4) {
            // North American area codes begin with 2 to 9.
            return groups.firstDigit(ofLast: 3) >= UInt8(ascii: "2")
        }
        if groups.are(3, 4) { return stretch.contains(UInt8(ascii: "-")) }
        return stretch.contains(UInt8(ascii: "-")) && !stretch.contains(UInt8(ascii: "."))
            && groups.count >= 3 && groups.all(from: 1) { (2...4).contains($0) } && groups[0] <= 4
    }

    /// The digits of a stretch in groups, up to 15 of them.
    private struct DigitGroups {
        private var sizes = InlineArray<15, UInt8>(repeating: 0)
        private var firsts = InlineArray<15, UInt8>(repeating: 0)
        private(set) var count = 0
        private(set) var digits = 0

        init(_ stretch: ArraySlice<UInt8>) {
            var isInside = false
            for byte in stretch {
                guard ByteSet.digits.contains(byte) else {
                    isInside = false
                    continue
                }
                if !isInside {
                    firsts[count] = byte
                    count += 1
                }
                isInside = true
                sizes[count - 1] += 1
                digits += 1
            }
        }

        /// How many digits a group has.
        subscript(index: Int) -> Int { Int(sizes[index]) }

        /// Whether all groups from one on meet a condition.
        func all(from first: Int, _ condition: (Int) -> Bool) -> Bool {
            for index in first..<max(first, count) where !condition(self[index]) { return false }
            return true
        }

        /// Whether the groups have these sizes.
        func are(_ sizes: Int...) -> Bool {
            guard sizes.count == count else { return false }
            for index in 0..<count where self[index] != sizes[index] { return false }
            return true
        }

        /// The first digit of a group, counted from the last.
        func firstDigit(ofLast place: Int) -> UInt8 { firsts[count - place] }
    }

    private static func isDate(_ words: UtteranceWords, _ range: Range<Int>) -> Bool {
        let tokens = words.tokens(in: range)
        guard let date = NumericDate.read(words, at: tokens.lowerBound) else { return false }
        // "2026-12-03 15" is a day and an hour.
        return date.tokens.lowerBound == tokens.lowerBound
    }

    private static func isAlone(_ words: UtteranceWords, _ range: Range<Int>) -> Bool {
        words.tokens(in: range) == 0..<words.count
    }

    private static func isAnnounced(_ words: UtteranceWords, _ range: Range<Int>) -> Bool {
        let first = words.tokens(in: range).lowerBound
        return (max(0, first - 4)..<first).contains { announcements.contains(words[$0]) }
    }

    private static let announcements: WordTable<Void> = [
        "phone", "tel", "telephone", "mobile", "cell", "cellphone", "call", "text", "whatsapp", "reach",
        "ring", "telefono", "movil", "llamame", "llamarme", "llamadme",
    ]

    private static func value(_ stretch: ArraySlice<UInt8>) -> String {
        let isInternational = stretch.prefix(2).contains(UInt8(ascii: "+"))
        var digits = isInternational ? "+" : ""
        for index in stretch.indices where ByteSet.digits.contains(stretch[index]) {
            let isTrunkZero =
                isInternational && stretch[index] == UInt8(ascii: "0") && index > stretch.startIndex
                && stretch[index - 1] == UInt8(ascii: "(")
                && stretch[(index + 1)...].first == UInt8(ascii: ")")
            if !isTrunkZero { digits.unicodeScalars.append(Unicode.Scalar(stretch[index])) }
        }
        return digits
    }
}
