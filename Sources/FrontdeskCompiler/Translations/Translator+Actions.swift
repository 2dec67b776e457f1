// What is said while actions run.
extension Translator {
    func mergeAction(_ entry: SyntaxNode.Entry, into program: inout Program) {
        guard let index = program.actions.firstIndex(where: { $0.name.text == entry.key.text }) else {
            let known = program.actions.map(\.name.text)
            return report.reportUnknown(.unknownAction, "action", entry.name, known: known)
        }
        guard var keys = reader.keys(entry.value, .translatedAction, "an action") else { return }
        translate(
            &program.actions[index].notice,
            keys.take("notice"),
            base: program.actions[index].name.place
        )
        let others = [
            "takes", "gives", "fields", "sql", "http", "rasa", "custom", "mode", "outcomes", "slow",
        ]
        refuse(others, in: &keys, base: program.actions[index].name.place)
        keys.finish("in a translated action")
    }
}
