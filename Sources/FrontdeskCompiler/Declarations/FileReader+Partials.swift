import FrontdeskDialogue

// Texts that are written once and said in many places.
extension FileReader {
    func readPartials(_ keys: inout Keys, into program: inout Program) {
        for entry in entries(keys["partials"], "partials") {
            guard let name = declaredName(entry.name, "a partial"),
                let response = response(entry.value, "the partial '\(name.text)'")
            else { continue }
            program.partials.append(PartialDeclaration(name: name, response: response))
        }
    }

    /// The partials that a template says, with their places.
    func partialUses(of template: Template, in node: SyntaxNode) -> [Name] {
        let names = template.partials
        guard !names.isEmpty, let text = node.text else { return [] }
        let bytes = Array(text.utf8)
        let offsets = WrittenText.offsets(of: node, in: source)
        var position = 0
        return names.map { name in
            while position + 2 < bytes.count {
                guard bytes[position...].starts(with: "{{".utf8) else {
                    position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
                    continue
                }
                position += 2
                var start = position
                while start < bytes.count, [0x20, UInt8(ascii: ">")].contains(bytes[start]) { start += 1 }
                guard start > position, bytes[start...].starts(with: name.utf8), let offsets else { continue }
                position = start + name.utf8.count
                return Name(text: name, place: Place(file, offsets[start], offsets[position]))
            }
            return Name(text: name, place: node.place)
        }
    }
}

extension Template {
    /// The partials it says, in order.
    var partials: [String] {
        segments.compactMap { segment in
            if case .partial(let name) = segment { name } else { nil }
        }
    }
}
