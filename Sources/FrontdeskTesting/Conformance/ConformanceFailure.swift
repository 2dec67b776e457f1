/// A rule that a store or a queue does not keep.
public struct ConformanceFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The rule, in a sentence without a full stop.
    public var rule: String
    /// What was seen instead.
    public var found: String

    /// Rule and finding in one line.
    public var description: String { "\(rule): \(found)" }
}

/// Collects what one rule's check finds.
struct Findings {
    private(set) var found: [String] = []

    /// Notes it when two values differ.
    mutating func same<Value: Equatable>(_ actual: Value, _ expected: Value, _ what: String) {
        if actual != expected { found.append("\(what) was \(actual), not \(expected)") }
    }

    /// Notes it when a condition does not hold.
    mutating func holds(_ condition: Bool, _ otherwise: String) {
        if !condition { found.append(otherwise) }
    }
}

/// One rule and how it is checked, each time on a new thing.
struct ConformanceRule<Subject> {
    let rule: String
    let check: @Sendable (Subject, inout Findings) async throws -> Void

    init(_ rule: String, _ check: @escaping @Sendable (Subject, inout Findings) async throws -> Void) {
        self.rule = rule
        self.check = check
    }

    func failures(_ make: () async throws -> Subject) async -> [ConformanceFailure] {
        var findings = Findings()
        do {
            try await check(try await make(), &findings)
        } catch {
            return [ConformanceFailure(rule: rule, found: "it threw: \(error)")]
        }
        return findings.found.map { ConformanceFailure(rule: rule, found: $0) }
    }
}
