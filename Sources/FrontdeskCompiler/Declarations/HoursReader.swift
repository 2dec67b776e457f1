import FrontdeskDialogue
import FrontdeskMatching

// Business hours: days, stretches of a day, days off.
extension FileReader {
    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    func calendar(_ entry: SyntaxNode.Entry) -> CalendarDeclaration? {
        guard let name = declaredName(entry.name, "business hours"),
            case .keys(let entries) = entry.value.kind
        else {
            if entry.value.text != nil || isList(entry.value) {
                _ = keys(entry.value, .businessHours, "business hours")
            }
            return nil
        }
        var stretches: [(hours: BusinessCalendar.Hours, place: Place)] = []
        var holidays: [CivilDate] = []
        for entry in entries {
            if entry.key.text == "holidays" {
                holidays += dates(entry.value)
                continue
            }
            let weekdays = weekdays(entry.name)
            guard !entry.value.isAbsent, let text = text(entry.value, "the hours of a day"), !weekdays.isEmpty
            else { continue }
            for stretch in self.stretches(text, entry.value) {
                for day in weekdays {
                    let hours = BusinessCalendar.Hours(
                        weekday: day,
                        opens: stretch.opens,
                        closes: stretch.closes
                    )
                    if let other = stretches.first(where: { $0.hours.overlaps(hours) }) {
                        reportOverlap(hours, stretch.place, other.place)
                    } else {
                        stretches.append((hours, stretch.place))
                    }
                }
            }
        }
        let sorted = stretches.map(\.hours).sorted { ($0.weekday, $0.opens) < ($1.weekday, $1.opens) }
        let calendar = BusinessCalendar(name: name.text, hours: sorted, holidays: holidays.sorted())
        return CalendarDeclaration(name: name, calendar: calendar)
    }

    private func reportOverlap(_ hours: BusinessCalendar.Hours, _ place: Place, _ other: Place) {
        report.report(
            .overlappingHours,
            place,
            "these hours overlap with others on \(Self.days[hours.weekday - 1])",
            help: "let each stretch of a day begin when or after the one before it ends",
            notes: [("the others are here", other)]
        )
    }

    private func weekdays(_ name: Name) -> [Int] {
        var result: [Int] = []
        for part in name.text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = Self.trimmed(part).split(separator: "-", omittingEmptySubsequences: false)
            let numbers = ends.compactMap { end in Self.days.firstIndex(of: Self.trimmed(end)).map { $0 + 1 }
            }
            guard numbers.count == ends.count, (1...2).contains(numbers.count), let first = numbers.first,
                let last = numbers.last
            else {
                let known = Self.days + ["holidays"]
                let near = Spelling.nearest(to: name.text, among: known)
                report.report(
                    .badHours,
                    name.place,
                    "'\(name.text)' is not a day",
                    help: near.map { "did you mean '\($0)'?" }
                        ?? "write mon, tue, wed, thu, fri, sat, sun, a range (mon-fri), a list (\"sat,sun\"), or holidays",
                    mends: near.map { [.write($0)] } ?? []
                )
                return []
            }
            var day = first
            result.append(day)
            while day != last {
                day = day % 7 + 1
                result.append(day)
            }
        }
        return result
    }

    private func stretches(
        _ text: String,
        _ node: SyntaxNode
    ) -> [(opens: TimeOfDay, closes: TimeOfDay, place: Place)] {
        if text == "closed" { return [] }
        var result: [(opens: TimeOfDay, closes: TimeOfDay, place: Place)] = []
        var offset = 0
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let lead = part.utf8.prefix { $0 == 0x20 }.count
            let written = Self.trimmed(part)
            let place = inner(node, offset + lead, offset + lead + written.utf8.count)
            offset += part.utf8.count + 1
            let ends = written.split(separator: "-", omittingEmptySubsequences: false).map {
                Self.time(Self.trimmed($0))
            }
            if ends.count == 2, let opens = ends[0], let closes = ends[1], opens < closes {
                result.append((opens, closes, place))
                continue
            }
            report.report(
                .badHours,
                place,
                "'\(written)' is not a stretch of a day",
                help: "write \"09:00-18:00\", the later time last; 24:00 is midnight; several with commas"
            )
        }
        return result
    }

    private func dates(_ node: SyntaxNode) -> [CivilDate] {
        names(node, "a day off").compactMap { date($0) }
    }

    /// A day such as 2026-12-25, or nil, reported.
    func date(_ name: Name) -> CivilDate? {
        if let date = CivilDate(iso: name.text) { return date }
        report.report(
            .badDate,
            name.place,
            "'\(name.text)' is not a day of the calendar",
            help: "write year-month-day, such as 2026-12-25"
        )
        return nil
    }

    static func time(_ text: String) -> TimeOfDay? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0...59).contains(minute), hour >= 0,
            hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return TimeOfDay(hour: hour, minute: minute)
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

extension BusinessCalendar.Hours {
    fileprivate func overlaps(_ other: BusinessCalendar.Hours) -> Bool {
        weekday == other.weekday && opens < other.closes && other.opens < closes
    }
}
