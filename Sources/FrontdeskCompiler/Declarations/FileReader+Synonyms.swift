import FrontdeskMatching

/// A set of synonyms.
struct SynonymDeclaration {
    var name: Name
    var members: [Name]

    /// The set as patterns use it.
    var set: SynonymSet { SynonymSet(name: name.text, members: members.map(\.text)) }
}

// Sets of synonyms: `parcel: [package, box]`.
extension FileReader {
    func readSynonyms(_ keys: inout Keys) -> [SynonymDeclaration] {
        entries(keys["synonyms"], "synonyms").compactMap { entry in
            guard let name = declaredName(entry.name, "a set of synonyms") else { return nil }
            let members = names(entry.value, "a synonym").filter { hasWords($0) }
            return SynonymDeclaration(name: name, members: members)
        }
    }

    private func hasWords(_ member: Name) -> Bool {
        if !Tokenizer.tokenize(member.text).isEmpty { return true }
        report.report(
            .emptyText,
            member.place,
            "the synonym '\(member.text)' has no words",
            help: "write words that customers use, or the name of another set"
        )
        return false
    }
}
