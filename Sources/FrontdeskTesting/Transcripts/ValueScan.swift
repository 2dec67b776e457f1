/// Reads numbers, times and dates as the desk writes them, from a place in a text.
struct ValueScan {
    private let text: [UInt8]
    private let start: Int

    init(_ text: [UInt8], at start: Int) {
        self.text = text
        self.start = start
    }

    /// Where a number ends: `3`, `-4.5`, `1,234.50`.
    var number: Int? {
        var index = start
        if byte(index) == UInt8(ascii: "-") { index += 1 }
        guard let first = digits(index, 1...30) else { return nil }
        index = first
        while byte(index) == UInt8(ascii: ".") || byte(index) == UInt8(ascii: ","),
            let end = digits(index + 1, 1...30)
        {
            index = end
        }
        return index
    }

    /// Where a time of day ends: `9:05`, `14:30`.
    var time: Int? {
        guard let hour = digits(start, 1...2), byte(hour) == UInt8(ascii: ":") else { return nil }
        return digits(hour + 1, 2...2)
    }

    /// Where a date can end: `2026-11-25`, `Wednesday`, `25 November`, `Wednesday 25 November 2026`.
    var dates: [Int] {
        if let year = digits(start, 4...4), byte(year) == UInt8(ascii: "-"),
            let month = digits(year + 1, 2...2),
            byte(month) == UInt8(ascii: "-"), let day = digits(month + 1, 2...2)
        {
            return [day]
        }
        var ends: [Int] = []
        var index = start
        if let weekday = word(index, of: Self.weekdays) {
            ends.append(weekday)
            index = blank(weekday) ?? weekday
        }
        guard let day = digits(index, 1...2), let space = blank(day), let month = word(space, of: Self.months)
        else {
            return ends
        }
        ends.append(month)
        if let space = blank(month), let year = digits(space, 4...4) { ends.append(year) }
        return ends.reversed()
    }

    private func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }

    private func blank(_ index: Int) -> Int? {
        let next = byte(index) == UInt8(ascii: ",") ? index + 1 : index
        return byte(next) == 0x20 ? next + 1 : nil
    }

    /// Where a run of so many digits ends; nil when there are fewer or more.
    private func digits(_ index: Int, _ counts: ClosedRange<Int>) -> Int? {
        var end = index
        while (0x30...0x39).contains(byte(end)) { end += 1 }
        return counts.contains(end - index) ? end : nil
    }

    private func word(_ index: Int, of names: [[UInt8]]) -> Int? {
        guard index <= text.count, let name = names.first(where: { text[index...].starts(with: $0) }) else {
            return nil
        }
        return index + name.count
    }

    private static let weekdays = names("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
    private static let months = names(
        "January February March April May June July August September October November December"
    )

    private static func names(_ list: String) -> [[UInt8]] {
        list.split(separator: " ").map { Array($0.utf8) }
    }
}
