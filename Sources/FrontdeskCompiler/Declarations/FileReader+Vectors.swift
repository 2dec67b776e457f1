import FrontdeskMatching

extension FileReader {
    /// The name of a vector table.
    func vectors(_ node: SyntaxNode) -> String? {
        guard let name = name(node, "'vectors'") else { return nil }
        if VectorSource.names.contains(name.text) { return name.text }
        report.reportUnknown(.unknownValue, "value", name, known: VectorSource.names)
        return nil
    }
}
