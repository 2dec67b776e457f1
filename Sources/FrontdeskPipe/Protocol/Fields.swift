/// Reads typed fields from an object and says what is wrong with those that do not fit.
struct Fields {
    let value: JSON

    init(_ value: JSON) {
        self.value = value
    }

    /// A field's value; a null counts as absent.
    private subscript(_ name: String) -> JSON? {
        guard let value = value[name], value != .null else { return nil }
        return value
    }

    private func mismatch(_ name: String, _ value: JSON, wanted: String) -> RequestError {
        RequestError(.badField, "The field \"\(name)\" is \(value.kindName), but it must be \(wanted).")
    }

    func text(_ name: String) throws(RequestError) -> String? {
        guard let value = self[name] else { return nil }
        guard case .string(let text) = value else { throw mismatch(name, value, wanted: "a text") }
        return text
    }

    /// A text that names something: not empty, of bounded length, without control characters.
    func identifier(_ name: String) throws(RequestError) -> String? {
        guard let text = try text(name) else { return nil }
        let length = text.utf8.count
        guard length > 0, length <= Request.idLimit else {
            throw RequestError(
                .badField,
                "The field \"\(name)\" has \(length) bytes; it must have 1 to \(Request.idLimit)."
            )
        }
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw RequestError(.badField, "The field \"\(name)\" holds a control character; leave it out.")
        }
        return text
    }

    func texts(_ name: String) throws(RequestError) -> [String]? {
        guard let value = self[name] else { return nil }
        guard case .array(let items) = value else { throw mismatch(name, value, wanted: "a list of texts") }
        var texts: [String] = []
        for item in items {
            guard case .string(let text) = item else { throw mismatch(name, item, wanted: "a text") }
            texts.append(text)
        }
        return texts
    }

    func integer(_ name: String) throws(RequestError) -> Int? {
        guard let value = self[name] else { return nil }
        guard case .integer(let number) = value else { throw mismatch(name, value, wanted: "a whole number") }
        return number
    }

    func instant(_ name: String) throws(RequestError) -> Int64? {
        guard let text = try text(name) else { return nil }
        guard let milliseconds = Timestamp.milliseconds(of: text) else {
            throw RequestError(
                .badField,
                "The field \"\(name)\" is \"\(shortened(text))\"; "
                    + "write an RFC 3339 time such as 2026-11-22T09:00:00+01:00."
            )
        }
        return milliseconds
    }

    func object(_ name: String) throws(RequestError) -> Fields? {
        guard let value = self[name] else { return nil }
        guard case .object = value else { throw mismatch(name, value, wanted: "an object") }
        return Fields(value)
    }

    func objects(_ name: String) throws(RequestError) -> [Fields] {
        guard let value = self[name] else { return [] }
        guard case .array(let elements) = value else {
            throw mismatch(name, value, wanted: "a list of objects")
        }
        return try elements.map { (element) throws(RequestError) in
            guard case .object = element else {
                throw mismatch(name, value, wanted: "a list of objects")
            }
            return Fields(element)
        }
    }
}
