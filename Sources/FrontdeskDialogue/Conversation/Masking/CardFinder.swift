import FrontdeskMatching

/// Finds payment card numbers in a text.
struct CardFinder {
    /// Digits that follow each other.
    private struct Group {
        var range: Range<Int>
        var digits: [Int]
        /// Whether what lies before it can lie within a number, as a space or a hyphen can; a comma ends a number,
        /// unless the groups stand as they are printed on a card.
        var isJoined: Bool
    }

    /// A character of the text and its place in UTF-8.
    private struct Sign {
        var scalar: Unicode.Scalar
        var range: Range<Int>
    }

    private let signs: [Sign]

    init(bytes: [UInt8]) {
        var position = 0
        signs = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            let start = position
            position += UTF8.width(scalar)
            return Sign(scalar: scalar, range: start..<position)
        }
    }

    func stretches() -> [Redaction.Stretch] {
        var found: [Redaction.Stretch] = []
        var index = 0
        while index < signs.count {
            guard DecimalDigit.value(of: signs[index].scalar) != nil else {
                index += 1
                continue
            }
            let start = index
            let groups = groups(from: &index)
            found += cards(in: groups, after: start)
        }
        return found
    }

    /// Runs of digits with nothing but one to three signs in between that are neither letters nor digits.
    private func groups(from index: inout Int) -> [Group] {
        var groups: [Group] = []
        var isJoined = true
        while true {
            var group = Group(range: signs[index].range, digits: [], isJoined: isJoined)
            while index < signs.count, let digit = DecimalDigit.value(of: signs[index].scalar) {
                group.digits.append(digit)
                group.range = group.range.lowerBound..<signs[index].range.upperBound
                index += 1
            }
            groups.append(group)
            let end = index
            isJoined = true
            while index < signs.count, index - end < 3, Self.separates(signs[index].scalar) {
                isJoined = isJoined && Self.joins(signs[index].scalar)
                index += 1
            }
            let isFollowed = index < signs.count && DecimalDigit.value(of: signs[index].scalar) != nil
            if index == end || !isFollowed { return groups }
        }
    }

    /// The cards in a chain of groups: all that is joined, or neighbouring groups as they stand on a card.
    private func cards(in groups: [Group], after start: Int) -> [Redaction.Stretch] {
        let chains = Self.chains(of: groups)
        var found: [Redaction.Stretch] = []
        var first = 0
        if let chain = chains.first, isAccountNumber(groups[chain], after: start) { first = chain.upperBound }
        while first < groups.count {
            let last = (first..<groups.count).last { last in
                let part = groups[first...last]
                guard chains.contains(first..<last + 1) || Self.isPrintedForm(part) else { return false }
                return !isDialled(first, start) && Self.isCard(part)
            }
            guard let last else {
                first += 1
                continue
            }
            let range = groups[first].range.lowerBound..<groups[last].range.upperBound
            found.append(Redaction.Stretch(range: range, kind: .card))
            first = last + 1
        }
        return found
    }

    /// The stretches of groups that are joined.
    private static func chains(of groups: [Group]) -> [Range<Int>] {
        var starts = groups.indices.filter { $0 == 0 || !groups[$0].isJoined }
        starts.append(groups.count)
        return zip(starts, starts.dropFirst()).map { $0..<$1 }
    }

    /// One group, 4-4-4-4 with a rest, 4-6-5 or 4-6-4.
    private static func isPrintedForm(_ groups: ArraySlice<Group>) -> Bool {
        let counts = groups.map(\.digits.count)
        if counts.count == 1 || counts == [4, 6, 5] || counts == [4, 6, 4] { return true }
        return counts.count >= 4 && counts.dropLast().allSatisfy { $0 == 4 } && (counts.last ?? 5) <= 4
    }

    private static func isCard(_ groups: ArraySlice<Group>) -> Bool {
        let count = groups.reduce(0) { $0 + $1.digits.count }
        guard CardNumber.lengths.contains(count) else { return false }
        var digits = CardNumber.Digits()
        for group in groups { for digit in group.digits { digits.append(digit) } }
        return CardNumber.isIssued(digits) && CardNumber.hasRightCheckDigit(digits)
    }

    /// An international phone number begins here.
    private func isDialled(_ group: Int, _ start: Int) -> Bool {
        group == 0 && start > 0 && ["+", "\u{FF0B}"].contains(signs[start - 1].scalar)
    }

    /// "DE89 3704 …": two letters and two digits, then groups; an IBAN.
    private func isAccountNumber(_ groups: ArraySlice<Group>, after start: Int) -> Bool {
        guard groups.count > 1, groups.first?.digits.count == 2, start >= 2 else { return false }
        return signs[start - 2..<start].allSatisfy { (($0.scalar.value | 0x20) &- 0x61) < 26 }
    }

    /// Neither letter nor digit.
    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ((scalar.value | 0x20) &- 0x61) >= 26 && scalar.value &- 0x30 >= 10 }
        return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }

    /// Lies within numbers: spaces, hyphens and dashes, a point, a slash, and what cannot be seen.
    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r": return false
        case " ", "\t", "-", ".", "/", "_", "\u{B7}", "\u{2022}", "\u{20E3}", "\u{2212}": return true
        default: break
        }
        if scalar.isASCII { return false }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .dashPunctuation, .format, .nonspacingMark: return true
        default: return false
        }
    }
}
