package import FrontdeskMatching

/// A name in an intent file: where it is declared, or where something refers to it.
package struct NameUse: Sendable, Hashable {
    package var kind: NameKind
    package var name: String
    /// The flow of a slot or state; empty for all other names.
    package var scope: String
    /// The bytes of the name.
    package var span: SourceSpan
    package var isDeclaration: Bool
    /// For a declaration, the offset behind the last byte of what is declared.
    package var end: Int
    /// Of a declaration, how many others are around it.
    package var depth: Int

    /// Whether the other one is about the same thing.
    package func isSame(as other: NameUse) -> Bool {
        kind == other.kind && name == other.name && scope == other.scope
    }
}

/// The names of one intent file, in the order in which they stand there.
package struct FileOutline: Sendable, Hashable {
    package var uses: [NameUse]
    /// The language of a translation.
    package var language: String?

    /// The names of a file; nil when it cannot be read as YAML.
    package init?(_ source: SourceFile) {
        guard source.bytes.count <= SourceFile.sizeLimit, SourceCheck.firstInvalidByte(source.bytes) == nil
        else { return nil }
        let report = Reporter([source])
        var yaml = YAMLReader(file: 0, bytes: source.bytes, report: report)
        guard let root = yaml.read(), !report.hasErrors else {
            guard !report.hasErrors else { return nil }
            uses = []
            return
        }
        var language: String?
        if case .keys(let entries) = root.kind {
            language = entries.first { $0.key.text == "language" }?.value.text
        }
        let isAssistant = source.isAssistantFile
        let file: Part = isAssistant ? .assistantFile : language == nil ? .topicFile : .translationFile
        var reader = OutlineReader(source: source.bytes)
        reader.read(root, .part(file))
        uses = reader.uses.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
        self.language = isAssistant ? nil : language
    }
}
