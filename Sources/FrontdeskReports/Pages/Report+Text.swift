public import FrontdeskDialogue
import FrontdeskPages

extension Report {
    /// The report as text for a terminal.
    ///
    /// - Parameters:
    ///   - zone: The zone in which days are told.
    ///   - limit: How many topics, flows and groups are shown.
    public func text(zone: Zone = .utc, limit: Int = 10) -> String {
        let head = (assistant.isEmpty ? "" : "\(assistant), ") + ReportText.period(self, zone)
        let parts = [
            "\(head)\n\(ReportText.volume(self))\n", endingText, causeText, handoffText, promiseText,
            stepText(limit), topicText(limit), feedbackText, ratingText(limit), unansweredText(limit),
            namedText("Channels", channels), namedText("Languages", languages),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static let shareHead = ["", "n", "share", "95 % interval"]

    private static let spreadHead = ["", "n", "median", "p90"]

    private static func row(_ name: String, _ spread: Spread, _ show: (Double) -> String) -> [String] {
        [
            name, "\(spread.n)", ReportText.quantile(spread.median, show),
            ReportText.quantile(spread.p90, show),
        ]
    }

    private static func row(_ name: String, _ share: Share) -> [String] {
        [name, ReportText.count(share), ReportText.percent(share), ReportText.interval(share)]
    }

    private static func table(_ title: String, _ head: [String], _ rows: [[String]]) -> String {
        TextTable.text([[title] + head.dropFirst()] + rows.map { ["  " + ($0.first ?? "")] + $0.dropFirst() })
    }

    private var endingText: String {
        let apart = [
            endings.tooEarly > 0 ? "\(endings.tooEarly) with words less than a day old" : nil,
            endings.withHuman > 0 ? "\(endings.withHuman) still with a human" : nil,
        ].compactMap { $0 }
        let rows = [
            Self.row("resolved", endings.resolved),
            Self.row("  the customer said so", endings.confirmedByCustomer),
            Self.row("  an agent said so", endings.confirmedByAgent),
            Self.row("  nobody came back within a day", endings.assumed),
            Self.row("not resolved", endings.unresolved),
            Self.row("the customer left", endings.abandoned),
            Self.row("without a human", containment.contained),
            Self.row("  and resolved: true containment", containment.trulyContained),
            Self.row("  and not: false containment", containment.falselyContained),
            Self.row("came back within a day", endings.cameBack),
            Self.row("of resolved, not back in a week", endings.resolvedForAWeek),
            Self.row("of resolved, at first contact", endings.atFirstContact),
        ]
        return Self.table("How contacts ended", Self.shareHead, rows)
            + (apart.isEmpty ? "" : "  not judged: \(apart.joined(separator: ", "))\n")
    }

    private var causeText: String {
        guard !causes.isEmpty else { return "" }
        let rows = causes.map { figures in
            [
                ReportText.name(figures.cause), ReportText.count(figures.contained),
                ReportText.percent(figures.contained), ReportText.interval(figures.contained),
                ReportText.count(figures.all),
            ]
        }
        return Self.table(
            "Why it was not resolved",
            ["", "without a human", "share", "95 % interval", "of all"],
            rows
        )
    }

    private var handoffText: String {
        guard handoffs.made > 0 else { return "" }
        let waiting = handoffs.waiting > 0 ? ", \(handoffs.waiting) still waiting" : ""
        let shares =
            [Self.row("contacts with a handoff", handoffs.rate), Self.row("left the queue", handoffs.left)]
            + handoffs.reasons.map { Self.row("because: \(ReportText.words($0.name))", $0.share) }
        func times(_ title: String, _ time: (QueueFigures) -> Spread, _ all: Spread) -> String {
            let rows =
                [Self.row("all queues", all, ReportText.time)]
                + handoffs.queues.map { Self.row($0.queue, time($0), ReportText.time) }
            return Self.table(title, Self.spreadHead, rows)
        }
        return [
            Self.table("Humans", Self.shareHead, shares),
            times("Until a human took it\(waiting)", \.wait, handoffs.wait),
            times("Until a human’s first word", \.firstWord, handoffs.firstWord),
        ].joined(separator: "\n")
    }

    private var promiseText: String {
        guard promises.made > 0 else { return "" }
        return Self.table("Promises", Self.shareHead, [Self.row("kept", promises.kept)])
            + "  made \(promises.made), missed \(promises.missed), moved \(promises.moved), "
            + "released \(promises.released), open \(promises.open), overdue \(promises.overdue)\n"
    }

    private func stepText(_ limit: Int) -> String {
        guard steps.n > 0 else { return "" }
        return Self.table(
            "Messages of the customer",
            Self.spreadHead,
            [Self.row("until it was resolved", steps, ReportText.number)]
                + flows.prefix(limit).map { Self.row("flow \($0.flow)", $0.steps, ReportText.number) }
        )
    }

    private func topicText(_ limit: Int) -> String {
        guard !topics.isEmpty else { return "" }
        let rows = topics.prefix(limit).flatMap { topic in
            [
                Self.row("\(topic.title): resolved", topic.resolved),
                Self.row("  handed to a human", topic.handedOff),
            ]
        }
        return Self.table("Topics", Self.shareHead, rows) + Self.rest(topics.count - limit)
    }

    private static func rest(_ count: Int) -> String { count > 0 ? "  and \(count) more\n" : "" }

    private var feedbackText: String {
        guard !feedback.isEmpty else { return "" }
        let rows = feedback.map { (figures) -> [String] in
            let name = figures.servedBy.map { "  " + ReportText.name($0) } ?? ReportText.name(figures.kind)
            return [
                name, "\(figures.n)", ReportText.percent(figures.good), ReportText.interval(figures.good),
                ReportText.mean(figures),
                ReportText.net(figures.net),
                figures.answered.map { "\(ReportText.count($0)) asked" } ?? "",
            ]
        }
        return Self.table(
            "What customers said",
            ["", "n", "good", "95 % interval", "mean", "net", "answered"],
            rows
        ) + complaints.prefix(5).map { "    “\($0)”\n" }.joined()
    }

    private func ratingText(_ limit: Int) -> String {
        guard !ratings.isEmpty else { return "" }
        return Self.table(
            "Thumbs up, by topic",
            Self.shareHead,
            ratings.prefix(limit).map { Self.row($0.title, $0.up) }
        )
    }

    private func unansweredText(_ limit: Int) -> String {
        guard unanswered.missed.count > 0 else { return "" }
        let groups = unanswered.groups.prefix(limit).map { group in
            "  \(group.count) × \(group.words.joined(separator: ", "))\n"
                + group.examples.map { "      “\($0)”\n" }.joined()
        }
        return Self.table(
            "What was not understood",
            Self.shareHead,
            [Self.row("messages", unanswered.missed)]
        )
            + groups.joined()
    }

    private func namedText(_ title: String, _ names: [Named]) -> String {
        guard names.count > 1 else { return "" }
        return Self.table(title, Self.shareHead, names.map { Self.row($0.name, $0.share) })
    }
}
