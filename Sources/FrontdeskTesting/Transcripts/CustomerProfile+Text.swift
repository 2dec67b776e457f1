public import FrontdeskDialogue

extension CustomerProfile {
    /// The profile as a transcript's head has it: `{name: Ada Byron, verified: true}`; nil where nothing is known.
    public var transcriptText: String? {
        var fields: [(String, String?)] = [
            ("id", id), ("name", name), ("email", email), ("phone", phone), ("language", language),
            ("zone", zone), ("tier", tier), ("gender", gender), ("consent", consent?.joined(separator: " ")),
        ]
        fields += (preferences ?? [:]).sorted { $0.key < $1.key }
            .map { (CustomerProfile.preferencePrefix + $0.key, $0.value) }
        if isVerified { fields.append(("verified", "true")) }
        let known = fields.compactMap { name, value in value.map { "\(name): \($0.transcriptValue)" } }
        return known.isEmpty ? nil : "{\(known.joined(separator: ", "))}"
    }
}

extension String {
    /// The text as a value within the braces of a transcript's line, in one line and in quotes where it needs them.
    public var transcriptValue: String {
        let text = split(whereSeparator: \.isNewline).joined(separator: " ")
        guard text.contains(where: { ",'\"{}".contains($0) }) || text.first == " " || text.last == " " else {
            return text
        }
        return text.contains("\"") ? "'\(text.replacing("'", with: "’"))'" : "\"\(text)\""
    }
}
