import FrontdeskDialogue

// Finding the states that transitions name: from where the transition stands, outwards.
extension FlowDeclaration {
    /// Puts the whole path in place of each target's name; one that is not found stays as it is written.
    mutating func resolveTargets() {
        for index in states.indices {
            for handler in states[index].handlers.indices {
                resolve(&states[index].handlers[handler].transition, from: index)
            }
            switch states[index].step {
            case .go(var transition):
                resolve(&transition, from: index)
                states[index].step = .go(transition)
            case .enclose(var start):
                resolve(&start, from: index)
                states[index].step = .enclose(start: start)
            case .ask(var question):
                if var otherwise = question.otherwise {
                    resolve(&otherwise, from: index)
                    question.otherwise = otherwise
                    states[index].step = .ask(question)
                }
            case .act, .call, nil: break
            }
        }
        for index in handlers.indices { resolve(&handlers[index].transition, from: nil) }
        for slot in slots.indices {
            for handler in slots[slot].handlers.indices {
                resolve(&slots[slot].handlers[handler].transition, from: nil)
            }
            if var otherwise = slots[slot].otherwise {
                resolve(&otherwise, from: nil)
                slots[slot].otherwise = otherwise
            }
        }
    }

    private func resolve(_ transition: inout TransitionDeclaration, from state: Int?) {
        for index in transition.alternatives.indices {
            resolve(&transition.alternatives[index], from: state)
        }
        switch transition.target {
        case .state(let name):
            if let path = path(of: name.text, from: state) {
                transition.target = .state(Name(text: path, place: name.place))
            }
        case .history(let name):
            if let path = path(of: name.text, from: state) {
                transition.target = .history(Name(text: path, place: name.place))
            }
        case .end, .handoff, .flow, .stay, .pass: break
        }
    }

    /// The path of the state that a name means: among the substates of where it is named, then among the states
    /// beside it, then further out.
    private func path(of name: String, from state: Int?) -> String? {
        var around = state
        while true {
            let prefix = around.map { "\(states[$0].path)/" } ?? ""
            if states.contains(where: { $0.path == prefix + name }) { return prefix + name }
            guard let next = around else { return nil }
            around = states[next].parent
        }
    }

    /// The place of a state, by its path.
    func position(of path: String) -> Int? {
        states.firstIndex { $0.path == path }
    }

    /// A state and those around it, the innermost first.
    func chain(of state: Int) -> [Int] {
        var chain = [state]
        while let parent = states[chain[chain.count - 1]].parent { chain.append(parent) }
        return chain
    }

    /// The substates right within a state.
    func substates(of state: Int) -> [Int] {
        states.indices.filter { states[$0].parent == state }
    }
}
