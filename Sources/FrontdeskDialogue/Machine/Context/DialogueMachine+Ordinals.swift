import FrontdeskMatching

// "Cancel the second one": one of several things that were spoken of, by its place among them.
extension DialogueMachine {
    /// The message with the value that it points at, where several were spoken of and that makes it clear; else as it is.
    ///
    /// Where choices are offered, "the second" is one of them.
    func pointed(
        _ whole: MatchResult,
        of inbound: Inbound,
        in tracker: Tracker,
        _ match: (String) -> MatchResult
    ) -> MatchResult {
        guard !tracker.endedFlows.isEmpty, inbound.choice == nil, mayPoint(tracker),
            let found = OrdinalWords.of(language(of: whole, tracker)).pointer(in: whole.tokens),
            let known = listed(in: tracker, match) ?? spokenOf(in: tracker),
            let value = known.value(at: found.place)
        else { return whole }
        if let name = found.name {
            let language = whole.language?.language ?? tracker.language
            let isCalledSo = assistant.flows.contains { flow in
                flow.slots.contains { $0.kind == .entity(known.type) && $0.isCalled(name, in: language) }
            }
            guard isCalledSo else { return whole }
        }
        let start = whole.tokens[found.words.lowerBound].span.start
        let end = whole.tokens[found.words.upperBound - 1].span.end
        let bytes = Array(inbound.text.utf8)
        guard start < end, end <= bytes.count else { return whole }
        let text = bytes[..<start] + Array(value.display.utf8) + bytes[end...]
        var result = whole
        result.candidates = match(String(decoding: text, as: UTF8.self)).candidates
        // The pattern's own places are those of the other text.
        for place in result.candidates.indices { result.candidates[place].pattern?.entities = [] }
        result.entities.removeAll { $0.tokens.overlaps(found.words) }
        result.entities.append(
            Entity(
                type: known.type,
                span: SourceSpan(start, end),
                tokens: found.words,
                text: String(decoding: bytes[start..<end], as: UTF8.self),
                value: .text(value.id)
            )
        )
        return result
    }

    private func mayPoint(_ tracker: Tracker) -> Bool {
        guard tracker.owner == .desk else { return false }
        switch tracker.question {
        case nil: return true
        case .slot(let name):
            guard let run = tracker.flow, case .entity? = index.flow(run.flow)?.slot(name)?.kind else {
                return false
            }
            return true
        default: return false
        }
    }

    /// The values of one type that the desk listed last.
    private func listed(in tracker: Tracker, _ match: (String) -> MatchResult) -> SpokenOf? {
        for line in tracker.lines.reversed() {
            guard line.turn > tracker.turn - Self.listReach else { return nil }
            guard line.author == .desk, line.text.utf8.count <= Self.utteranceLimit else { continue }
            var lists: [SpokenOf] = []
            for entity in match(line.text).entities where BuiltInEntity(rawValue: entity.type) == nil {
                guard case .text(let id) = entity.value else { continue }
                lists.add(entity.type, id: id, display: entity.text)
            }
            if let list = lists.last(where: { $0.values.count > 1 }) { return list }
        }
        return nil
    }

    /// For how many turns a list can be pointed at.
    private static let listReach = 3

    /// The values of one declared type that the customer named, in the order of their first mention.
    private func spokenOf(in tracker: Tracker) -> SpokenOf? {
        var known: [SpokenOf] = []
        for ended in tracker.endedFlows {
            guard let flow = index.flow(ended.flow) else { continue }
            for entry in ended.slots where entry.source == .customer {
                guard let slot = flow.slot(entry.name), slot.isOfDeclaredType,
                    case .entity(let type) = slot.kind, case .text(let id) = entry.value
                else { continue }
                known.add(type, id: id, display: entry.display)
            }
        }
        return known.last { $0.values.count > 1 }
    }
}

/// The values of one type that a conversation is about.
private struct SpokenOf {
    var type: String
    var values: [(id: String, display: String)] = []

    /// The value at a place, from 1 on; -1 is the last.
    func value(at place: Int) -> (id: String, display: String)? {
        let chosen = place < 0 ? values.count + place : place - 1
        return values.indices.contains(chosen) ? values[chosen] : nil
    }
}

extension [SpokenOf] {
    fileprivate mutating func add(_ type: String, id: String, display: String) {
        let place = firstIndex { $0.type == type } ?? count
        if place == count { append(SpokenOf(type: type)) }
        if !self[place].values.contains(where: { $0.id == id }) { self[place].values.append((id, display)) }
    }
}
