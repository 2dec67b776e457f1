import FrontdeskMatching

/// "Monday", said on a Monday: today, or else the one a week later.
extension Turn {
    /// The entries, in which a weekday that is today means the one a week later where the slot's rules refuse today.
    func movedWeekdays(_ entries: [SlotEntry]) -> [SlotEntry] {
        guard entries.contains(where: isTodaysWeekday) else { return entries }
        let refused = broken(by: entries).map(\.slot.name)
        let moved = entries.map { entry in
            guard refused.contains(entry.name), isTodaysWeekday(entry) else { return entry }
            var later = entry
            later.value = .date(moment.date.adding(days: 7))
            later.display = Renderer(moment: moment).text(of: later.value)
            return later
        }
        // Where that is refused, too, the customer hears of the day that was said.
        let stillRefused = broken(by: moved).map(\.slot.name)
        return zip(entries, moved).map { stillRefused.contains($0.name) ? $0 : $1 }
    }

    /// Whether the customer has just said this day as nothing but a weekday.
    private func isTodaysWeekday(_ entry: SlotEntry) -> Bool {
        guard entry.value == .date(moment.date), entry.source == .customer, entry.turn == number,
            let heard = tracker.understanding?.entities
        else { return false }
        // "Today" and "this Monday" mean the day itself.
        let weekday = EntityValue.date(.weekday(moment.date.weekday, .coming))
        return heard.contains { $0.value == weekday && $0.tokens.count == 1 }
    }
}
