/// Compares what came of a step then with what came of it now.
struct TurnComparison {
    let was: Observation
    let now: Observation

    /// What differs of what is known, most telling first.
    var differing: [Facet] {
        if now.failure != nil { return [.decision] }
        return Facet.allCases.filter { was.known.contains($0) && differs($0) }
    }

    /// Whether what follows is another conversation, so that differences there say nothing by themselves.
    var leadsElsewhere: Bool {
        let differing = Set(differing)
        guard !differing.isEmpty else { return false }
        if now.failure != nil { return true }
        if was.known.contains(.state) { return !differing.isDisjoint(with: [.state, .handoff, .slots]) }
        // Without states, what is said is all there is to go by.
        return !differing.isDisjoint(with: [.handoff, .intent, .responses])
            || !was.said.isEmpty && !pairs.contains { $0.was != nil && $0.now != nil && isSame($0) }
    }

    private func differs(_ facet: Facet) -> Bool {
        switch facet {
        case .intent: was.intent != now.intent
        case .handoff: was.handoffs != now.handoffs
        case .state: was.state != now.state
        case .slots: was.slots != now.slots
        case .decision: was.decision != now.decision
        case .answers: !pairs.allSatisfy(isSame)
        case .choices: changedChoices != nil
        case .responses: missingResponse != nil
        }
    }

    // MARK: Cause

    /// Why it differs; nil when it does not.
    var cause: Cause? {
        if let failure = now.failure { return .impossible(reason: failure) }
        guard let first = differing.first else { return nil }
        switch first {
        case .intent:
            switch (was.intent, now.intent) {
            case (let then?, let now?): return .intent(was: then, is: now)
            case (let then?, nil): return .notUnderstood(was: then)
            default: return .understood(is: now.intent ?? "")
            }
        case .handoff:
            switch (was.handoffs.first, now.handoffs.first) {
            case (let then?, nil): return .handoffLost(queue: then.queue, reason: then.reason)
            case (nil, let now?): return .handoffAdded(queue: now.queue, reason: now.reason)
            case (let then?, let now?):
                return .handoffChanged(
                    was: "\(then.queue) (\(then.reason))",
                    is: "\(now.queue) (\(now.reason))"
                )
            default: return nil
            }
        case .state: return .state(was: was.state, is: now.state)
        case .slots:
            let names = Set(was.slots).symmetricDifference(now.slots).map(\.name)
            return .slot(name: names.min() ?? "")
        case .decision: return .decision(was: was.decision ?? "none", is: now.decision ?? "none")
        case .responses: return .response(name: missingResponse ?? "")
        case .choices where !differs(.answers):
            return .choices(origin: changedChoices?.origin ?? "a message")
        case .choices, .answers: return textCause
        }
    }

    private var textCause: Cause? {
        guard let pair = pairs.first(where: { !isSame($0) }) else { return nil }
        switch (pair.was, pair.now) {
        case (let then?, let now?): return .text(origin: now.origin ?? then.origin ?? "a message")
        case (nil, let now?): return .added(origin: now.origin ?? now.text)
        case (let then?, nil): return .lost(text: then.text)
        default: return nil
        }
    }

    /// The first message, now, that has other buttons than then.
    private var changedChoices: Observation.Said? {
        pairs.first { pair in
            guard let then = pair.was, let now = pair.now else { return false }
            return then.choices != now.choices
        }?.now
    }

    private var missingResponse: String? {
        was.responses.first { response in
            !now.said.contains { said in said.origin.map(response.origins.contains) ?? false }
        }?.name
    }

    // MARK: Messages

    typealias Pair = (was: Observation.Said?, now: Observation.Said?)

    func isSame(_ pair: Pair) -> Bool {
        guard let then = pair.was else { return false }
        guard !then.isNegated else { return pair.now.map { !Self.holds($0.text, then) } ?? true }
        guard let now = pair.now else { return false }
        return Self.holds(now.text, then)
    }

    private static func holds(_ text: String, _ then: Observation.Said) -> Bool {
        guard then.isPart else { return text == then.text }
        return words(text).contains(words(then.text))
    }

    /// Letters of one case, stretches of blanks as one.
    private static func words(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Messages that belong together: the same ones first, then, between them, in their order.
    var pairs: [Pair] {
        // What is only to be found within messages belongs to no certain one of them.
        if was.said.contains(where: { $0.isPart }) { return partPairs }
        let then = was.said
        let current = now.said
        // longest[i][j]: how many messages from i and j on can be the same, in order.
        var longest = Array(
            repeating: Array(repeating: 0, count: current.count + 1),
            count: then.count + 1
        )
        for i in then.indices.reversed() {
            for j in current.indices.reversed() {
                longest[i][j] =
                    then[i].text == current[j].text
                    ? longest[i + 1][j + 1] + 1 : max(longest[i + 1][j], longest[i][j + 1])
            }
        }
        var pairs: [Pair] = []
        var (i, j) = (0, 0)
        while i < then.count || j < current.count {
            if i < then.count, j < current.count, then[i].text == current[j].text {
                pairs.append((then[i], current[j]))
                (i, j) = (i + 1, j + 1)
                continue
            }
            var (lost, added) = (0, 0)
            while i + lost < then.count || j + added < current.count {
                let (a, b) = (i + lost, j + added)
                if a < then.count, b < current.count, then[a].text == current[b].text { break }
                if a < then.count, b == current.count || longest[a + 1][b] >= longest[a][b + 1] {
                    lost += 1
                } else {
                    added += 1
                }
            }
            for offset in 0..<max(lost, added) {
                pairs.append(
                    (offset < lost ? then[i + offset] : nil, offset < added ? current[j + offset] : nil)
                )
            }
            (i, j) = (i + lost, j + added)
        }
        return pairs
    }

    private var partPairs: [Pair] {
        was.said.enumerated().map { place, then in
            let found = now.said.first { Self.holds($0.text, then) }
            return (then, found ?? (place < now.said.count ? now.said[place] : nil))
        }
    }
}
