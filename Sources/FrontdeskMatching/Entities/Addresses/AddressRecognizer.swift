/// Finds postal addresses: `12 High Street`, `221B Baker St, London NW1 6XE`, `Hauptstraße 12, 10115 Berlin`,
/// `calle Mayor 5, 3º B, 28013 Madrid`.
///
/// A street is known by its kind ("street", "calle"), by its ending (`…straße`), by a gazetteer named `street`, or by a postcode
/// and a town behind it; it needs a house number. Behind it a flat, a postcode and a town belong to the address: a town of a gazetteer named `city`, or
/// capitalised words beside a postcode or a comma. The value is the text with single spaces.
enum AddressRecognizer {
    static func recognize(
        _ words: UtteranceWords,
        inSpanish: Bool,
        _ places: Gazetteers,
        into readings: inout [EntityReading]
    ) {
        var index = 0
        while index < words.count {
            guard
                let end = numberFirst(words, at: index, places) ?? numberLast(words, at: index, places)
                    ?? (inSpanish ? SpanishAddress.street(words, at: index) : nil)
            else {
                index += 1
                continue
            }
            let tokens = index..<AddressTail.end(words, behind: end, cities: places.cities)
            let bytes = words.span(of: tokens)
            let text = singleSpaced(words.originalText(bytes))
            readings.append(
                EntityReading(.address, .address, tokens: tokens, bytes: bytes, value: .text(text))
            )
            index = tokens.upperBound
        }
    }

