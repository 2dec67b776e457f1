public import FrontdeskDialogue

extension Measures {
    /// The figures.
    ///
    /// - Parameters:
    ///   - assistant: The assistant's title.
    ///   - titles: What people read for an intent, by its name.
    ///   - zone: The zone in which days begin.
    ///   - groups: How many groups of unanswered messages to give.
    public func report(
        assistant: String = "",
        titles: [String: String] = [:],
        zone: Zone = .utc,
        groups: Int = 20
    ) -> Report {
        let judged = JudgedContacts(contacts, rules)
        return Report(
            assistant: assistant,
            since: rules.since,
            until: rules.until,
            asOf: rules.asOf,
            volume: volume(judged),
            endings: judged.endings,
            causes: judged.causes,
            containment: judged.containment,
            handoffs: handoffFigures(judged),
            promises: promiseFigures,
            steps: Spread(judged.resolved.map { Double($0.contact.steps) }),
            flows: flowFigures,
            topics: judged.topics(names, titles),
            feedback: feedbackFigures,
            complaints: complaints,
            ratings: ratingFigures(titles),
            unanswered: Report.Unanswered(
                missed: Share(min(unanswered.count, matchable), of: matchable),
                groups: unanswered.groups(limit: groups)
            ),
            channels: named(judged.counted.map { names[$0.contact.channel] }),
            languages: named(judged.counted.map { names[$0.contact.language] }),
            days: judged.days(zone)
        )
    }

    private func volume(_ judged: JudgedContacts) -> Report.Volume {
        Report.Volume(
            conversations: conversations,
            contacts: judged.counted.count,
            customers: Set(judged.counted.map(\.contact.customer)).count,
            messages: messages,
            messagesPerContact: Spread(judged.counted.map { Double($0.contact.messages) })
        )
    }

    private var flowFigures: [Report.FlowFigures] {
        flows.map { Report.FlowFigures(flow: $0.key, steps: Spread($0.value.map(Double.init))) }
            .sorted { ($1.steps.n, $0.flow) < ($0.steps.n, $1.flow) }
    }

    private var complaints: [String] {
        lowWords.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10).map(\.key)
    }

    private func ratingFigures(_ titles: [String: String]) -> [Report.RatingFigures] {
        let sorted = ratings.sorted {
            ($1.value.down, $1.value.up, $0.key) < ($0.value.down, $0.value.up, $1.key)
        }
        return sorted.map { intent, thumbs in
            Report.RatingFigures(
                intent: intent.isEmpty ? nil : intent,
                title: intent.isEmpty ? "no intent" : titles[intent] ?? intent,
                up: Share(thumbs.up, of: thumbs.up + thumbs.down)
            )
        }
    }

    /// How often each name comes, the most frequent first.
    func named(_ names: [String]) -> [Report.Named] {
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { Report.Named(name: $0.key, share: Share($0.value, of: names.count)) }
    }

    // MARK: Handoffs

    private func handoffFigures(_ judged: JudgedContacts) -> Report.Handoffs {
        let queues = Set(handoffs.map(\.queue)).sorted().map { queue in
            let those = handoffs.filter { $0.queue == queue }
            return Report.QueueFigures(
                queue: queue,
                made: those.count,
                wait: Self.wait(those),
                firstWord: Self.firstWord(those),
                left: Self.left(those)
            )
        }
        return Report.Handoffs(
            made: handoffs.count,
            rate: Share(judged.counted.count { $0.contact.handoffs > 0 }, of: judged.counted.count),
            reasons: named(handoffs.map(\.reason.rawValue)),
            queues: queues.sorted { ($1.made, $0.queue) < ($0.made, $1.queue) },
            wait: Self.wait(handoffs),
            firstWord: Self.firstWord(handoffs),
            left: Self.left(handoffs),
            waiting: handoffs.count { $0.claimedAt == nil && $0.withdrawnAt == nil && $0.endedAt == nil }
        )
    }

    private static func wait(_ handoffs: [HandoffCourse]) -> Spread {
        Spread(handoffs.compactMap { one in one.claimedAt.map { Double($0 - one.at) / 1000 } })
    }

    private static func firstWord(_ handoffs: [HandoffCourse]) -> Spread {
        Spread(handoffs.compactMap { one in one.firstWordAt.map { Double($0 - one.at) / 1000 } })
    }

    private static func left(_ handoffs: [HandoffCourse]) -> Share {
        let left = handoffs.count { $0.claimedAt == nil && $0.withdrawnAt != nil }
        return Share(left, of: left + handoffs.count { $0.claimedAt != nil })
    }

    // MARK: Promises

    private var promiseFigures: Report.Promises {
        let open = promises.filter { $0.isKept == nil && !$0.isReleased }
        let kept = promises.count { $0.isKept == true }
        let missed = promises.count { $0.isKept == false }
        return Report.Promises(
            made: promises.count,
            kept: Share(kept, of: kept + missed),
            missed: missed,
            moved: promises.count { $0.moved > 0 },
            released: promises.count { $0.isKept == nil && $0.isReleased },
            open: open.count { $0.dueAt > rules.asOf },
            overdue: open.count { $0.dueAt <= rules.asOf }
        )
    }
}
