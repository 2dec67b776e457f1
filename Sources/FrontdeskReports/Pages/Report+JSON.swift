private import FoundationEssentials

extension Report {
    /// The report as JSON, `frontdesk-report/1`; equal reports give equal bytes.
    ///
    /// - Parameter indented: Whether people are to read it; otherwise it is one line.
    public func json(indented: Bool = true) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if indented { encoder.outputFormatting.insert(.prettyPrinted) }
        do {
            return Array(try encoder.encode(self))
        } catch {
            preconditionFailure("a report does not encode: \(error)")
        }
    }
}
