/// What becomes of events when the customer wants values forgotten.
extension [Event] {
    /// The events that hold values of these names as the memory or a finished flow knows them, without the values; by
    /// their place.
    ///
    /// A flow under way keeps what it needs. What was written, by the customer and to the customer, stays: it is the
    /// record of the conversation.
    package func forgetting(_ names: Set<String>) -> [Int: Event] {
        var changed: [Int: Event] = [:]
        // The places at which each flow under way got a value, the latest flow last.
        var running: [[Int]] = []
        for (place, event) in enumerated() {
            switch event.fact {
            case .flowStarted, .flowCalled:
                running.append([])
            case .slotSet, .actionRequested, .actionFinished:
                if running.isEmpty { running.append([]) }
                running[running.count - 1].append(place)
            case .flowEnded:
                for place in running.popLast() ?? [] { changed[place] = self[place].withoutSlots(names) }
            case .memory, .questionOpened:
                changed[place] = event.withoutMemory(names)
            default:
                break
            }
        }
        // What an agent finished has no end of its own.
        if !running.isEmpty, Tracker(conversation: "", folding: self).flows.isEmpty {
            for place in running.joined() { changed[place] = self[place].withoutSlots(names) }
        }
        return changed
    }
}

extension [Event] {
    /// The names of the values that these events say are forgotten.
    package var forgottenNames: Set<String> {
        var names: Set<String> = []
        for place in indices {
            if case .memory(.forgotten(let forgotten)) = self[place].fact { names.formUnion(forgotten) }
        }
        return names
    }
}

extension Event {
    fileprivate func withoutSlots(_ names: Set<String>) -> Event? {
        switch fact {
        case .slotSet(let entry) where names.contains(entry.name):
            return with(.slotCleared(entry.name))
        case .actionRequested(var request):
            guard Self.empty(&request.arguments.fields, names) else { return nil }
            return with(.actionRequested(request))
        case .actionFinished(var result):
            guard var slots = result.slots, Self.empty(&slots, names) else { return nil }
            result.slots = slots
            return with(.actionFinished(result))
        default:
            return nil
        }
    }

    fileprivate func withoutMemory(_ names: Set<String>) -> Event? {
        switch fact {
        case .memory(.recalled(var memory)):
            guard Self.empty(&memory.values, names) else { return nil }
            return with(.memory(.recalled(memory)))
        case .memory(.learnt(var values)):
            guard Self.empty(&values, names) else { return nil }
            return with(.memory(.learnt(values)))
        case .questionOpened(.remembering(var values)):
            guard Self.empty(&values, names) else { return nil }
            return with(.questionOpened(.remembering(values)))
        default:
            return nil
        }
    }

    private func with(_ fact: Fact) -> Event { Event(at: at, turn: turn, fact: fact) }

    private static func empty(_ values: inout [RememberedValue], _ names: Set<String>) -> Bool {
        var isChanged = false
        for place in values.indices where names.contains(values[place].name) && values[place].value != nil {
            values[place].value = nil
            values[place].display = ""
            isChanged = true
        }
        return isChanged
    }

    private static func empty(_ fields: inout [Record.Field], _ names: Set<String>) -> Bool {
        var isChanged = false
        for place in fields.indices where names.contains(fields[place].name) && fields[place].value != .none {
            fields[place].value = .none
            isChanged = true
        }
        return isChanged
    }
}
