import FrontdeskDialogue
import FrontdeskMatching

/// A text that is not the service that was meant.
public struct StandardViolation: Sendable, Hashable, Codable {
    /// The rule, such as `next_step`.
    public var rule: String
    /// The file's path.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in bytes.
    public var column: Int
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// How to mend it.
    public var mend: String
}

/// Looks at every text of an assistant by its service standard.
public enum StandardLint {
    /// What was found.
    public struct Result: Sendable {
        /// What is not as the standard has it, by file and position.
        public let violations: [StandardViolation]
        /// How many wordings were looked at.
        public let textCount: Int
        /// How many rules hold, of how many there are.
        public let ruleCount: Int
        /// What is wrong with the files; texts are looked at only when no error is among it.
        public let diagnostics: [Diagnostic]
    }

    /// Looks at the files of one assistant's folder.
    public static func run(_ sources: [SourceFile]) -> Result {
        let sources = sources.sorted { $0.path < $1.path }
        let diagnostics = Compiler.check(sources).diagnostics
        guard !diagnostics.contains(where: { $0.severity == .error }),
            let program = Compiler.program(of: sources)
        else { return Result(violations: [], textCount: 0, ruleCount: 0, diagnostics: diagnostics) }
        let standard = program.assistant.standard.on(DefaultStandard.standard)
        let texts = program.standardTexts()
        var violations: [StandardViolation] = []
        let lines = sources.map { LineIndex($0.bytes) }
        for rule in ServiceStandard.Rule.allCases where !standard.off.contains(rule) {
            for text in texts {
                guard let (message, mend) = rule.objection(to: text, standard) else { continue }
                let position = lines[text.place.file].position(of: text.place.span.start)
                violations.append(
                    StandardViolation(
                        rule: rule.rawValue,
                        file: sources[text.place.file].path,
                        line: position.line,
                        column: position.column,
                        message: "\(text.label): \(message)",
                        mend: mend
                    )
                )
            }
        }
        return Result(
            violations: violations.sorted {
                ($0.file, $0.line, $0.column, $0.rule) < ($1.file, $1.line, $1.column, $1.rule)
            },
            textCount: texts.count,
            ruleCount: ServiceStandard.Rule.allCases.count - standard.off.count,
            diagnostics: diagnostics
        )
    }
}
