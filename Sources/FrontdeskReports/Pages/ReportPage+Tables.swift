import FrontdeskDialogue
import FrontdeskPages

extension ReportPage {
    private func section(_ title: String, _ head: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        return "<h2>\(HTML.escaped(title))</h2>" + HTML.table(head, rows.map { $0.map(HTML.escaped) })
    }

    private func cells(_ share: Share) -> [String] {
        [ReportText.percent(share), ReportText.interval(share), ReportText.count(share)]
    }

    var topics: String {
        section(
            "Topics",
            ["what customers asked for", "contacts", "resolved", "95 % interval", "n", "handed off"],
            report.topics.prefix(25).map { topic in
                [topic.title, "\(topic.contacts)"] + cells(topic.resolved) + [
                    ReportText.percent(topic.handedOff)
                ]
            }
        )
    }

    var humans: String {
        func row(_ name: String, _ made: Int, _ wait: Spread, _ word: Spread, _ left: Share) -> [String] {
            [
                name, "\(made)", ReportText.quantile(wait.median, ReportText.time),
                wait.p90.map { ReportText.time($0.value) } ?? "n/a",
                ReportText.quantile(word.median, ReportText.time),
                word.p90.map { ReportText.time($0.value) } ?? "n/a",
                "\(ReportText.percent(left)) (\(ReportText.count(left)))",
            ]
        }
        let handoffs = report.handoffs
        guard handoffs.made > 0 else { return promises }
        let queues =
            [row("all", handoffs.made, handoffs.wait, handoffs.firstWord, handoffs.left)]
            + handoffs.queues.map { row($0.queue, $0.made, $0.wait, $0.firstWord, $0.left) }
        return section(
            "Handoffs, by queue",
            [
                "queue", "handoffs", "until taken, median", "p90", "first word, median", "p90",
                "left the queue",
            ],
            queues
        )
            + section(
                "Handoffs, by reason",
                ["reason", "share", "95 % interval", "n"],
                handoffs.reasons.map { [ReportText.words($0.name)] + cells($0.share) }
            ) + promises
    }

    private var promises: String {
        let promises = report.promises
        guard promises.made > 0 else { return "" }
        return section(
            "Promises",
            ["made", "kept", "95 % interval", "n", "missed", "moved", "open", "overdue"],
            [
                ["\(promises.made)"] + cells(promises.kept)
                    + ["\(promises.missed)", "\(promises.moved)", "\(promises.open)", "\(promises.overdue)"]
            ]
        )
    }

    var feedback: String {
        let rows = report.feedback.map { (figures) -> [String] in
            [
                ReportText.name(figures.kind), ReportText.name(figures.servedBy), "\(figures.n)",
                ReportText.percent(figures.good), ReportText.interval(figures.good),
                ReportText.percent(figures.bad),
                ReportText.mean(figures),
                ReportText.net(figures.net),
                figures.scores.map(String.init).joined(separator: " "),
            ]
        }
        let words = report.complaints.map { "<li>\(HTML.escaped($0))</li>" }.joined()
        return section(
            "What customers said",
            [
                "kind", "", "answers", "good", "95 % interval", "bad", "mean", "net",
                "answers by score, the lowest first",
            ],
            rows
        ) + (words.isEmpty ? "" : "<p>About low scores:</p><ul>\(words)</ul>")
            + section(
                "Thumbs",
                ["topic", "up", "95 % interval", "n"],
                report.ratings.prefix(25).map { [$0.title] + cells($0.up) }
            )
    }

    var steps: String {
        func row(_ name: String, _ spread: Spread) -> [String] {
            [
                name, "\(spread.n)", ReportText.quantile(spread.median, ReportText.number),
                ReportText.quantile(spread.p90, ReportText.number),
            ]
        }
        guard report.steps.n > 0 else { return "" }
        return section(
            "Messages of the customer until it was resolved",
            ["", "n", "median", "p90"],
            [row("all", report.steps)] + report.flows.prefix(25).map { row($0.flow, $0.steps) }
        )
    }

    var unanswered: String {
        guard report.unanswered.missed.count > 0 else { return "" }
        let missed = report.unanswered.missed
        return section(
            "What was not understood: \(ReportText.count(missed)) messages, \(ReportText.percent(missed)) "
                + "(\(ReportText.interval(missed)))",
            ["messages", "words they share", "some of them"],
            report.unanswered.groups.map { group in
                [
                    "\(group.count)", group.words.joined(separator: ", "),
                    group.examples.map { "“\($0)”" }.joined(separator: " "),
                ]
            }
        )
    }

    var origins: String {
        section(
            "Channels and languages",
            ["", "share", "95 % interval", "n"],
            (report.channels + report.languages).map { [$0.name] + cells($0.share) }
        )
    }
}
