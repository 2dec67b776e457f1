import FrontdeskDialogue

// Actions that a Rasa action server runs.
extension FileReader {
    /// The outcomes of an action of an action server.
    static let rasaOutcomes = ["done", "rejected", "unavailable", "failed"]

    /// What stands under `rasa`, and the slots it may fill.
    func rasaCall(_ node: SyntaxNode, of action: ActionDeclaration, takes: [Name]) -> (RasaCall, [Name])? {
        guard var keys = keys(node, "'rasa'") else { return nil }
        let allowsPlain = keys["plain_http"].flatMap { flag($0, "plain_http") } ?? false
        let url = requestURL(
            &keys,
            of: "the action '\(action.name.text)'",
            takes: [],
            allowsPlain: allowsPlain
        )
        let called = keys["action"].flatMap { name($0, "'action'") }
        let slots = names(keys["slots"], "a slot's name")
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
            slots: slots.map(\.text),
            terms: terms
        )
        return (call, slots)
    }
}
