import FrontdeskDialogue

// Actions that a Rasa action server runs.
extension FileReader {
    /// The outcomes of an action of an action server.
    static let rasaOutcomes = ["done", "rejected", "unavailable", "failed"]

    /// What stands under `rasa`, and the slots it may fill.
    func rasaCall(_ node: SyntaxNode, of action: ActionDeclaration, takes: [Name]) -> (RasaCall, [Name])? {
        guard var keys = keys(node, .rasa, "'rasa'") else { return nil }
        let allowsPlain = keys["plain_http"].flatMap { flag($0, "plain_http") } ?? false
        let url = requestURL(
            &keys,
            of: "the action '\(action.name.text)'",
            takes: [],
            allowsPlain: allowsPlain
        )
        let called = keys["action"].flatMap { name($0, "'action'") }
        let slotsNode = keys["slots"]
        let fields = rowFields(slotsNode)
        let slots = slotNames(slotsNode)
        let headers = namedTexts(keys["headers"], "headers", takes: takes)
        let retryPlace = keys.place(of: "retry")
        var terms = remoteTerms(&keys)
        terms.allowsPlainHTTP = allowsPlain
        keys.finish("in an action of an action server")
        if let retryPlace, terms.retry.times > 0, terms.idempotencyHeader == nil {
            reportUnsafe("POST", retryPlace)
        }
        let call = RasaCall(
            url: url ?? RequestText([]),
            action: called?.text ?? action.name.text,
            headers: headers,
            slots: fields.names.map { name in
                fields.types.first { $0.name == name } ?? TypedField(name: name, type: .any)
            },
            terms: terms
        )
        return (call, slots)
    }

    private func slotNames(_ node: SyntaxNode?) -> [Name] {
        guard let node, case .keys(let entries) = node.kind else { return names(node, "a slot's name") }
        return entries.filter { $0.key.text != nil }.map(\.name)
    }
}
