public import FrontdeskMatching

extension Mend {
    /// The change as an edit of the file.
    ///
    /// - Parameters:
    ///   - span: What the diagnostic means, in bytes of the file.
    ///   - source: The file as it was when the diagnostic was made.
    /// - Returns: The edit; nil where the file is written so that it cannot be made safely.
    public func edit(at span: SourceSpan, in source: SourceFile) -> SourceEdit? {
        guard span.start >= 0, span.start <= span.end, span.end <= source.bytes.count else { return nil }
        let written = WrittenEntries(source)
        let edit: SourceEdit? =
            switch change {
            case .write(let text):
                SourceEdit(span: span, text: Self.quoted(text, as: source.bytes[span.start..<span.end]))
            case .quote: Self.inQuotes(span, source.bytes)
            case .takeOut: written.takingOut(at: span.start)
            case .addBeside(let key, let value): written.adding("\(key): \(value)", beside: span.start)
            case .addBelow(let key, let keys, let value):
                written.adding(keys.map { "\($0): \(value)" }, below: key, beside: span.start)
            case .addItem(let key, let item): written.adding(item: item, to: key, beside: span.start)
            case .takeOutBeside(let key): written.takingOut(key, beside: span.start)
            }
        guard let edit, isReadable(source.applying(edit)) else { return nil }
        return edit
    }

    /// Whether the file can still be read: what was overlooked must not make it worse.
    private func isReadable(_ source: SourceFile) -> Bool {
        WrittenEntries(source).root != nil
    }

    /// In the quotes in which it stood.
    private static func quoted(_ text: String, as written: ArraySlice<UInt8>) -> String {
        guard let first = written.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
            written.count > 1, written.last == first
        else { return text }
        let quote = String(decoding: [first], as: UTF8.self)
        return quote + text + quote
    }

    /// The text from where it begins to the end of its line in quotes, comment left out.
    private static func inQuotes(_ span: SourceSpan, _ bytes: [UInt8]) -> SourceEdit? {
        var end = WrittenText.lineEnd(span.start, bytes)
        if let comment = (span.start..<end).dropFirst().first(where: {
            bytes[$0] == UInt8(ascii: "#") && bytes[$0 - 1] <= 0x20
        }) {
            end = comment
        }
        while end > span.start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end >= span.end else { return nil }
        let text = String(decoding: bytes[span.start..<end], as: UTF8.self)
        guard !text.isEmpty, !text.contains("'") || !text.contains("\"") else { return nil }
        // Within single quotes nothing but they themselves means anything.
        if !text.contains("'") { return SourceEdit(span: SourceSpan(span.start, end), text: "'\(text)'") }
        guard !text.contains("\\") else { return nil }
        return SourceEdit(span: SourceSpan(span.start, end), text: "\"\(text)\"")
    }
}

extension SourceFile {
    /// The file with an edit made.
    public func applying(_ edit: SourceEdit) -> SourceFile {
        var file = self
        file.bytes.replaceSubrange(edit.span.start..<edit.span.end, with: Array(edit.text.utf8))
        return file
    }
}
