import FrontdeskDialogue
import FrontdeskMatching

// Actions.
extension FileReader {
    func readAction(_ name: Name, _ node: SyntaxNode) -> ActionDeclaration? {
        guard var keys = keys(node, .action, "an action") else { return nil }
        let takes = names(keys["takes"], "an argument's name")
        let gives = keys["gives"].flatMap { self.name($0, "'gives'") }.flatMap {
            resultName($0)
        }
        let (fields, types) = rowFields(keys["fields"])
        let patience = patience(&keys)
        let sql = keys["sql"]
        let http = keys["http"]
        let rasa = keys["rasa"]
        let custom = keys["custom"].flatMap { flag($0, "custom") } ?? false
        let modeNode = keys["mode"]
        let mode = modeNode.flatMap { self.name($0, "'mode'") }
            .flatMap { word($0, "mode", as: ActionDefinition.Mode.self) }
        let declared = names(keys["outcomes"], "an outcome").compactMap {
            declaredName($0, "an outcome")?.text
        }
        let needs = proofs(keys["needs"], "an action")
        keys.finish("in an action")
        guard [sql != nil, http != nil, rasa != nil, custom].count(where: { $0 }) == 1 else {
            report.report(
                .chooseOne,
                name.place,
                "the action '\(name.text)' needs exactly one of 'sql', 'http', 'rasa' and 'custom: true'",
                help:
                    "'sql' is a statement on the assistant's database, 'http' a request to another system, 'rasa' an action of an action server, 'custom' is code of the embedding program"
            )
            return nil
        }
        var action = ActionDefinition(
            name: name.text,
            kind: .custom,
            takes: takes.map(\.text),
            gives: gives?.text,
            fields: fields,
            types: types,
            outcomes: outcomes(declared, mode: mode ?? .read),
            needs: needs.isEmpty ? nil : needs,
            patience: patience?.patience
        )
        var declaration = ActionDeclaration(name: name, action: action, mode: mode ?? .read)
        declaration.notice = patience?.notice
        if let http {
            guard let call = httpCall(http, of: declaration, takes: takes, mode: mode) else { return nil }
            declaration.action.kind = .http(call)
            declaration.action.outcomes = outcomes(of: call, declared)
            declaration.mode = call.mode
            return declaration
        }
        if let rasa {
            guard let (call, slots) = rasaCall(rasa, of: declaration, takes: takes) else { return nil }
            declaration.action.kind = .rasa(call)
            declaration.action.outcomes = Self.rasaOutcomes
            declaration.slots = slots
            return declaration
        }
        guard let sql else { return declaration }
        guard let statement = text(sql, "'sql'") else { return nil }
        let reader = SQLReader(statement)
        action.kind = .sql(statement: statement, mode: mode ?? .read)
        // Declaring the types of some fields hides no others.
        if fields.isEmpty || !types.isEmpty {
            let columns = reader.columns.filter { $0 != "outcome" }
            action.fields = columns.isEmpty ? fields : columns + fields.filter { !columns.contains($0) }
        }
        check(reader, sql, takes: takes, mode: mode ?? .read)
        declaration.action = action
        return declaration
    }

    private func resultName(_ name: Name) -> Name? {
        guard Self.reservedRoots.contains(name.text) else { return declaredName(name, "a result") }
        report.report(
            .badName,
            name.place,
            "'\(name.text)' cannot be the name of a result, because texts use it for something else",
            help: "choose another name"
        )
        return nil
    }

    private func outcomes(_ declared: [String], mode: ActionDefinition.Mode) -> [String] {
        if declared.isEmpty {
            return mode == .read ? ["found", "missing", "failed"] : ["done", "unchanged", "failed"]
        }
        return declared.contains("failed") ? declared : declared + ["failed"]
    }

    private func check(_ sql: SQLReader, _ node: SyntaxNode, takes: [Name], mode: ActionDefinition.Mode) {
        for parameter in sql.parameters where !takes.contains(where: { $0.text == parameter.name }) {
            let place = inner(node, parameter.offset, parameter.offset + parameter.name.utf8.count + 1)
            let near = Spelling.nearest(to: parameter.name, among: takes.map(\.text))
            report.report(
                .sqlParameter,
                place,
                "':\(parameter.name)' is not among the arguments under 'takes'",
                help: near.map { "did you mean ':\($0)'?" } ?? "add '\(parameter.name)' to 'takes'",
                mends: [near.map { .write(":\($0)") } ?? .addItem(key: "takes", item: parameter.name)]
            )
        }
        for argument in takes where !sql.parameters.contains(where: { $0.name == argument.text }) {
            report.report(
                .sqlParameter,
                argument.place,
                "the statement does not use the argument '\(argument.text)'",
                help: "use it as ':\(argument.text)', or take it out of 'takes'",
                mends: [.takeOut]
            )
        }
        if let second = sql.secondStatement {
            report.report(
                .sqlStatements,
                inner(node, second, second + 1),
                "an action runs one statement; a second one begins here",
                help: "make two actions, or one statement"
            )
        }
        if mode == .read, sql.writes {
            report.report(
                .sqlMode,
                inner(node, sql.verbOffset, sql.verbOffset + sql.verb.utf8.count),
                "'\(sql.verb)' changes data, but the action only reads",
                help: "add 'mode: write'; the flow must then ask for confirmation first",
                mends: [.addBeside(key: "mode", value: "write")]
            )
        } else if mode == .write, !sql.writes {
            report.report(
                .sqlMode,
                inner(node, sql.verbOffset, sql.verbOffset + sql.verb.utf8.count),
                "'\(sql.verb)' changes nothing, but the action has 'mode: write'",
                help: "take out 'mode: write'",
                mends: [.takeOutBeside(key: "mode")]
            )
        }
    }
}
