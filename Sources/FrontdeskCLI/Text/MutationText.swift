import Foundation
import FrontdeskCompiler
import FrontdeskMutation
import FrontdeskTesting

/// What became of all mutants, as people and as programs read it.
struct MutationText {
    let report: MutationReport
    /// How long it took.
    let seconds: Double
    /// The assistant's folder or bundle.
    let path: String
    /// Its files, in which mutants have their places; none for a bundle.
    let sources: [SourceFile]

    /// Every operator's name with what it does.
    static var operators: String {
        let width = MutationOperator.allCases.map(\.rawValue.count).max() ?? 0
        return MutationOperator.allCases.map { kind in
            "\(kind.rawValue.padding(toLength: width, withPad: " ", startingAt: 0))  \(kind.summary)\n"
        }.joined()
    }

    static func percent(_ share: Double) -> String {
        // Rounded down: 90 % is not reached by 89.96 %.
        String(format: "%.1f %%", (share * 1000).rounded(.down) / 10)
    }

    /// What survived, file by file, then how well each operator's mutants were noticed, then the score.
    func text() -> String {
        var text = ""
        for verdict in report.survivors {
            let mutant = verdict.mutant
            text += "\(position(of: mutant)): \(mutant.kind.rawValue): \(mutant.summary)\n"
            text += "  then \(mutant.kind.meaning); "
            text +=
                verdict.reaching == 0
                ? "no transcript gets there\n"
                : "\(counted(verdict.reaching, "transcript")) \(verdict.reaching == 1 ? "gets" : "get") there\n"
        }
        if !report.survivors.isEmpty { text += "\n" }
        let width = report.rows.map(\.kind.rawValue.count).max() ?? 0
        for row in report.rows {
            let name = row.kind.rawValue.padding(toLength: width, withPad: " ", startingAt: 0)
            text += "  \(name)  \(row.killed) of \(row.total)\n"
        }
        for rule in Exclusion.allCases {
            guard let count = report.excluded[rule], count > 0 else { continue }
            text += "  left out: \(counted(count, "change")), as \(rule.summary)\n"
        }
        if !report.failing.isEmpty {
            text +=
                "  left out: \(counted(report.failing.count, "transcript")) that fail without any change: "
            text +=
                report.failing.prefix(3).joined(separator: "; ") + (report.failing.count > 3 ? "; …\n" : "\n")
        }
        let drawn = report.possible > report.verdicts.count ? " (of \(report.possible), drawn at random)" : ""
        text += "\(path): \(report.killed) of \(report.verdicts.count) mutants\(drawn) noticed by "
        text += "\(counted(report.transcripts, "transcript")): score \(Self.percent(report.score)), "
        return text + String(format: "%.1f s\n", seconds)
    }

    private func position(of mutant: Mutant) -> String {
        guard let place = place(of: mutant) else {
            return sources.isEmpty ? mutant.place.joined(separator: ".") : path
        }
        return "\(place.file):\(place.line):\(place.column)"
    }

    /// The line of what was changed, in the files of its language.
    private func place(of mutant: Mutant) -> (file: String, line: Int, column: Int)? {
        SourcePlace.of(mutant.place, text: mutant.text, language: mutant.language, in: sources)
    }

    // MARK: JSON

    private struct Document: Encodable {
        struct Place: Encodable {
            var file: String
            var line: Int
            var column: Int
        }
        struct Survivor: Encodable {
            var kind: String
            var summary: String
            var meaning: String
            var keys: [String]
            var at: Place?
            var reaching: Int
        }

        var assistant: String
        var seconds: Double
        var score: Double
        var killed: Int
        var mutants: Int
        var possible: Int
        var transcripts: Int
        var operators: [MutationReport.Row]
        var excluded: [String: Int]
        var failing: [String]
        var survivors: [Survivor]
    }

    /// One object: the score, each operator's row, and the survivors with their places.
    func json() throws(CommandFailure) -> String {
        let excluded = report.excluded.map { ($0.key.rawValue, $0.value) }
        let document = Document(
            assistant: report.assistant,
            seconds: seconds,
            score: report.score,
            killed: report.killed,
            mutants: report.verdicts.count,
            possible: report.possible,
            transcripts: report.transcripts,
            operators: report.rows,
            excluded: Dictionary(excluded) { first, _ in first },
            failing: report.failing,
            survivors: report.survivors.map { verdict in
                let place = place(of: verdict.mutant)
                return Document.Survivor(
                    kind: verdict.mutant.kind.rawValue,
                    summary: verdict.mutant.summary,
                    meaning: verdict.mutant.kind.meaning,
                    keys: verdict.mutant.place,
                    at: place.map { Document.Place(file: $0.file, line: $0.line, column: $0.column) },
                    reaching: verdict.reaching
                )
            }
        )
        return try LineJSON.text(of: document)
    }
}
