public import FrontdeskDialogue

/// What an action gives in a transcript, instead of being run.
///
/// ```
/// action carrier.track gives found after 4s {place: Leipzig}
/// ```
public struct ActionStub: Sendable, Hashable {
    /// The action.
    public var action: String
    /// Its outcome.
    public var outcome: String
    /// How long it takes, in milliseconds; the clock moves on by as much.
    public var milliseconds: Int64
    /// Its row; nil: none.
    public var record: Record?

    /// Makes a stub.
    public init(action: String, outcome: String, milliseconds: Int64 = 0, record: Record? = nil) {
        self.action = action
        self.outcome = outcome
        self.milliseconds = milliseconds
        self.record = record
    }

    /// Reads what stands behind `action`: `NAME gives OUTCOME`, then, if need be, `after 4s` and `{field: value}`.
    static func read(_ text: String) -> Result<ActionStub, HeaderFields.Problem> {
        let problem = HeaderFields.Problem(
            message: "expected 'action NAME gives OUTCOME', then, if need be, 'after 4s' and '{field: value}'"
        )
        let brace = text.firstIndex(of: "{") ?? text.endIndex
        let words = text[..<brace].split(separator: " ").map(String.init)
        guard words.count == 3 || words.count == 5, words[1] == "gives" else { return .failure(problem) }
        var stub = ActionStub(action: words[0], outcome: words[2])
        if words.count == 5 {
            guard words[3] == "after", let milliseconds = time(words[4]) else { return .failure(problem) }
            stub.milliseconds = milliseconds
        }
        guard brace < text.endIndex else { return .success(stub) }
        return HeaderFields.read(text[brace...].trimmingBlanks).map { fields in
            stub.record = Record(fields.map { Record.Field($0.0, $0.1.isEmpty ? .none : .text($0.1)) })
            return stub
        }
    }

    private static func time(_ text: String) -> Int64? {
        let units: [(String, Int64)] = [("ms", 1), ("s", 1000), ("m", 60_000)]
        guard let unit = units.first(where: { text.hasSuffix($0.0) }),
            let count = Int64(text.dropLast(unit.0.count)), (0...3_600_000 / unit.1).contains(count)
        else { return nil }
        return count * unit.1
    }
}
