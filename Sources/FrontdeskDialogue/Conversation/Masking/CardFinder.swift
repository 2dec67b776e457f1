/// Finds payment card numbers in a text.
struct CardFinder {
    /// How many digits a card number has.
    static let lengths = 13...19

    let bytes: [UInt8]

    func stretches() -> [Redaction.Stretch] {
        var found: [Redaction.Stretch] = []
        var index = 0
        while index < bytes.count {
            guard Self.isDigit(bytes[index]) else {
                index += 1
                continue
            }
            let groups = groups(from: index)
            if !isAccountNumber(groups) { found += cards(in: groups) }
            index = groups.last?.upperBound ?? index + 1
        }
        return found
    }

    /// Runs of digits that follow each other with nothing but one separator in between.
    private func groups(from start: Int) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var index = start
        while index < bytes.count, Self.isDigit(bytes[index]) {
            var end = index
            while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
            groups.append(index..<end)
            index = end
            // " - " and two spaces separate as one space does; so does a no-break space (C2 A0).
            while index < bytes.count, index - end < 3, Self.isSeparator(bytes[index]) { index += 1 }
            if index == end { break }
        }
        return groups
    }

    /// The cards in a chain of groups: the whole chain, or neighbouring groups as they stand on a card.
    private func cards(in groups: [Range<Int>]) -> [Redaction.Stretch] {
        var found: [Redaction.Stretch] = []
        var first = 0
        while first < groups.count {
            let last = (first..<groups.count).last { last in
                let part = groups[first...last]
                return (part.count == groups.count || Self.isPrintedForm(part)) && isCard(part)
            }
            guard let last else {
                first += 1
                continue
            }
            found.append(
                Redaction.Stretch(range: groups[first].lowerBound..<groups[last].upperBound, kind: .card)
            )
            first = last + 1
        }
        return found
    }

    /// One group, 4-4-4-4 with a rest, 4-6-5 or 4-6-4.
    private static func isPrintedForm(_ groups: ArraySlice<Range<Int>>) -> Bool {
        let counts = groups.map(\.count)
        if counts.count == 1 || counts == [4, 6, 5] || counts == [4, 6, 4] { return true }
        return counts.count >= 4 && counts.dropLast().allSatisfy { $0 == 4 } && (counts.last ?? 5) <= 4
    }

    private func isCard(_ groups: ArraySlice<Range<Int>>) -> Bool {
        let count = groups.reduce(0) { $0 + $1.count }
        guard Self.lengths.contains(count), let first = groups.first else { return false }
        // An international phone number.
        if first.lowerBound > 0, bytes[first.lowerBound - 1] == UInt8(ascii: "+") { return false }
        let digits = groups.flatMap { $0.map { Int(bytes[$0] - 0x30) } }
        return Self.isIssued(digits) && Self.hasRightCheckDigit(digits)
    }

    /// "DE89 3704 …": two letters and two digits, then groups; an IBAN.
    private func isAccountNumber(_ groups: [Range<Int>]) -> Bool {
        guard groups.count > 1, let first = groups.first, first.count == 2, first.lowerBound >= 2 else {
            return false
        }
        return bytes[first.lowerBound - 2..<first.lowerBound].allSatisfy { Self.isLetter($0) }
    }

    /// Whether the first digits and the length are ones that card schemes use.
    static func isIssued(_ digits: [Int]) -> Bool {
        let four = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
        return switch four {
        case 4000...4999: [13, 16, 19].contains(digits.count)
        case 2221...2720, 5100...5599: digits.count == 16
        case 3400...3499, 3700...3799: digits.count == 15
        case 3000...3099, 3600...3699, 3800...3999: (14...19).contains(digits.count)
        case 3528...3589: digits.count >= 16
        case 5000...5099, 5600...6999: true
        case 8100...8199: digits.count >= 16
        default: false
        }
    }

    /// Whether the check digit is right (ISO/IEC 7812-1).
    ///
    /// From the right, every second digit is doubled; the sum of all digits then ends in 0.
    static func hasRightCheckDigit(_ digits: [Int]) -> Bool {
        var sum = 0
        for (position, digit) in digits.reversed().enumerated() {
            let value = position % 2 == 0 ? digit : digit * 2
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), 0xC2, 0xA0: true
        default: false
        }
    }
}
