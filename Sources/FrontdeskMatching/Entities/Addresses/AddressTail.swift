/// What stands behind the street of an address: a flat, a postcode, a town.
enum AddressTail {
    /// Where the address ends whose street ends at a word.
    static func end(_ words: UtteranceWords, behind street: Int, cities: [Range<Int>]) -> Int {
        var end = flat(words, behind: street)
        var hasTown = false
        // Town and postcode in either order.
        for _ in 0..<3 {
            guard end < words.count, isTied(words, end - 1) else { break }
            if let next = postcode(words, at: end) {
                end = next
                continue
            }
            guard !hasTown, let next = town(words, at: end, cities) else { break }
            end = next
            hasTown = true
        }
        return end
    }

    private static func isTied(_ words: UtteranceWords, _ index: Int) -> Bool {
        words.isSpaced(index) || words.gap(after: index).elementsEqual(", ".utf8)
            || words.gap(after: index).elementsEqual(",".utf8)
    }

    /// `flat 2`, `apt 4b`, `unit 3`.
    private static func flat(_ words: UtteranceWords, behind end: Int) -> Int {
        guard end + 1 < words.count, isTied(words, end - 1), words.isSpaced(end) || words[end] == "apt",
            ["flat", "apartment", "apt", "unit", "suite"].contains(words[end]),
            AddressRecognizer.isHouseNumber(words[end + 1])
        else { return end }
        return end + 2
    }

    /// `NW1 6XE`, `10115`, `NY 10001`.
    private static func postcode(_ words: UtteranceWords, at index: Int) -> Int? {
        let word = words[index]
        if word.isDigits { return (4...5).contains(word.utf8.count) ? index + 1 : nil }
        if word.utf8.count == 2, AddressRecognizer.isCapital(words, index), words[index + 1].isDigits,
            words[index + 1].utf8.count == 5, words.isSpaced(index)
        {
            return index + 2
        }
        // A British one: letters and digits, then a digit and two letters.
        let head = word.utf8.drop { ByteSet.letters.contains($0) }
        let letters = word.utf8.count - head.count
        guard (1...2).contains(letters), (1...2).contains(head.count), head.first?.isDigit == true,
            words.isSpaced(index)
        else { return nil }
        let tail = Array(words[index + 1].utf8)
        guard tail.count == 3, tail[0].isDigit, !tail[1].isDigit, !tail[2].isDigit else { return nil }
        return index + 2
    }

    /// A town that a gazetteer knows, or up to three capitalised words behind a comma or a postcode.
    private static func town(_ words: UtteranceWords, at index: Int, _ cities: [Range<Int>]) -> Int? {
        if let city = cities.first(where: { $0.lowerBound == index }) { return city.upperBound }
        let isLed = !words.isSpaced(index - 1) || postcodeEnds(words, at: index)
        guard isLed else { return nil }
        var end = index
        while end < words.count, end - index < 3, AddressRecognizer.isCapital(words, end),
            !words[end].beginsWithDigit, end == index || words.isConnected(end - 1),
            postcode(words, at: end) == nil,
            words[end] != "i"
        {
            end += 1
        }
        return end > index ? end : nil
    }

    private static func postcodeEnds(_ words: UtteranceWords, at index: Int) -> Bool {
        words[index - 1].isDigits && words[index - 1].utf8.count >= 4
            || index > 1 && postcode(words, at: index - 2) == index
    }
}
