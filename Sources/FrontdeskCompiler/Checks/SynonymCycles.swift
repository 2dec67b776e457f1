/// No set of synonyms contains itself, not even through others.
enum SynonymCycles: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        var uses: [String: [String]] = [:]
        for set in program.synonyms {
            uses[set.name.text] = set.members.map(\.text).filter { names.synonyms.contains($0) }
        }
        var search = CycleSearch(uses)
        for set in program.synonyms {
            guard let cycle = search.cycle(from: set.name.text) else { continue }
            let shown = (cycle + cycle.prefix(1)).map { "~\($0)" }.joined(separator: " → ")
            let place = program.synonyms.first { $0.name.text == cycle.first }?.name.place ?? set.name.place
            report.report(
                .synonymCycle,
                place,
                "this set of synonyms contains itself: \(shown)",
                help: "take one of them out of the other, or make one set of them"
            )
        }
    }
}
