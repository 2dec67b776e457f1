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
