/// Finds names that lead back to themselves.
struct CycleSearch {
    private let uses: [String: [String]]
    private var done: Set<String> = []

    init(_ uses: [String: [String]]) { self.uses = uses }

    /// A cycle that can be reached from a name, in order; each one is told once, and nil when there is none.
    mutating func cycle(from name: String) -> [String]? {
        var path: [String] = []
        guard let cycle = search(name, &path) else { return nil }
        done.formUnion(cycle)
        return cycle
    }

    /// Reports each cycle among some names at the first of its names.
    ///
    /// - Parameters:
    ///   - names: The names as they are declared.
    ///   - uses: For each name those that it contains.
    ///   - written: A name as it is written where it is used.
    static func report(
        _ kind: DiagnosticKind,
        _ what: String,
        among names: [Name],
        uses: [String: [String]],
        written: (String) -> String,
        help: String,
        _ report: Reporter
    ) {
        var search = CycleSearch(uses)
        for name in names {
            guard let cycle = search.cycle(from: name.text) else { continue }
            let shown = (cycle + cycle.prefix(1)).map(written).joined(separator: " → ")
            let first = names.first { $0.text == cycle.first } ?? name
            report.report(kind, first.place, "this \(what) contains itself: \(shown)", help: help)
        }
    }

    private mutating func search(_ name: String, _ path: inout [String]) -> [String]? {
        if let start = path.firstIndex(of: name) { return Array(path[start...]) }
        guard !done.contains(name) else { return nil }
        path.append(name)
        for next in uses[name] ?? [] {
            if let cycle = search(next, &path) { return cycle }
        }
        path.removeLast()
        done.insert(name)
        return nil
    }
}
