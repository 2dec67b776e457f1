import FrontdeskPages

/// What two versions came to, as people read it in a terminal.
public struct DifferencesText {
    /// How words are marked that are otherwise.
    public struct Marks: Sendable {
        /// What is gone.
        public var old: @Sendable (String) -> String
        /// What is new.
        public var new: @Sendable (String) -> String
        /// Headings.
        public var heading: @Sendable (String) -> String
        /// Places and counts.
        public var aside: @Sendable (String) -> String

        /// Makes marks.
        public init(
            old: @escaping @Sendable (String) -> String,
            new: @escaping @Sendable (String) -> String,
            heading: @escaping @Sendable (String) -> String,
            aside: @escaping @Sendable (String) -> String
        ) {
            self.old = old
            self.new = new
            self.heading = heading
            self.aside = aside
        }

        /// Marks of plain text: `[-gone-]` and `{+new+}`.
        public static let plain = Marks(
            old: { "[-\($0)-]" },
            new: { "{+\($0)+}" },
            heading: { $0 },
            aside: { $0 }
        )
    }

    /// How many sentences of a group are shown.
    static let sentencesShown = 3
    /// How many groups of sentences, and changes of a group, are shown.
    static let shown = 40

    private let report: DifferencesReport
    private let marks: Marks
    private let showsAll: Bool

    /// Makes a text.
    ///
    /// - Parameters:
    ///   - report: What came of the comparison.
    ///   - marks: How words are marked.
    ///   - showsAll: Whether everything is listed, also what customers cannot notice.
    public init(_ report: DifferencesReport, marks: Marks = .plain, showsAll: Bool = false) {
        self.report = report
        self.marks = marks
        self.showsAll = showsAll
    }

    /// The changes by group, then what makes no difference, then what was compared.
    public var text: String {
        var text = ""
        if report.old.assistant != report.new.assistant {
            text +=
                "Two assistants of different names: \(report.old.assistant) and \(report.new.assistant).\n\n"
        }
        text += marks.aside("\(report.old.path) → \(report.new.path)") + "\n\n"
        for group in Change.Group.allCases {
            let changes = report.noticeable.filter { $0.change.group == group }
            let sentences = group == .understanding ? report.sentences.changed : 0
            guard !changes.isEmpty || sentences > 0 else { continue }
            var counts: [String] = []
            if !changes.isEmpty { counts.append(FigureText.count(changes.count, "change")) }
            if sentences > 0 {
                counts.append("\(FigureText.count(sentences, "sentence")) taken for something else")
            }
            text += marks.heading("\(group.title): \(counts.joined(separator: ", "))") + "\n"
            if sentences > 0 { text += sentencesText }
            text += list(changes) + "\n"
        }
        if report.isSame { text += "Customers notice no difference.\n" }
        return text + unnoticed + compared
    }

    // MARK: Changes

    private func list(_ changes: [DifferencesReport.Located]) -> String {
        var text = ""
        var subject = ""
        let limit = showsAll ? changes.count : Self.shown
        for located in changes.prefix(limit) {
            let change = located.change
            if change.subject != subject {
                subject = change.subject
                text += "  \(subject)\n"
            }
            text += "    \(change.summary)"
            if let place = located.place { text += "  " + marks.aside(self.place(place, change)) }
            text += "\n" + values(change)
        }
        if changes.count > limit { text += "  … and \(changes.count - limit) more; --all lists them\n" }
        return text
    }

    /// What is gone stands in the first version: its place says so.
    private func place(_ place: DifferencesReport.Place, _ change: Change) -> String {
        (change.kind == .removed ? "was in " : "") + place.text
    }

    private func values(_ change: Change) -> String {
        let old = change.old.map(line)
        let new = change.new.map(line)
        switch (old, new) {
        case (nil, nil): return ""
        case (let old?, nil): return "      - \(old)\n"
        case (nil, let new?): return "      + \(new)\n"
        case (let old?, let new?):
            if change.isText {
                let difference = WordDifference(from: old, to: new)
                if difference.parts.contains(where: { !$0.isChanged }) {
                    return "      \(inline(difference))\n"
                }
            } else if old.count + new.count < 80 {
                return "      \(old) → \(new)\n"
            }
            return "      - \(old)\n      + \(new)\n"
        }
    }

    private func inline(_ difference: WordDifference) -> String {
        difference.parts.map { part in
            guard part.isChanged else { return part.new }
            return (part.old.isEmpty ? "" : marks.old(part.old))
                + (part.new.isEmpty ? "" : marks.new(part.new))
        }.joined()
    }

    private func line(_ text: String) -> String {
        text.split(separator: "\n").joined(separator: " ⏎ ")
    }

    // MARK: Sentences

    private var sentencesText: String {
        var text = ""
        let limit = showsAll ? report.sentences.groups.count : Self.shown
        for group in report.sentences.groups.prefix(limit) {
            text += "  \(group.sentences.count)x \(group.old.text) → \(group.new.text)\n"
            let count = showsAll ? group.sentences.count : Self.sentencesShown
            for changed in group.sentences.prefix(count) {
                let confidence =
                    "\(Self.percent(changed.old.confidence)) → \(Self.percent(changed.new.confidence))"
                text += "    \(line(changed.sentence.text))  \(marks.aside("(\(confidence))"))\n"
            }
            if group.sentences.count > count { text += "    … and \(group.sentences.count - count) more\n" }
        }
        let rest = report.sentences.groups.count - limit
        return rest > 0 ? text + "  … and \(rest) more groups; --all lists them\n" : text
    }

    private static func percent(_ confidence: Double?) -> String {
        confidence.map { FigureText.percent($0, places: 0) } ?? "-"
    }

    // MARK: The rest

    private var unnoticed: String {
        let notes = report.layout + report.unnoticeable.map(Self.note)
        guard !notes.isEmpty else { return "" }
        guard showsAll else {
            return
                "No difference for customers: \(FigureText.count(notes.count, "change")) of layout, order or place; "
                + "--all lists them.\n"
        }
        return "No difference for customers:\n" + notes.map { "  \($0)\n" }.joined()
    }

    static func note(_ located: DifferencesReport.Located) -> String {
        "\(located.change.subject): \(located.change.summary)"
    }

    private var compared: String {
        let counts = report.sentences.counts
        var sources: [String] = []
        func add(_ source: Sentence.Source, _ words: String) {
            if let count = counts[source], count > 0 { sources.append("\(count) \(words)") }
        }
        add(.example, "examples")
        add(.pattern, "of patterns, at most \(Sentences.perPattern) of each")
        add(.transcript, "from transcripts")
        var text = "Compared: everything in both definitions; "
        text +=
            "\(FigureText.count(report.sentences.tried, "sentence")) as the first message of a conversation"
        if !sources.isEmpty { text += " (\(sources.joined(separator: "; ")))" }
        text += "; the shortest way through \(FigureText.count(report.flowsCompared, "flow")).\n"
        return text
    }
}
