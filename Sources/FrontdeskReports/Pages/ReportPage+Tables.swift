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

    private func cells(_ spread: Spread, _ show: (Double) -> String) -> [String] {
        ["\(spread.n)", ReportText.quantile(spread.median, show), ReportText.quantile(spread.p90, show)]
    }

    var topics: String {
        section(
            "Topics",
            [
                "what customers asked for", "resolved", "95 % interval", "n", "handed to a human",
                "95 % interval", "n",
            ],
            report.topics.prefix(25).map { topic in
                [topic.title] + cells(topic.resolved) + cells(topic.handedOff)
            }
        )
    }

    var humans: String {
        func row(_ name: String, _ made: Int, _ wait: Spread, _ word: Spread, _ left: Share) -> [String] {
            [name, "\(made)"] + cells(left) + cells(wait, ReportText.time) + cells(word, ReportText.time)
        }
        let handoffs = report.handoffs
        guard handoffs.made > 0 else { return promises }
        let queues =
            [row("all", handoffs.made, handoffs.wait, handoffs.firstWord, handoffs.left)]
            + handoffs.queues.map { row($0.queue, $0.made, $0.wait, $0.firstWord, $0.left) }
        return section(
            "Handoffs, by queue",
            [
                "queue", "handoffs", "left the queue", "95 % interval", "n", "until taken: n", "median",
                "p90",
                "first word: n", "median", "p90",
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
            ["made", "kept", "95 % interval", "n", "missed", "moved", "released", "open", "overdue"],
            [
                ["\(promises.made)"] + cells(promises.kept)
                    + [promises.missed, promises.moved, promises.released, promises.open, promises.overdue]
                    .map(String.init)
            ]
        )
    }

    var feedback: String {
        let rows = report.feedback.map { (figures) -> [String] in
            [
                ReportText.name(figures.kind), ReportText.name(figures.servedBy), "\(figures.n)",
                ReportText.percent(figures.good), ReportText.interval(figures.good),
                ReportText.percent(figures.bad), ReportText.interval(figures.bad),
                ReportText.mean(figures),
                ReportText.net(figures.net),
                figures.scores.map(String.init).joined(separator: " "),
            ]
        }
        let words = report.complaints.map { "<li>\(HTML.escaped($0))</li>" }.joined()
        return section(
            "What customers said",
            [
                "kind", "", "answers", "good", "95 % interval", "bad", "95 % interval", "mean", "net",
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
        guard report.steps.n > 0 else { return "" }
        return section(
            "Messages of the customer until it was resolved",
            ["", "n", "median", "p90"],
            [["all"] + cells(report.steps, ReportText.number)]
                + report.flows.prefix(25).map { [$0.flow] + cells($0.steps, ReportText.number) }
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
