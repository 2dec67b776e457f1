/// No set of synonyms contains itself, not even through others.
enum SynonymCycles: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        var uses: [String: [String]] = [:]
        for set in program.synonyms {
            uses[set.name.text] = set.members.map(\.text).filter { names.synonyms.contains($0) }
        }
        CycleSearch.report(
            .synonymCycle,
            "set of synonyms",
            among: program.synonyms.map(\.name),
            uses: uses,
            written: { "~\($0)" },
            help: "take one of them out of the other, or make one set of them",
            report
        )
    }
}
