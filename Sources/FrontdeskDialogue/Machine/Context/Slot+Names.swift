import FrontdeskMatching

// What customers call the thing that a slot holds.
extension Slot {
    /// Whether a slot is of a type that the files declare: an address may be anybody's, an order number is of one thing.
    var isOfDeclaredType: Bool {
        guard case .entity(let type) = kind else { return false }
        return BuiltInEntity(rawValue: type) == nil
    }

    /// Whether a thing's name is in the name of a slot.
    func isNamed(_ thing: String) -> Bool {
        name.split(separator: "_").contains { $0 == thing }
    }

    /// Whether a thing's name is in the name of a slot or in its question.
    ///
    /// - Parameter language: The language the question is read in; nil: as it stands.
    func isCalled(_ name: String, in language: String? = nil) -> Bool {
        if isNamed(name) { return true }
        return ask.spoken(in: language).variants.contains { variant in
            variant.segments.contains { segment in
                guard case .text(let text) = segment else { return false }
                return Tokenizer.tokenize(text).contains { $0.text == name }
            }
        }
    }
}
