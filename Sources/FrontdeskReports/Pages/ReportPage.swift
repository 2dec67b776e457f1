public import FrontdeskDialogue
import FrontdeskPages

/// A report as one page that needs nothing else.
public struct ReportPage: Sendable {
    let report: Report
    private let zone: Zone

    /// Makes a page.
    public init(_ report: Report, zone: Zone = .utc) {
        self.report = report
        self.zone = zone
    }

    /// The page as HTML 5, with its style and its plots (SVG) in it.
    public var html: String {
        let title = report.assistant.isEmpty ? "Report" : report.assistant
        let parts = [
            tiles, days, "<div class=\"plots\">\(endings)\(causes)</div>", topics, humans, feedback, steps,
            unanswered, origins,
        ]
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(HTML.escaped(title))</title>
            <style>\(PageStyle.css)</style>
            </head>
            <body>
            <h1>\(HTML.escaped(title))</h1>
            <p>\(HTML.escaped(ReportText.period(report, zone))): \(HTML.escaped(ReportText.volume(report))). Every share stands with \
            the interval that holds the true one in 95 of 100 cases.</p>
            \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    // MARK: At a glance

    private var tiles: String {
        var tiles = [
            tile("resolved", report.endings.resolved),
            tile("resolved without a human", report.containment.trulyContained),
            tile("not resolved, no human", report.containment.falselyContained),
            tile("handed to a human", report.handoffs.rate),
        ]
        if let word = report.handoffs.firstWord.median {
            tiles.append(
                tile(
                    "until an agent’s first word",
                    ReportText.time(word.value),
                    "median of \(report.handoffs.firstWord.n); nine of ten within \(report.handoffs.firstWord.p90.map { ReportText.time($0.value) } ?? "n/a")"
                )
            )
        }
        if let csat = report.feedback.first(where: { $0.kind == .csat && $0.servedBy == nil }) {
            tiles.append(tile("content customers (CSAT)", csat.good))
        }
        if report.promises.made > 0 { tiles.append(tile("promises kept", report.promises.kept)) }
        return "<div class=\"tiles\">\(tiles.joined())</div>"
    }

    private func tile(_ name: String, _ share: Share) -> String {
        let note =
            share.of == 0
            ? "nothing to judge yet" : "\(ReportText.interval(share)); \(ReportText.count(share))"
        return tile(name, ReportText.percent(share), note)
    }

    private func tile(_ name: String, _ value: String, _ note: String) -> String {
        "<div class=\"tile\">\(HTML.escaped(name))<b>\(HTML.escaped(value))</b><small>\(HTML.escaped(note))</small></div>"
    }

    // MARK: Plots

    private var days: String {
        guard !report.days.isEmpty else { return "" }
        let columns = report.days.map { day in
            ColumnPlot.Column(
                String(day.day.dropFirst(5)),
                [
                    (day.byDesk, "right", "resolved by the desk"),
                    (day.withHuman, "stray", "resolved with a human"),
                    (day.notResolved, "wrong", "not resolved"), (day.open, "calm", "not judged yet"),
                ]
            )
        }
        return figure(
            "Contacts by day",
            ColumnPlot("Contacts by day", columns).svg,
            [
                ("right", "resolved by the desk"), ("stray", "resolved with a human"),
                ("wrong", "not resolved"),
                ("calm", "not judged yet"),
            ]
        )
    }

    private var endings: String {
        let endings = report.endings
        return bars(
            "How contacts ended",
            [
                ("resolved", endings.resolved, "right"),
                ("the customer said so", endings.confirmedByCustomer, "right"),
                ("an agent said so", endings.confirmedByAgent, "stray"),
                ("nobody came back in a day", endings.assumed, "right"),
                ("not resolved", endings.unresolved, "wrong"),
                ("the customer left", endings.abandoned, "wrong"),
                ("came back within a day", endings.cameBack, "wrong"),
                ("of resolved, still after a week", endings.resolvedForAWeek, "right"),
                ("of resolved, at first contact", endings.atFirstContact, "right"),
            ]
        )
    }

    private var causes: String {
        bars(
            "Why it was not resolved, of contacts without a human",
            report.causes.map { (ReportText.name($0.cause), $0.contained, "wrong") }
        )
    }

    private func bars(_ title: String, _ rows: [(name: String, share: Share, style: String)]) -> String {
        let bars = rows.filter { $0.share.of > 0 }.map { row in
            BarList.Bar(
                row.name,
                share: row.share.share ?? 0,
                interval: row.share.low.flatMap { low in row.share.high.map { (low, $0) } },
                note: "\(ReportText.percent(row.share)), \(ReportText.count(row.share))",
                style: row.style
            )
        }
        return bars.isEmpty ? "" : figure(title, BarList(title, bars).svg, [])
    }

    private func figure(_ caption: String, _ svg: String, _ keys: [(style: String, name: String)]) -> String {
        let legend = keys.map { "<span class=\"key \($0.style)\"></span>\(HTML.escaped($0.name))" }
        return "<figure><figcaption>\(HTML.escaped(caption))</figcaption>\(svg)"
            + (keys.isEmpty ? "" : "<p class=\"legend\">\(legend.joined(separator: " "))</p>") + "</figure>"
    }
}
