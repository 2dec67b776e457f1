import FrontdeskDialogue
import FrontdeskTesting

/// Flows go another way.
extension Mutants {
    mutating func changeTransitions() {
        for spot in spots.handlerLists {
            for (h, handler) in spot.part.enumerated() {
                let edit = spot.edit
                add(
                    .dropHandler,
                    "\(spot.name) does not react to \(handler.trigger.label)",
                    at: spot.place + [handler.trigger.key],
                    reach: spot.reach,
                    .dialogue { edit(&$0) { $0.remove(at: h) } }
                )
            }
        }
        for spot in spots.branches {
            let transition = spot.part
            let edit = spot.edit
            func add(
                _ kind: MutationOperator,
                _ summary: String,
                _ change: @escaping @Sendable (inout Transition) -> Void
            ) {
                self.add(kind, summary, at: spot.place, reach: spot.reach, .dialogue { edit(&$0, change) })
            }
            if let other = other(than: transition.target, spot) {
                let was = Self.text(of: transition.target)
                add(.swapTarget, "\(spot.name) leads to \(Self.text(of: other)) in place of \(was)") {
                    $0.target = other
                }
            }
            if let queue = transition.target.handoff?.queue, let other = otherQueue(than: queue) {
                add(.swapQueue, "\(spot.name) hands over to \(other) in place of \(queue)") { transition in
                    guard case .handoff(var target) = transition.target else { return }
                    target.queue = other
                    transition.target = .handoff(target)
                }
            }
            if let when = transition.when {
                add(.negateGuard, "the guard of \(spot.name) is turned round") { $0.when = .not(when) }
                add(.dropGuard, "the guard of \(spot.name) always holds") {
                    $0.when = .constant(.boolean(true))
                }
            }
            if transition.say != nil {
                add(.dropSay, "\(spot.name) says nothing") { $0.say = nil }
            }
            for name in transition.clear {
                add(.dropClear, "\(spot.name) does not forget \(name)") { $0.clear.removeAll { $0 == name } }
            }
            for (number, assignment) in transition.set.enumerated() {
                add(.dropSet, "\(spot.name) does not set \(assignment.slot)") { $0.set.remove(at: number) }
            }
            if transition.promise != nil {
                add(.dropPromise, "\(spot.name) promises nothing") { $0.promise = nil }
            }
        }
    }

    private func otherQueue(than queue: String) -> String? {
        let names = assistant.queues.map(\.name)
        guard let place = names.firstIndex(of: queue), names.count > 1 else { return nil }
        return names[(place + 1) % names.count]
    }

    /// Somewhere else to go: the flow's next state, the opposite end.
    private func other(than target: Transition.Target, _ spot: Spot<Transition>) -> Transition.Target? {
        switch target {
        case .state(let name), .history(let name):
            let names = spot.flow?.states.map(\.name) ?? []
            guard let place = names.firstIndex(of: name) else { return .end(.unresolved) }
            let others = names[(place + 1)...] + names[..<place]
            return others.first { $0 != spot.state }.map { .state($0) } ?? .end(.unresolved)
        case .end(let outcome): return .end(outcome == .resolved ? .unresolved : .resolved)
        case .handoff: return .end(.unresolved)
        case .flow: return .end(.unresolved)
        case .stay: return .end(.cancelled)
        case .pass: return .end(.cancelled)
        }
    }

    static func text(of target: Transition.Target) -> String {
        switch target {
        case .state(let name): name
        case .history(let name): "where \(name) was left"
        case .end(let outcome): "the end (\(outcome.rawValue))"
        case .handoff(let target): "a human (\(target.queue ?? "the topic's queue"))"
        case .flow(let name): "the flow \(name)"
        case .stay: "where it was"
        case .pass: "the next handler"
        }
    }
}
