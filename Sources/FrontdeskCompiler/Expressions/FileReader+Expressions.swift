import FrontdeskDialogue
import FrontdeskMatching

// Expressions: guards, rules, computed values.
extension FileReader {
    /// Reads an expression; nil, reported, when it is not written as one.
    ///
    /// Names and types are checked later.
    ///
    /// - Parameter what: The key in quotes, for messages: "'when'".
    func expression(_ node: SyntaxNode, _ what: String) -> ExpressionDeclaration? {
        guard let text = text(node, what) else { return nil }
        do {
            let tree = try ExpressionParser.parse(text) { inner(node, $0.lowerBound, $0.upperBound) }
            return ExpressionDeclaration(tree: tree, place: node.place)
        } catch {
            report.report(
                .badExpression,
                inner(node, error.range.lowerBound, error.range.upperBound),
                error.message,
                help: error.help,
                mends: error.meant.map { [.write($0)] } ?? []
            )
            return nil
        }
    }
}
