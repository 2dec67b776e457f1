import FrontdeskDialogue
import FrontdeskHTTPActions

extension ActionDefinition {
    /// An action that asks for a parcel.
    static func parcel(
        _ call: HTTPCall,
        takes: [String] = ["number"],
        types: [TypedField] = [TypedField(name: "status", type: .text)]
    ) -> ActionDefinition {
        ActionDefinition(
            name: "parcels.find",
            kind: .http(call),
            takes: takes,
            gives: "parcel",
            fields: types.map(\.name),
            types: types,
            outcomes: ["found", "missing", "done", "unavailable", "failed", "lost"]
        )
    }
}

extension HTTPCall {
    /// A look-up of a parcel at an address.
    static func parcel(
        _ method: Method = .get,
        at address: String = "https://api.example.com",
        _ terms: RemoteTerms = RemoteTerms(),
        body: RequestJSON? = nil
    ) -> HTTPCall {
        HTTPCall(
            method: method,
            url: RequestText([.text("\(address)/parcels/"), .argument("number")]),
            body: body,
            statuses: [
                StatusRule(first: 200, last: 299, outcome: method.isSafe ? "found" : "done"),
                StatusRule(first: 404, last: 404, outcome: "missing"),
            ],
            fields: [FieldSource(field: "status", path: JSONPath([.member("status")]))],
            terms: terms
        )
    }
}

extension ActionRequest {
    static func parcel(_ number: Value = .text("P-1"), key: String = "c1/1/1/store") -> ActionRequest {
        ActionRequest(
            key: key,
            action: "parcels.find",
            arguments: Record([Record.Field("number", number)]),
            gives: "parcel"
        )
    }
}
