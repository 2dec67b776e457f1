import Foundation

/// JSON on one line, keys sorted.
enum LineJSON {
    /// The line with its end.
    ///
    /// - Throws: ``CommandFailure`` when the value holds what JSON has no way to write, such as an infinite number.
    static func text(of value: some Encodable) throws(CommandFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
        } catch {
            throw CommandFailure(message: "the result cannot be written as JSON: \(error)")
        }
    }
}
