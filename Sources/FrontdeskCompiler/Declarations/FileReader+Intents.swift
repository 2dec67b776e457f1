import FrontdeskDialogue
import FrontdeskMatching

// Intents: what customers say, and what it leads to.
extension FileReader {
    func readIntent(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard let name = declaredName(entry.name, "an intent", dots: true),
            var keys = keys(entry.value, .intent, "an intent")
        else { return }
        if name.text.utf8.starts(with: "control.".utf8) {
            report.report(
                .badName,
                name.place,
                "names that begin with 'control.' belong to the built-in controls",
                help: "choose another name, or add phrases to a control under 'controls' in assistant.yaml"
            )
        }
        var intent = IntentDeclaration(name: name, title: Self.title(name.text, capitalised: true))
        if let value = keys["title"] { intent.title = text(value, "'title'") ?? intent.title }
        let patternsEntry = keys["patterns"]
        let examplesEntry = keys["examples"]
        intent.patterns = patterns(patternsEntry)
        intent.examples = examples(examplesEntry, "an example")
        intent.counterexamples = examples(keys["counterexamples"], "a counterexample")
        intent.effect = effect(&keys, of: name)
        intent.suggests = names(keys["suggests"], "an intent's name")
        intent.queue = keys["queue"].flatMap { self.name($0, "a queue's name") } ?? queue
        intent.source = keys["source"].flatMap { answerSource($0) }
        intent.needs = names(keys["needs"], "what must be known").compactMap { customerNeed($0) }
        intent.skills = names(keys["skills"], "a skill").map(\.text)
        intent.isCourtesy = keys["courtesy"].flatMap { flag($0, "courtesy") } ?? false
        keys.finish("in an intent")
        if patternsEntry?.hasContent != true, examplesEntry?.hasContent != true {
            report.report(
                .nothingToMatch,
                name.place,
                "nothing customers say leads to the intent '\(name.text)'",
                help: "add 'patterns' or 'examples'"
            )
        }
        program.intents.append(intent)
    }

    private func effect(_ keys: inout Keys, of intent: Name) -> IntentDeclaration.Effect? {
        let answer = keys.take("answer")
        let flow = keys.take("flow")
        let handoff = keys.take("handoff")
        let given = [answer, flow, handoff].compactMap { $0 }
        guard given.count == 1 else {
            report.report(
                .chooseOne,
                given.count > 1 ? given[1].key.place : intent.place,
                "the intent '\(intent.text)' needs exactly one of 'answer', 'flow' and 'handoff'",
                help: given.isEmpty ? "add what the desk does, such as 'answer: …'" : "keep one of them",
                mends: given.count > 1 ? [.takeOut] : []
            )
            return nil
        }
        if let answer { return response(answer.value, "'answer'").map { .answer($0) } }
        if let flow { return name(flow.value, "a flow's name").map { .flow($0) } }
        return handoff.flatMap { self.handoff($0.value) }.map { .handoff($0) }
    }

    /// One pattern or a list of them.
    func patterns(_ node: SyntaxNode?) -> [PatternDeclaration] {
        guard let node, !node.isAbsent else { return [] }
        if case .list(let items) = node.kind, node.style != .flow || !isBrokenPattern(items) {
            return items.compactMap { pattern($0) }
        }
        return pattern(node).map { [$0] } ?? []
    }

    /// Whether `[…]` after `patterns:` was meant as the pattern itself; a list of quoted texts was not.
    private func isBrokenPattern(_ items: [SyntaxNode]) -> Bool { items.isEmpty }

    func pattern(_ node: SyntaxNode) -> PatternDeclaration? {
        guard isPlainlyWritten(node, "pattern"), let text = node.text else { return nil }
        do {
            return PatternDeclaration(pattern: try PatternParser.parse(text), text: node, place: node.place)
        } catch {
            report.report(
                .badPattern,
                inner(node, error.span.start, error.span.end),
                error.message,
                help: error.help
            )
            return nil
        }
    }

    /// One example a line, or a list of them.
    func examples(_ node: SyntaxNode?, _ what: String) -> [ExampleDeclaration] {
        guard let node, !node.isAbsent else { return [] }
        if case .list(let items) = node.kind { return items.compactMap { example($0, what) } }
        guard node.style == .literal, let text = node.text else {
            return example(node, what).map { [$0] } ?? []
        }
        let offsets = WrittenText.offsets(of: node, in: source)
        var start = 0
        var result: [ExampleDeclaration] = []
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let written = String(decoding: line, as: UTF8.self)
            let range = start..<start + line.count
            start += line.count + 1
            guard !Self.trimmed(written).isEmpty else { continue }
            let place = offsets.map { Place(file, $0[range.lowerBound], $0[range.upperBound]) } ?? node.place
            let part = SyntaxNode(kind: .text(written), style: .plain, place: place)
            if let example = marked(part, what) { result.append(example) }
        }
        return result
    }

    private func example(_ node: SyntaxNode, _ what: String) -> ExampleDeclaration? {
        isPlainlyWritten(node, String(what.split(separator: " ").last ?? "")) ? marked(node, what) : nil
    }

    private func marked(_ node: SyntaxNode, _ what: String) -> ExampleDeclaration? {
        guard let text = text(node, what) else { return nil }
        do {
            let markup = try ExampleMarkup.parse(text)
            let types = markup.types.map {
                Name(text: $0.name, place: inner(node, $0.span.start, $0.span.end))
            }
            return ExampleDeclaration(example: markup.example, place: node.place, types: types)
        } catch {
            report.report(
                .badMarkup,
                inner(node, error.span.start, error.span.end),
                error.message,
                help: error.help
            )
            return nil
        }
    }

    /// Whether a pattern or example is the text its author sees; a comment, tag or anchor makes it another one.
    private func isPlainlyWritten(_ node: SyntaxNode, _ what: String) -> Bool {
        func refuse(_ place: Place, _ message: String) -> Bool {
            report.report(
                .mustBeQuoted,
                place,
                message,
                help: "put the whole \(what) in quotes",
                mends: [.quote]
            )
            return false
        }
        switch node.kind {
        case .list where node.style == .flow: return refuse(node.place, "YAML reads this \(what) as a list")
        case .list: return refuse(node.place, "a \(what) is a text, but here stands a list")
        case .keys: return refuse(node.place, "YAML reads this \(what) as keys and values")
        case .text where node.hasSign:
            return refuse(
                node.place,
                "YAML reads the '&' or '!' in front of this \(what) as a sign of its own"
            )
        case .text(let text):
            if let comment = comment(behind: node) {
                return refuse(
                    comment,
                    "YAML drops what stands behind '#', so this \(what) would end before it"
                )
            }
            return self.text(node, "a \(what)") != nil && !text.isEmpty
        }
    }

    /// The comment on the line of an unquoted text.
    private func comment(behind node: SyntaxNode) -> Place? {
        guard node.style == .plain else { return nil }
        var index = node.place.span.end
        while index < source.count, source[index] == 0x20 || source[index] == 0x09 { index += 1 }
        guard index < source.count, source[index] == UInt8(ascii: "#"), index > node.place.span.end else {
            return nil
        }
        return Place(file, index, WrittenText.lineEnd(index, source))
    }
}

extension SyntaxNode {
    /// Whether anything is written behind a key.
    var hasContent: Bool {
        switch kind {
        case .text: !isAbsent
        case .list(let items): !items.isEmpty
        case .keys: true
        }
    }
}
