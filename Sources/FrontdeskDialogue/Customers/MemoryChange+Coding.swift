/// One of `{"recalled": {…}}`, `{"consent": true}`, `{"learnt": […]}` and `{"forgotten": ["size"]}`.
extension MemoryChange: Codable {
    private enum Key: String, CodingKey { case recalled, consent, learnt, forgotten }

    /// Writes the change.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .recalled(let memory): try container.encode(memory, forKey: .recalled)
        case .consent(let isGiven): try container.encode(isGiven, forKey: .consent)
        case .learnt(let values): try container.encode(values, forKey: .learnt)
        case .forgotten(let names): try container.encode(names, forKey: .forgotten)
        }
    }

    /// Reads a change.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let memory = try container.decodeIfPresent(CustomerMemory.self, forKey: .recalled) {
            self = .recalled(memory)
        } else if let isGiven = try container.decodeIfPresent(Bool.self, forKey: .consent) {
            self = .consent(isGiven: isGiven)
        } else if let values = try container.decodeIfPresent([RememberedValue].self, forKey: .learnt) {
            self = .learnt(values)
        } else {
            self = .forgotten(try container.decode([String].self, forKey: .forgotten))
        }
    }
}
