import FrontdeskDialogue
import FrontdeskMatching

/// Reads the declarations of one file; everything that is wrong is reported, and the rest read on.
struct FileReader {
    let file: Int
    let source: [UInt8]
    /// Whether this is `assistant.yaml`, the only place for what concerns the whole assistant.
    let isAssistantFile: Bool
    let report: Reporter
    /// The queue of everything in this file.
    var queue: Name?
    /// The words for ends of the flow that is being read, beyond those that every flow has.
    var outcomes: [String] = []

    /// Adds what the file declares to the program.
    mutating func read(_ root: SyntaxNode, into program: inout Program) {
        guard var keys = keys(root, isAssistantFile ? .assistantFile : .topicFile, "a file") else { return }
        if isAssistantFile {
            readAssistant(&keys, into: &program)
        } else {
            for key in Part.assistantNames {
                guard let entry = keys.takeForeign(key) else { continue }
                report.report(
                    .misplacedKey,
                    entry.key.place,
                    "'\(key)' concerns the whole assistant and belongs into assistant.yaml",
                    help: key == "assistant"
                        ? "an assistant is one folder with one assistant.yaml" : "move it there"
                )
            }
        }
        if let value = keys["queue"] { queue = name(value, "a queue's name") }
        readEntities(&keys, into: &program)
        program.synonyms += readSynonyms(&keys)
        readActions(&keys, into: &program)
        readPartials(&keys, into: &program)
        for entry in entries(keys["intents"], "intents") { readIntent(entry, into: &program) }
        for entry in entries(keys["flows"], "flows") { readFlow(entry, into: &program) }
        keys.finish("in an intent file")
    }

    private mutating func readEntities(_ keys: inout Keys, into program: inout Program) {
        for entry in entries(keys["entities"], "entities") {
            guard let name = declaredName(entry.name, "an entity type") else { continue }
            program.entities.append(readEntity(name, entry.value))
        }
        for entry in entries(keys["rules"], "rules") {
            guard let name = declaredName(entry.name, "a rule") else { continue }
            program.rules.append(RuleDeclaration(name: name, pattern: pattern(entry.value)))
        }
    }

    private func readActions(_ keys: inout Keys, into program: inout Program) {
        for entry in entries(keys["actions"], "actions") {
            guard let name = declaredName(entry.name, "an action", dots: true) else { continue }
            if let action = readAction(name, entry.value) { program.actions.append(action) }
        }
    }
}
