import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskDifferences
import FrontdeskMatching
import FrontdeskTesting

/// Two versions of an assistant, and what customers write to them.
struct VersionComparison {
    private let old: DiffedVersion
    private let new: DiffedVersion
    private let written: [Sentence]

    init(_ old: DiffedVersion, _ new: DiffedVersion, transcripts: String?) throws(CommandFailure) {
        self.old = old
        self.new = new
        let twins = [new, old].compactMap(\.origin).compactMap {
            TranscriptFolder.twin(ofAssistantAt: $0.path)
        }
        guard let folder = transcripts ?? twins.first else {
            written = []
            return
        }
        let readings = try TranscriptFolder.files(in: folder).map { $0.reading() }
        // A transcript with a mistake is told by 'frontdesk test'; what can be read of the others serves here.
        written = readings.flatMap(\.transcripts).flatMap { transcript in
            transcript.steps.compactMap { step in
                guard case .says(let text) = step.act else { return nil }
                return Sentence(text, language: transcript.customer?.language, source: .transcript)
            }
        }
    }

    func report(language: String?) async throws -> DifferencesReport {
        if let language, !(old.assistant.languages + new.assistant.languages).contains(language) {
            let known = Set(old.assistant.languages + new.assistant.languages).sorted()
            throw CommandFailure(
                message: "neither version speaks '\(language)'; they speak \(known.joined(separator: ", "))."
            )
        }
        let differences = try AssistantDifferences(from: old.assistant, to: new.assistant)
        var changes = differences.changes
        if old.script != new.script { changes.append(.data(old.script, new.script)) }
        if let language { changes = changes.filter { $0.language == nil || $0.language == language } }
        let names = Set(old.assistant.flows.map(\.name))
        return DifferencesReport(
            from: old.side,
            to: new.side,
            changes: changes,
            sentences: await sentences(differences.renamed, language),
            flowsCompared: new.assistant.flows.count { names.contains($0.name) }
        )
    }

    private func sentences(
        _ renamed: [AssistantDifferences.Renamed],
        _ language: String?
    ) async -> SentenceChanges {
        var definitions: [(language: String?, definition: MatcherDefinition)] = []
        for assistant in [old.assistant, new.assistant] {
            for (number, tag) in assistant.languages.enumerated() {
                let customers = assistant.languages.count > 1 ? tag : nil
                definitions.append((customers, assistant.matching(in: number == 0 ? nil : tag)))
            }
        }
        var sentences = Sentences(definitions, written: written).all
        if let language { sentences = sentences.filter { $0.language == nil || $0.language == language } }
        let readers = (reader(of: old, renamed), reader(of: new, []))
        async let first = readers.0.readings(of: sentences)
        let second = readers.1.readings(of: sentences)
        return SentenceChanges(sentences, await first, second)
    }

    private func reader(
        of version: DiffedVersion,
        _ renamed: [AssistantDifferences.Renamed]
    ) -> SentenceReader {
        let zone = Zone.named(version.assistant.zone, around: SystemClock().milliseconds) ?? .utc
        return SentenceReader(version.assistant, version.matcher, zone: zone, renames: renamed)
    }
}
