import FrontdeskMatching

// The languages an assistant speaks.
extension FileReader {
    /// The tags under `languages`, each one the engine knows, the first one that of all ordinary files.
    func languages(_ node: SyntaxNode) -> [String] {
        var result: [String] = []
        let known = Language.allCases.map(\.rawValue)
        for tag in names(node, "a language") {
            guard Language(rawValue: tag.text) != nil else {
                report.report(
                    .badLanguage,
                    tag.place,
                    "the language '\(tag.text)' is not available",
                    help: "this version speaks \(Spelling.list(known))"
                )
                continue
            }
            guard !result.contains(tag.text) else {
                report.report(
                    .badLanguage,
                    tag.place,
                    "the language '\(tag.text)' stands here twice",
                    help: "write each language once, that of all ordinary files first"
                )
                continue
            }
            result.append(tag.text)
        }
        return result.isEmpty ? [Language.english.rawValue] : result
    }

    /// Whether `translations` wants a translation of every text.
    func isComplete(_ node: SyntaxNode) -> Bool {
        guard let name = name(node, "'translations'") else { return false }
        if name.text != "complete", name.text != "partial" {
            report.reportUnknown(
                .unknownWord,
                "value for 'translations'",
                name,
                known: ["complete", "partial"]
            )
        }
        return name.text == "complete"
    }
}
