public import FrontdeskCompiler
import FrontdeskPages

/// What replays came to: one page that needs nothing else.
public struct ReplayPage {
    private let reports: [ReplayReport]
    private let assistant: String
    private let sources: [SourceFile]

    /// How many differences of a cause the page shows.
    private static let limit = 50

    /// Makes a page.
    ///
    /// - Parameters:
    ///   - reports: One for each log.
    ///   - assistant: The assistant's name.
    ///   - sources: Its files, in which causes have their places.
    public init(_ reports: [ReplayReport], assistant: String, sources: [SourceFile]) {
        self.reports = reports
        self.assistant = assistant
        self.sources = sources
    }

    /// The page.
    public var html: String {
        var body = "<h1>\(HTML.escaped(assistant)): what would come out otherwise</h1>\n"
        for report in reports { body += section(report) }
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(HTML.escaped(assistant)): replay</title>
            <style>\(PageStyle.css)
            \(Self.css)</style></head><body>
            \(body)</body></html>

            """
    }

    private static let css = """
        pre { white-space: pre-wrap; font: 13px/1.45 ui-monospace, monospace; border: 1px solid var(--faint); \
        border-radius: .5rem; padding: .5rem; margin: .5rem 0; }
        pre span { display: block; padding-left: .5rem; border-left: .3rem solid transparent; }
        pre .was { border-color: var(--wrong); background: #f08a6430; } pre .now { border-color: var(--right); \
        background: #62c39730; } pre .said { font-weight: 600; } summary { cursor: pointer; padding: .25rem 0; }
        """

    private func section(_ report: ReplayReport) -> String {
        var text = "<h2>\(HTML.escaped(report.path))</h2>\n<p>\(HTML.escaped(report.format.title))</p>\n"
        text += "<div class=\"tiles\">"
        text += tile("\(report.conversations.count)", "conversations, \(report.steps) steps")
        text += tile("\(report.differing)", "conversations would go otherwise")
        text += tile("\(report.count([.answers, .choices, .responses]))", "answers differ")
        text += tile("\(report.count([.intent, .decision, .state, .slots]))", "states differ")
        text += tile("\(report.count([.handoff]))", "handoffs differ") + "</div>\n"
        if !report.losses.isEmpty {
            let rows = report.losses.map { [HTML.escaped($0.what), "\($0.count)"] }
            text += HTML.table(["not carried over", "times"], rows) + "\n"
        }
        if report.isSame { return text + "<p>Nothing differs.</p>\n" }
        let rows = report.groups.enumerated().map { number, group in
            [
                "<a href=\"#cause-\(number + 1)\">\(HTML.escaped(group.cause.title))</a>",
                "\(group.differences.count)", "\(group.conversations)", "\(group.followUps)",
                HTML.escaped(SourceOfCause.place(group.cause, sources) ?? ""),
            ]
        }
        text += HTML.table(["cause", "steps", "conversations", "later steps that follow", "place"], rows)
        for (number, group) in report.groups.enumerated() {
            text += "<h3 id=\"cause-\(number + 1)\">\(HTML.escaped(group.cause.title))</h3>\n"
            if let place = SourceOfCause.place(group.cause, sources) {
                text += "<p><small>\(HTML.escaped(place))</small></p>\n"
            }
            let example = report.example(of: group)
            if let example { text += self.text(of: example, report) }
            let others = group.differences.filter { $0 != example }.prefix(Self.limit)
            guard !others.isEmpty else { continue }
            let hidden = group.differences.count - 1 - others.count
            text += "<details><summary>\(group.differences.count - 1) more"
            text += hidden > 0 ? ", of which \(others.count) are shown" : ""
            text += "</summary>" + others.map { self.text(of: $0, report) }.joined() + "</details>\n"
        }
        return text
    }

    private func tile(_ figure: String, _ words: String) -> String {
        "<div class=\"tile\"><b>\(figure)</b><small>\(HTML.escaped(words))</small></div>"
    }

    private func text(of difference: ReplayReport.Difference, _ report: ReplayReport) -> String {
        let conversation = report.conversations[difference.conversation].recorded
        let (step, now) = report.step(of: difference)
        let title = conversation.title.map { " (\($0))" } ?? ""
        var text = "<pre><span><small>\(HTML.escaped(conversation.id + title)), step \(difference.step + 1)"
        text += "</small></span>"
        if let line = step.act.shown { text += "<span class=\"said\">\(HTML.escaped(line))</span>" }
        for line in DifferenceLines(was: step.seen, now: now).lines {
            let style = line.hasPrefix("-") ? "was" : line.hasPrefix("+") ? "now" : ""
            text += "<span class=\"\(style)\">\(HTML.escaped(line))</span>"
        }
        return text + "</pre>\n"
    }
}
