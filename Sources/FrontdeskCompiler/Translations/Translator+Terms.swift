import FrontdeskDialogue

// The texts of rules, of slots that are read back, and of lists of guarded targets.
extension Translator {
    /// A slot's title, and its rules in their order.
    func translate(_ terms: inout SlotTermsDeclaration, _ keys: inout Keys, base: Place?) {
        translate(&terms.title, keys.take("title"), base: base)
        guard let valid = keys.take("valid") else { return }
        let items = if case .list(let items) = valid.value.kind { items } else { [valid.value] }
        guard items.count <= terms.rules.count else {
            return nothing(valid.key, "the original has \(terms.rules.count) rules under 'valid'", base)
        }
        for (index, item) in items.enumerated() {
            guard var keys = reader.keys(item, .translatedRule, "a rule under 'valid'") else { continue }
            var say: ResponseDeclaration? = terms.rules[index].say
            translate(&say, keys.take("say"), base: base)
            if let say { terms.rules[index].say = say }
            refuse(["if"], in: &keys, base: base)
            keys.finish("in a translated rule")
        }
    }

    /// How slots are read back.
    func translate(_ confirmation: inout ConfirmationDeclaration?, _ entry: SyntaxNode.Entry?, base: Place?) {
        guard let entry else { return }
        guard var declared = confirmation else {
            return nothing(entry.key, "the original has no 'confirm'", base)
        }
        guard var keys = reader.keys(entry.value, .translatedConfirmation, "'confirm'") else { return }
        var ask: ResponseDeclaration? = declared.question.ask
        translate(&ask, keys.take("ask"), base: base)
        if let ask { declared.question.ask = ask }
        translate(&declared.question.again, keys.take("again"), base: base)
        translate(&declared.question.otherwise, keys.take("otherwise"), base: base)
        refuse(["slots", "attempts"], in: &keys, base: base)
        keys.finish("in a translated 'confirm'")
        confirmation = declared
    }

    /// The entries of a list of guarded targets, in their order; `{}` for one without texts.
    func translateBranches(
        _ transition: inout TransitionDeclaration?,
        _ items: [SyntaxNode],
        _ entry: SyntaxNode.Entry,
        base: Place?
    ) {
        guard var whole = transition, items.count <= whole.branches.count else {
            return nothing(entry.key, "the original has not so many targets here", base)
        }
        for (index, item) in items.enumerated() {
            var branch: TransitionDeclaration? = index == 0 ? whole : whole.alternatives[index - 1]
            let alternatives = whole.alternatives
            translate(&branch, SyntaxNode.Entry(key: entry.key, value: item), base: base)
            guard let branch else { continue }
            if index == 0 {
                whole = branch
                whole.alternatives = alternatives
            } else {
                whole.alternatives[index - 1] = branch
            }
        }
        transition = whole
    }
}
