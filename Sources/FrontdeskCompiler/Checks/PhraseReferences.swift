import FrontdeskMatching

/// Patterns and examples name entity types and rules that exist.
enum PhraseReferences: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        for pattern in program.allPatterns { check(pattern, names, report) }
        for example in program.allExamples {
            for type in example.types where !names.entities.contains(type.text) {
                report.reportUnknown(
                    .unknownEntity,
                    "entity type",
                    type,
                    known: names.entityList,
                    otherwise: unknownTypeHelp
                )
            }
        }
    }

    private static let unknownTypeHelp =
        "declare it under 'entities'; 'frontdesk explain --code FD0012' lists the built-in ones"

    private static func check(_ pattern: PatternDeclaration, _ names: Names, _ report: Reporter) {
        var references = PatternReferences()
        pattern.pattern.root.collect(into: &references)
        for entity in references.entities where !names.entities.contains(entity) {
            let name = Name(text: entity, place: place(of: "{\(entity)", in: pattern))
            report.reportUnknown(
                .unknownEntity,
                "entity type",
                name,
                known: names.entityList,
                otherwise: unknownTypeHelp
            )
        }
        for rule in references.rules where !names.rules.contains(rule) {
            let name = Name(text: rule, place: place(of: "<\(rule)", in: pattern))
            report.reportUnknown(
                .unknownRule,
                "rule",
                name,
                known: names.ruleList,
                otherwise: names.ruleList.isEmpty ? "declare it under 'rules'" : nil
            )
        }
        for set in references.synonyms where !names.synonyms.contains(set) {
            let name = Name(text: set, place: place(of: "~\(set)", in: pattern))
            report.reportUnknown(
                .unknownSynonyms,
                "set of synonyms",
                name,
                known: names.synonymList,
                otherwise: names.synonymList.isEmpty ? "declare it under 'synonyms'" : nil
            )
        }
    }

    /// The place of a name behind its opening sign; the whole pattern when it cannot be found.
    private static func place(of written: String, in pattern: PatternDeclaration) -> Place {
        guard let text = pattern.text.text else { return pattern.place }
        let (bytes, sought) = (Array(text.utf8), Array(written.utf8))
        guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: sought) }) else {
            return pattern.place
        }
        let shift: Int
        switch pattern.text.style {
        case .plain: shift = 0
        case .singleQuoted, .doubleQuoted: shift = 1
        default: return pattern.place
        }
        // Escapes make the text longer as written; then the whole pattern is shown.
        let span = pattern.place.span
        guard span.end - span.start == bytes.count + 2 * shift else { return pattern.place }
        let first = span.start + shift + start + 1
        return Place(pattern.place.file, first, first + sought.count - 1)
    }
}

extension Program {
    /// Every pattern, rules and controls included.
    var allPatterns: [PatternDeclaration] {
        intents.flatMap(\.patterns) + rules.compactMap(\.pattern) + controls.flatMap(\.patterns)
    }

    /// Every example, counterexample and background sentence.
    var allExamples: [ExampleDeclaration] {
        intents.flatMap { $0.examples + $0.counterexamples } + controls.flatMap(\.examples) + background
    }
}

extension Program {
    /// The roles that patterns and marked examples give to what they take.
    var roles: Set<String> {
        var references = PatternReferences()
        for declaration in allPatterns { declaration.pattern.root.collect(into: &references) }
        let marked = intents.flatMap(\.examples).flatMap { $0.example.annotations.compactMap(\.role) }
        return Set(references.roles).union(marked)
    }
}

/// What a pattern names.
struct PatternReferences {
    var entities: [String] = []
    var rules: [String] = []
    var synonyms: [String] = []
    var roles: [String] = []
}

extension PatternNode {
    /// Adds the entity types, roles, rules and sets of synonyms that the pattern names, in order.
    func collect(into references: inout PatternReferences) {
        switch self {
        case .word, .exact, .gap: break
        case .entity(let name, let role):
            references.entities.append(name)
            if let role { references.roles.append(role) }
        case .rule(let name): references.rules.append(name)
        case .synonyms(let name): references.synonyms.append(name)
        case .sequence(let parts), .alternatives(let parts), .permutation(let parts):
            for part in parts { part.collect(into: &references) }
        case .optional(let part): part.collect(into: &references)
        }
    }
}
