import FrontdeskDialogue

/// Something that a state or a transition promises.
struct PromiseDeclaration {
    var text: ResponseDeclaration
    var length: PromiseLength
    /// Where the customer will hear; nil: in the conversation.
    var route: FieldUse?
    /// The queue that has to see to it.
    var queue: Name?
    /// The events that keep it.
    var keptBy: [String] = []
    /// The events that say that it will take longer.
    var movedBy: [String] = []
    /// The slots that say what it is about; nil: all of them.
    var about: [Name]?
    /// The slot that holds the day by which it is needed.
    var wantedBy: Name?
    /// What is said when it is late.
    var late: ResponseDeclaration?

    /// The terms as the machine takes them.
    var terms: PromiseTerms {
        PromiseTerms(
            text: text.response,
            length: length,
            route: route.map { .path($0.path) } ?? .conversation,
            queue: queue?.text,
            keptBy: keptBy,
            movedBy: movedBy,
            wantedBy: wantedBy?.text,
            late: late?.response,
            about: about?.map(\.text)
        )
    }

    /// The slots it takes values from.
    var uses: [FieldUse] {
        let slots = (about ?? []) + [wantedBy].compactMap { $0 }
        return [route].compactMap { $0 }
            + slots.map { FieldUse(path: FieldPath(root: $0.text), place: $0.place) }
    }
}

extension Program {
    /// Everything that is promised.
    var promises: [PromiseDeclaration] {
        flows.flatMap { $0.states.compactMap(\.promise) } + transitions.compactMap(\.transition.promise)
    }
}
