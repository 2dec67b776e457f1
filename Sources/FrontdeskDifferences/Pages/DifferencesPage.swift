import FrontdeskPages

/// What two versions came to: one page that needs nothing else.
public struct DifferencesPage {
    private let report: DifferencesReport

    /// Makes a page.
    public init(_ report: DifferencesReport) { self.report = report }

    /// The page.
    public var html: String {
        let name = HTML.escaped(report.new.assistant)
        var body = "<h1>\(name): what changes for customers</h1>\n"
        body +=
            "<p>from <b>\(HTML.escaped(report.old.path))</b> to <b>\(HTML.escaped(report.new.path))</b></p>\n"
        if report.old.assistant != report.new.assistant {
            body +=
                "<p>Two assistants of different names: \(HTML.escaped(report.old.assistant)) and \(name).</p>\n"
        }
        body += tiles
        if report.isSame { body += "<p>Customers notice no difference.</p>\n" }
        for group in Change.Group.allCases { body += section(group) }
        body += unnoticed
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(name): differences</title>
            <style>\(PageStyle.css)
            \(Self.css)</style></head><body>
            \(body)</body></html>

            """
    }

    private static let css = """
        .change { border: 1px solid var(--faint); border-radius: .5rem; padding: .5rem .8rem; margin: .5rem 0; }
        .change p { margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
        .change .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
        .was, .now { padding-left: .6rem; border-left: .3rem solid var(--wrong); } .now { border-color: var(--right); }
        del { background: #f08a6440; text-decoration-thickness: from-font; } ins { background: #62c39740; \
        text-decoration: none; } summary { cursor: pointer; padding: .25rem 0; }
        @media (max-width: 40rem) { .change .sides { grid-template-columns: 1fr; } }
        """

    private var tiles: String {
        var text = "<div class=\"tiles\">"
        text += tile(
            report.sentences.changed,
            "of \(report.sentences.tried) sentences taken for something else"
        )
        for group in Change.Group.allCases {
            text += tile(report.noticeable.count { $0.change.group == group }, group.title)
        }
        return text + "</div>\n"
    }

    private func tile(_ figure: Int, _ words: String) -> String {
        "<div class=\"tile\"><b>\(figure)</b><small>\(HTML.escaped(words))</small></div>"
    }

    private func section(_ group: Change.Group) -> String {
        let changes = report.noticeable.filter { $0.change.group == group }
        let sentences = group == .understanding ? report.sentences.groups : []
        guard !changes.isEmpty || !sentences.isEmpty else { return "" }
        var text = "<h2 id=\"\(group.rawValue)\">\(group.title)</h2>\n"
        for found in sentences { text += self.sentences(found) }
        var subject = ""
        for located in changes {
            if located.change.subject != subject {
                subject = located.change.subject
                text += "<h3>\(HTML.escaped(subject))</h3>\n"
            }
            text += card(located)
        }
        return text
    }

    private func card(_ located: DifferencesReport.Located) -> String {
        let change = located.change
        var text = "<div class=\"change\"><p><b>\(HTML.escaped(change.summary))</b>"
        if let place = located.place {
            text += " <small>\(change.kind == .removed ? "was in " : "")\(HTML.escaped(place.text))</small>"
        }
        text += "</p>"
        let difference = change.isText ? WordDifference(from: change.old ?? "", to: change.new ?? "") : nil
        let old = difference?.old ?? change.old.map { [WordDifference.Run($0, isChanged: false)] } ?? []
        let new = difference?.new ?? change.new.map { [WordDifference.Run($0, isChanged: false)] } ?? []
        guard change.old != nil || change.new != nil else { return text + "</div>\n" }
        text += "<div class=\"sides\">"
        text += change.old == nil ? "<p></p>" : "<p class=\"was\">\(marked(old, "del"))</p>"
        text += change.new == nil ? "<p></p>" : "<p class=\"now\">\(marked(new, "ins"))</p>"
        return text + "</div></div>\n"
    }

    private func marked(_ runs: [WordDifference.Run], _ tag: String) -> String {
        runs.map { run in
            let text = HTML.escaped(run.text)
            return run.isChanged ? "<\(tag)>\(text)</\(tag)>" : text
        }.joined()
    }

    private func sentences(_ group: SentenceChanges.Group) -> String {
        let rows = group.sentences.map { changed in
            [
                HTML.escaped(changed.sentence.text), HTML.escaped(changed.sentence.language ?? ""),
                changed.sentence.source.rawValue, FigureText.percent(changed.old.confidence, places: 0),
                FigureText.percent(changed.new.confidence, places: 0),
            ]
        }
        let title = "\(group.sentences.count)× \(group.old.text) → \(group.new.text)"
        return
            "<details\(group.sentences.count <= 5 ? " open" : "")><summary>\(HTML.escaped(title))</summary>"
            + HTML.table(["sentence", "language", "from", "confidence before", "after"], rows)
            + "</details>\n"
    }

    private var unnoticed: String {
        let notes = report.layout + report.unnoticeable.map(DifferencesText.note)
        guard !notes.isEmpty else { return "" }
        return "<details><summary>No difference for customers: "
            + "\(FigureText.count(notes.count, "change")) of layout, order or place</summary><ul>"
            + notes.map { "<li>\(HTML.escaped($0))</li>" }.joined() + "</ul></details>\n"
    }
}
