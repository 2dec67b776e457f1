/// What customers hear while an action takes its time.
extension Turn {
    /// Says that the action still runs, at most once a turn; the turn goes on when it has ended.
    mutating func tellItTakesAWhile() {
        guard let request = tracker.runningAction, tracker.owner == .desk,
            !linesOfTurn.contains(where: \.isEarlyNotice)
        else { return }
        let notice = index.action(request.action)?.patience?.notice ?? assistant.texts[.slowAction]
        say(notice, kind: .notice, origin: DeskText.slowAction.rawValue)
    }

    /// Whether nothing was said since the customer's last message but that something takes a while.
    var isUnanswered: Bool { tracker.lines.last { !$0.isEarlyNotice }?.author == .customer }

    private var linesOfTurn: some Collection<TranscriptLine> {
        tracker.lines.reversed().prefix { $0.turn == number }
    }
}

extension TranscriptLine {
    fileprivate var isEarlyNotice: Bool { origin == DeskText.slowAction.rawValue && kind == .notice }
}

extension Outbound {
    /// Whether it was said before the reply it belongs to: that something takes a while.
    package var isEarlyNotice: Bool { origin == DeskText.slowAction.rawValue && kind == .notice }
}
