/// Reads `{name: Ada Byron, email: "a,b@example.com"}`.
enum HeaderFields {
    struct Problem: Error {
        var message: String
    }

    static func read(_ text: String) -> Result<[(String, String)], Problem> {
        guard text.hasPrefix("{"), text.hasSuffix("}") else {
            return .failure(
                Problem(
                    message: "expected fields in braces, such as {name: Ada Byron, email: ada@example.com}"
                )
            )
        }
        var fields: [(String, String)] = []
        for part in split(text.dropFirst().dropLast()) where !part.trimmingBlanks.isEmpty {
            guard let colon = part.firstIndex(of: ":") else {
                return .failure(Problem(message: "expected 'name: value', not '\(part.trimmingBlanks)'"))
            }
            let value = part[part.index(after: colon)...].trimmingBlanks
            fields.append((part[..<colon].trimmingBlanks, unquoted(value)))
        }
        return .success(fields)
    }

    /// The parts between commas outside quotes.
    private static func split(_ text: Substring) -> [String] {
        var parts: [String] = []
        var part = ""
        var quote: Character?
        for character in text {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'", part.trimmingBlanks.hasSuffix(":")
            {
                quote = character
            }
            if character == ",", quote == nil {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        return parts + [part]
    }

    private static func unquoted(_ value: String) -> String {
        guard value.count >= 2, let first = value.first, first == "\"" || first == "'", value.last == first
        else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }
}
