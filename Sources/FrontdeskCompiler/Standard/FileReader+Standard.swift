import FrontdeskDialogue

/// What a team says of its service standard; what it does not say is as the engine has it.
struct StandardDeclaration {
    var off: Set<ServiceStandard.Rule> = []
    var longest: Int?
    var lowestEase: Double?
    var complaints: [String]?
    var opinions: [String]?
    var words: [String: [ServiceStandard.List: [String]]] = [:]
    /// The languages of its words, and what it says of intents, as they stand in the file.
    var languages: [Name] = []
    var intents: [Name] = []

    /// Another standard, with what is said here in its place; words are added to its lists, and those behind a `!` leave them.
    func on(_ standard: ServiceStandard) -> ServiceStandard {
        var merged = standard
        merged.off.formUnion(off)
        merged.longest = longest ?? merged.longest
        merged.lowestEase = lowestEase ?? merged.lowestEase
        merged.complaints = complaints ?? merged.complaints
        merged.opinions = opinions ?? merged.opinions
        for (language, lists) in words {
            merged.words[language, default: [:]].merge(lists) { known, own in
                let left = own.filter { $0.hasPrefix("!") }.map { $0.dropFirst() }
                return known.filter { !left.contains($0[...]) } + own.filter { !$0.hasPrefix("!") }
            }
        }
        return merged
    }
}

// What good service is.
extension FileReader {
    /// `standard: {length: 300, reading: 60, name: off, complaints: ["complaint*"], words: {en: {banned: [kindly]}}}`.
    func standard(_ node: SyntaxNode) -> StandardDeclaration {
        var standard = StandardDeclaration()
        guard var keys = keys(node, .standard, "'standard'") else { return standard }
        for rule in ServiceStandard.Rule.allCases {
            guard let entry = keys.take(rule.rawValue) else { continue }
            if entry.value.text == "off" {
                standard.off.insert(rule)
            } else if rule == .length {
                standard.longest = integer(entry.value, "length", 40...4000)
            } else if rule == .reading {
                standard.lowestEase = number(entry.value, "reading", 0...100)
            } else if entry.value.text != "on" {
                report.report(
                    .unknownWord,
                    entry.value.place,
                    "'\(rule.rawValue)' is on or off",
                    help: "write 'off' to do without the rule, or leave the line out"
                )
            }
        }
        if let value = keys["complaints"] {
            standard.complaints = intents(value, &standard)
        }
        if let value = keys["opinions"] { standard.opinions = intents(value, &standard) }
        for language in entries(keys["words"], "words") {
            guard var lists = self.keys(language.value, .standardWords, "'\(language.name.text)'") else {
                continue
            }
            standard.languages.append(language.name)
            for list in ServiceStandard.List.allCases {
                guard let value = lists[list.rawValue] else { continue }
                standard.words[language.name.text, default: [:]][list] =
                    texts(value, "a word or phrase").compactMap { $0.text?.lowercased() }
            }
            lists.finish("in the words of a standard")
        }
        keys.finish("in 'standard'")
        return standard
    }

    private func intents(_ node: SyntaxNode, _ standard: inout StandardDeclaration) -> [String] {
        let names = texts(node, "an intent").compactMap { node in
            node.text.map { Name(text: $0, place: node.place) }
        }
        standard.intents += names
        return names.map(\.text)
    }
}
