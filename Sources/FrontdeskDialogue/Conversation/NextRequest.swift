/// What one part of a message was taken to mean.
public struct UnderstoodPart: Sendable, Hashable, Codable {
    /// The part as it was written.
    public var text: String
    /// The intent it was taken for; nil when it answers what was asked.
    public var intent: String?
    /// How sure that is, 0…1; nil when it answers what was asked.
    public var confidence: Double?

    /// Makes a part.
    public init(text: String, intent: String? = nil, confidence: Double? = nil) {
        self.text = text
        self.intent = intent
        self.confidence = confidence
    }
}

/// A request that came beside another one, and waits until that is done.
public struct NextRequest: Sendable, Hashable, Codable {
    /// The intent it was taken for.
    public var intent: String
    /// What was said, with the entities found in it.
    public var message: UnclearMessage

    /// Makes a request.
    public init(intent: String, message: UnclearMessage) {
        self.intent = intent
        self.message = message
    }
}
