/// A linear classifier over words and character n-grams with its calibration.
public struct IntentModel: Sendable, Hashable, Codable {
    /// Trains a model, deterministically: the same definition gives the same bytes.
    ///
    /// - Returns: The model, or nil when no intent of the definition has examples.
    public static func train(_ definition: MatcherDefinition) -> IntentModel? {
        nil
    }
}