    /// The text with single spaces; most have them already.
    private static func singleSpaced(_ text: String) -> String {
        var last = UInt8(ascii: "a")
        for byte in text.utf8 {
            let isPlain = byte > 0x20 && byte < 0x7F || byte == 0x20 && last != 0x20
            guard isPlain else {
                return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            last = byte
        }
        return text
    }

    /// Streets and towns that the assistant's own gazetteers found.
    struct Gazetteers: Sendable {
        private(set) var streets: [Range<Int>] = []
        private(set) var cities: [Range<Int>] = []

        /// Takes those among some readings in place of those it has.
        mutating func read(_ readings: [EntityReading]) {
            streets.removeAll(keepingCapacity: true)
            cities.removeAll(keepingCapacity: true)
            for reading in readings where reading.source == .gazetteer {
                if reading.type == "street" { streets.append(reading.tokens) }
                if reading.type == "city" { cities.append(reading.tokens) }
            }
        }
    }

    // MARK: The number in front

    /// `12 High Street`, `12-14 The Crescent`.
    private static func numberFirst(_ words: UtteranceWords, at index: Int, _ places: Gazetteers) -> Int? {
        guard isHouseNumber(words[index]), isFree(words, index) else { return nil }
        var place = index + 1
        if words.isJoined(index, by: "-"), isHouseNumber(words[place]) { place += 1 }
        guard place < words.count,
            words.isSpaced(place - 1) || words.gap(after: place - 1).elementsEqual(", ".utf8)
        else { return nil }
        if let street = places.streets.first(where: { $0.lowerBound == place }) { return street.upperBound }
        let first = place
        while place < words.count, place - first <= longestName {
            let word = words[place]
            if place > first, kinds.contains(word) || looseKinds.contains(word) && isCapital(words, first) {
                let isThe = place == first + 1 && words[first] == "the"
                if isThe, !isCapital(words, place) { return nil }
                return direction(words, behind: place + 1)
            }
            guard !stops.contains(word),
                words.isSpaced(place) || words.gap(after: place).elementsEqual(". ".utf8),
                !word.isDigits
            else { return nil }
            place += 1
        }
        return nil
    }

    /// The `NW` behind a street.
    private static func direction(_ words: UtteranceWords, behind end: Int) -> Int {
        let isDirection =
            end < words.count && words.isSpaced(end - 1) && isCapital(words, end)
            && ["n", "s", "e", "w", "nw", "ne", "sw", "se", "north", "south", "east", "west"].contains(
                words[end]
            )
        return isDirection ? end + 1 : end
    }

    // MARK: The number behind

    /// `Hauptstraße 12`, `Kantstr. 5a`, `Berliner Straße 7`.
    private static func numberLast(_ words: UtteranceWords, at index: Int, _ places: Gazetteers) -> Int? {
        var place = index
        if let street = places.streets.first(where: { $0.lowerBound == index }) {
            place = street.upperBound - 1
        } else if ["strasse", "str", "platz", "allee", "weg", "gasse"].contains(words[index + 1]),
            isCapital(words, index), isCapital(words, index + 1), words.isConnected(index)
        {
            place += 1
        } else {
            guard
                endings.contains(where: {
                    words[index].hasSuffix($0) && words[index].utf8.count > $0.utf8.count + 2
                })
            else { return byPostcode(words, at: index) }
        }
        let isPointed = words.gap(after: place).elementsEqual(". ".utf8) && words[place].hasSuffix("str")
        guard isHouseNumber(words[place + 1]), words.isSpaced(place) || isPointed else { return nil }
        return place + 2
    }

    /// `Elbchaussee 5, 22765 Hamburg`, `Am Markt 7, 10115 Berlin`: any name, where a postcode and its town follow.
    private static func byPostcode(_ words: UtteranceWords, at index: Int) -> Int? {
        guard isCapital(words, index), isFree(words, index) else { return nil }
        var place = index
        while !isHouseNumber(words[place]) {
            guard place - index < longestName, place + 1 < words.count, words.isConnected(place),
                place == index || !stops.contains(words[place]), !words[place].beginsWithDigit
            else { return nil }
            place += 1
        }
        let next = place + 1
        guard place > index, next + 1 < words.count, words.gap(after: place).elementsEqual(", ".utf8),
            words[next].isDigits, (4...5).contains(words[next].utf8.count), words.isSpaced(next),
            isCapital(words, next + 1), !words[next + 1].beginsWithDigit
        else { return nil }
        return next
    }

    // MARK: Words

    private static let longestName = 4

    /// Up to four digits, and a letter at most.
    static func isHouseNumber(_ word: String) -> Bool {
        let digits = word.utf8.prefix(while: \.isDigit)
        return (1...5).contains(digits.count) && word.utf8.first != UInt8(ascii: "0")
            && (digits.count == word.utf8.count
                || digits.count + 1 == word.utf8.count
                    && word.utf8.last.map(ByteSet.letters.contains) == true)
    }

    static func isCapital(_ words: UtteranceWords, _ index: Int) -> Bool {
        index < words.count && words.originalText(words.ranges[index]).first?.isUppercase == true
    }

    private static func isFree(_ words: UtteranceWords, _ index: Int) -> Bool {
        !"-.,:/#$+@".utf8.contains(words.byte(before: words.ranges[index].lowerBound))
    }

    /// Words that only mean a street behind a number and a name.
    private static let kinds: Set<String> = [
        "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "boulevard", "blvd", "terrace",
        "crescent",
        "highway", "hwy", "parkway", "pkwy",
    ]

    /// Words that mean much else, so that the name has to begin with a capital.
    private static let looseKinds: Set<String> = [
        "drive", "dr", "close", "court", "ct", "square", "sq", "way", "place", "pl", "gardens", "grove",
        "row", "hill",
        "mews", "walk", "park", "circle", "trail", "alley", "quay", "wharf", "green", "rise", "view",
    ]

    private static let endings = ["strasse", "str", "platz", "allee", "gasse", "weg", "damm", "ufer"]

    /// Words that are no part of a street's name.
    private static let stops: Set<String> = [
        "a", "an", "and", "or", "but", "to", "for", "from", "in", "on", "at", "by", "with", "is", "was",
        "are", "of",
        "my", "your", "our", "it", "i", "you", "we", "they", "this", "that", "these", "down", "up", "across",
        "off",
        "along", "minutes", "minute", "hours", "hour", "days", "day", "weeks", "week", "miles", "km", "times",
        "items",
        "pieces", "orders", "order", "left", "right", "am", "pm", "no", "not", "please", "per", "percent",
        "people",
    ]
}
