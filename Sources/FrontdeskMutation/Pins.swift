import FrontdeskTesting

/// An expectation that an existing transcript lacks, and by which it would notice what no transcript does.
public struct Pin: Sendable {
    /// The transcript's place among those the run was made with, from 0.
    public let transcript: Int
    /// The line of its file behind which the expectation belongs, from 1.
    public let line: Int
    /// The expectation, as a line of the file: it holds on the assistant as it is.
    public let text: String
    /// What it notices: the summaries of the mutants on which it does not hold.
    public internal(set) var notices: [String]
}

extension Mutation {
    /// In how many transcripts an expectation is looked for.
    private static let pinTries = 12

    /// Where an expectation could stand.
    private struct PinPlace: Hashable {
        var transcript: Int
        var line: Int
        var text: String
    }

    /// Expectations that notice mutants which survived although transcripts get to them: as few as serve many mutants.
    ///
    /// - Parameters:
    ///   - report: What survived.
    ///   - lanes: How many mutants are tried at the same time, from 1.
    /// - Returns: The expectations, in the order of the transcripts, and the survivors that none of them notices.
    public func pins(for report: MutationReport, lanes: Int = 1) async -> (pins: [Pin], left: [Mutant]) {
        precondition(lanes > 0, "mutants are tried in at least one lane")
        let (ways, _) = await ways(lanes: lanes)
        let survivors = report.survivors.filter { $0.reaching > 0 }.map(\.mutant)
        var found = [[PinPlace]](repeating: [], count: survivors.count)
        await withTaskGroup(of: (Int, [PinPlace]).self) { group in
            for (number, mutant) in survivors.enumerated() {
                if number >= lanes, let (done, places) = await group.next() { found[done] = places }
                group.addTask { (number, await places(noticing: mutant, ways)) }
            }
            for await (done, places) in group { found[done] = places }
        }
        var pins: [PinPlace: Pin] = [:]
        for (mutant, places) in zip(survivors, found) {
            guard let first = places.first else { continue }
            let place = places.first { pins[$0] != nil } ?? first
            pins[place, default: Pin(place.transcript, place.line, place.text)].notices.append(mutant.summary)
        }
        let left = zip(survivors, found).filter(\.1.isEmpty).map(\.0)
        return (
            pins.values.sorted { ($0.transcript, $0.line, $0.text) < ($1.transcript, $1.line, $1.text) },
            report.survivors.filter { $0.reaching == 0 }.map(\.mutant) + left
        )
    }

    /// Everything that holds in transcripts, and not on a mutant, at the first step that tells it.
    private func places(noticing mutant: Mutant, _ ways: [Way]) async -> [PinPlace] {
        let runner = runner(of: mutant)
        var places: [PinPlace] = []
        for way in Self.reaching(mutant, ways).prefix(Self.pinTries) {
            let facts = await runner.run(way.transcript).facts
            for (step, (before, after)) in zip(way.transcript.steps, zip(way.facts, facts)) {
                let telling = before.filter { !after.contains($0) }
                guard !telling.isEmpty else { continue }
                places += telling.map {
                    PinPlace(transcript: way.number, line: step.lastLine, text: "  \($0)")
                }
                break
            }
        }
        return places
    }
}

extension Pin {
    fileprivate init(_ transcript: Int, _ line: Int, _ text: String) {
        (self.transcript, self.line, self.text, notices) = (transcript, line, text, [])
    }
}
