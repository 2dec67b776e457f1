/// What two versions came to, as programs read it.
public struct DifferencesDocument: Encodable {
    private struct Side: Encodable {
        var path: String
        var assistant: String
    }

    private struct Entry: Encodable {
        var group: String
        var kind: String
        var subject: String
        var part: String
        var language: String?
        var old: String?
        var new: String?
        var isNoticeable: Bool
        var file: String?
        var line: Int?
        var column: Int?

        enum CodingKeys: String, CodingKey {
            case group, kind, subject, part, language, old, new, file, line, column
            case isNoticeable = "noticeable"
        }

        init(_ located: DifferencesReport.Located) {
            let change = located.change
            group = change.group.rawValue
            kind = change.kind.rawValue
            subject = change.subject
            part = change.part
            language = change.language
            old = change.old
            new = change.new
            isNoticeable = change.isNoticeable
            file = located.place?.file
            line = located.place?.line
            column = located.place?.column
        }
    }

    private struct Taken: Encodable {
        var decision: String
        var intents: [String]
        var confidence: Double?

        init(_ reading: Reading) {
            decision = reading.decision.rawValue
            intents = reading.intents
            confidence = reading.confidence.map { ($0 * 1000).rounded() / 1000 }
        }
    }

    private struct Changed: Encodable {
        var text: String
        var language: String?
        var source: String
        var old: Taken
        var new: Taken
    }

    private struct Counts: Encodable {
        var sentences: [String: Int]
        var sentencesPerPattern: Int
        var flows: Int

        enum CodingKeys: String, CodingKey {
            case sentences, flows
            case sentencesPerPattern = "sentences_per_pattern"
        }
    }

    private let same: Bool
    private let old: Side
    private let new: Side
    private let changes: [Entry]
    private let sentences: [Changed]
    private let layout: [String]
    private let compared: Counts

    /// Makes a document of a report.
    public init(_ report: DifferencesReport) {
        same = report.isSame
        old = Side(path: report.old.path, assistant: report.old.assistant)
        new = Side(path: report.new.path, assistant: report.new.assistant)
        changes = report.changes.map(Entry.init)
        sentences = report.sentences.groups.flatMap(\.sentences).map { changed in
            Changed(
                text: changed.sentence.text,
                language: changed.sentence.language,
                source: changed.sentence.source.rawValue,
                old: Taken(changed.old),
                new: Taken(changed.new)
            )
        }
        layout = report.layout
        compared = Counts(
            sentences: Dictionary(report.sentences.counts.map { ($0.key.rawValue, $0.value) }) { one, _ in one
            },
            sentencesPerPattern: Sentences.perPattern,
            flows: report.flowsCompared
        )
    }
}
