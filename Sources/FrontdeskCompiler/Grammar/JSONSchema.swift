/// A JSON Schema (draft 2020-12) of intent files, made from the same table of keys as the readers.
public enum JSONSchema {
    /// The kinds of files an assistant has.
    public enum Kind: String, Sendable, CaseIterable {
        /// `assistant.yaml`.
        case assistant
        /// A topic: intents, flows, entity types, actions.
        case topic
        /// The texts of one or several files in another language, `orders.es.yaml`.
        case translation

        /// What such files are, in a sentence.
        public var summary: String {
            switch self {
            case .assistant: "assistant.yaml: what concerns the whole assistant, and any topics."
            case .topic: "A topic: what customers say, what must be known, what is done and said."
            case .translation: "The texts of other files in one more language of the assistant."
            }
        }

        var part: Part {
            switch self {
            case .assistant: .assistantFile
            case .topic: .topicFile
            case .translation: .translationFile
            }
        }
    }

    /// The schema of a kind of files, as indented JSON that ends with a line feed; the same for the same version of the program.
    public static func text(of kind: Kind) -> String {
        var parts: [Part] = [kind.part]
        var next = 0
        while next < parts.count {
            for part in parts[next].table.shapes.flatMap(\.parts) where !parts.contains(part) {
                parts.append(part)
            }
            next += 1
        }
        var root: [(String, JSONText)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("Frontdesk \(kind.rawValue) file")),
            ("description", .string(kind.summary)),
        ]
        root += parts[0].schemaMembers
        let definitions = parts.dropFirst().sorted { $0.rawValue < $1.rawValue }
        root.append(("$defs", .object(definitions.map { ($0.rawValue, .object($0.schemaMembers)) } + texts)))
        return JSONText.object(root).written(indent: 0) + "\n"
    }

    /// YAML reads unquoted texts such as 12 and true as something else; a text in an intent file is what is written.
    private static let texts: [(String, JSONText)] = [
        (
            "text",
            .object([
                ("type", .array(["string", "number", "boolean"].map(JSONText.string))),
                ("pattern", .string("\\S")),
            ])
        )
    ]
}

extension PartTable {
    var shapes: [Shape] { keys.map(\.shape) + (further.map { [$0.shape] } ?? []) }
}

extension Part {
    fileprivate var schemaMembers: [(String, JSONText)] {
        let table = table
        let required = table.keys.filter(\.isRequired).map(\.name)
        let mayBeEmpty = required.isEmpty && table.oneOf.isEmpty
        var members: [(String, JSONText)] = [
            ("type", mayBeEmpty ? .array([.string("object"), .string("null")]) : .string("object")),
            (
                "properties",
                .object(table.keys.map { ($0.name, $0.shape.schema(description: $0.meaning)) })
            ),
        ]
        if let further = table.further {
            members.append(("patternProperties", .object([(further.form.rawValue, further.shape.schema)])))
        }
        members.append(("additionalProperties", .boolean(false)))
        if !required.isEmpty { members.append(("required", .array(required.map(JSONText.string)))) }
        if !table.oneOf.isEmpty {
            let ways = table.oneOf.map { JSONText.object([("required", .array([.string($0)]))]) }
            members.append(("oneOf", .array(ways)))
        }
        return members
    }
}

extension Shape {
    /// The parts that may stand here.
    var parts: [Part] {
        switch self {
        case .part(let part): [part]
        case .list(let shape), .optional(let shape), .map(_, let shape): shape.parts
        case .either(let shapes): shapes.flatMap(\.parts)
        default: []
        }
    }

    fileprivate func schema(description: String) -> JSONText {
        guard case .object(let members) = schema else { return schema }
        return .object([("description", .string(description))] + members)
    }

    fileprivate var schema: JSONText {
        switch self {
        case .text, .template, .pattern, .example, .expression, .target, .call, .name:
            .object([("$ref", .string("#/$defs/text"))])
        case .declaration(let kind):
            .object([("type", .string("string")), ("pattern", .string(kind.form.rawValue))])
        case .form(let form):
            .object([("type", .string("string")), ("pattern", .string(form.rawValue))])
        case .word(let words): .object([("enum", .array(words.map(JSONText.string)))])
        case .number(let range): Self.number("number", .number(range.lowerBound), .number(range.upperBound))
        case .integer(let range):
            Self.number("integer", .integer(range.lowerBound), .integer(range.upperBound))
        case .flag:
            .object([("enum", .array([.boolean(true), .boolean(false), .string("yes"), .string("no")]))])
        case .list(let shape): .object([("type", .string("array")), ("items", shape.schema)])
        case .map(let rule, let shape): Self.map(rule, shape)
        case .part(let part): .object([("$ref", .string("#/$defs/\(part.rawValue)"))])
        case .either(let shapes): .object([("anyOf", .array(shapes.map(\.schema)))])
        case .optional(let shape):
            if case .either(let shapes) = shape {
                .object([("anyOf", .array(shapes.map(\.schema) + [Self.nothing]))])
            } else {
                .object([("anyOf", .array([shape.schema, Self.nothing]))])
            }
        case .anything: .object([])
        }
    }

    private static let nothing = JSONText.object([("type", .string("null"))])

    private static func number(_ type: String, _ least: JSONText, _ most: JSONText) -> JSONText {
        .object([("type", .string(type)), ("minimum", least), ("maximum", most)])
    }

    private static func map(_ rule: KeyRule, _ shape: Shape) -> JSONText {
        let entry = ("additionalProperties", shape.schema)
        let object = ("type", JSONText.string("object"))
        switch rule {
        case .declares(let kind):
            return .object([object, ("propertyNames", pattern(kind.form)), entry])
        case .form(let form): return .object([object, ("propertyNames", pattern(form)), entry])
        case .words(let words):
            let known = words.map { ($0, shape.schema) }
            return .object([
                object, ("properties", .object(known)), ("additionalProperties", .boolean(false)),
            ])
        case .refers, .triggers, .any: return .object([object, entry])
        }
    }

    private static func pattern(_ form: TextForm) -> JSONText {
        .object([("pattern", .string(form.rawValue))])
    }
}
