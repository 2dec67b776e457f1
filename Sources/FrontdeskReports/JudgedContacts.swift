import FrontdeskDialogue

/// The contacts of a period, each judged by what the customer's other contacts tell.
struct JudgedContacts {
    struct Judged {
        var contact: Measures.KeptContact
        /// How it ended, after a look at who came back.
        var ending: Ending
        /// Whether the customer came back with the same within a day.
        var cameBack: Bool
        /// Whether the customer came back with the same within a week.
        var cameBackInAWeek: Bool
        /// Whether the customer had come with the same in the week before.
        var isRepeated: Bool

        var isResolved: Bool {
            switch ending {
            case .confirmedByCustomer, .confirmedByAgent, .answered: true
            default: false
            }
        }

        var isJudged: Bool { ending != .withHuman && ending != .tooEarly }

        var cause: Cause? {
            switch ending {
            case .unresolved(let cause), .abandoned(let cause): cause
            default: nil
            }
        }
    }

    /// Those of the period, in the order in which they began.
    let counted: [Judged]
    private let rules: MeasureRules

    init(_ contacts: [Measures.KeptContact], _ rules: MeasureRules) {
        self.rules = rules
        // One customer's contacts lie together, in order of time.
        let sorted = contacts.sorted { ($0.customer, $0.begin, $0.end) < ($1.customer, $1.begin, $1.end) }
        var judged: [Judged] = []
        for (place, contact) in sorted.enumerated() where contact.isCounted {
            var one = Judged(
                contact: contact,
                ending: contact.ending,
                cameBack: false,
                cameBackInAWeek: false,
                isRepeated: false
            )
            var next = place + 1
            while next < sorted.count, sorted[next].customer == contact.customer,
                sorted[next].begin - contact.end <= rules.firstContactWindow
            {
                if Self.isSame(sorted[next], contact) {
                    one.cameBackInAWeek = true
                    if sorted[next].begin - contact.end <= rules.repeatWindow { one.cameBack = true }
                }
                next += 1
            }
            var previous = place - 1
            while previous >= 0, sorted[previous].customer == contact.customer,
                contact.begin - sorted[previous].end <= rules.firstContactWindow
            {
                if Self.isSame(sorted[previous], contact) { one.isRepeated = true }
                previous -= 1
            }
            if one.cameBack, one.ending == .answered { one.ending = .unresolved(.cameBack) }
            judged.append(one)
        }
        counted = judged.sorted {
            ($0.contact.begin, $0.contact.customer) < ($1.contact.begin, $1.contact.customer)
        }
    }

    private static func isSame(_ one: Measures.KeptContact, _ other: Measures.KeptContact) -> Bool {
        one.topics.contains { other.topics.contains($0) }
    }

    var resolved: [Judged] { counted.filter(\.isResolved) }

    // MARK: Figures

    var endings: Report.Endings {
        let judged = counted.filter(\.isJudged)
        func share(_ isMeant: (Judged) -> Bool) -> Share {
            Share(judged.count(where: isMeant), of: judged.count)
        }
        let old = resolved.filter { rules.asOf - $0.contact.end >= rules.firstContactWindow }
        return Report.Endings(
            judged: judged.count,
            tooEarly: counted.count { $0.ending == .tooEarly },
            withHuman: counted.count { $0.ending == .withHuman },
            resolved: share(\.isResolved),
            confirmedByCustomer: share { $0.ending == .confirmedByCustomer },
            confirmedByAgent: share { $0.ending == .confirmedByAgent },
            assumed: share { $0.ending == .answered },
            unresolved: share { if case .unresolved = $0.ending { true } else { false } },
            abandoned: share { if case .abandoned = $0.ending { true } else { false } },
            resolvedForAWeek: Share(old.count { !$0.cameBackInAWeek }, of: old.count),
            atFirstContact: Share(
                old.count { !$0.cameBackInAWeek && !$0.isRepeated && $0.contact.handoffs <= 1 },
                of: old.count
            ),
            cameBack: share(\.cameBack)
        )
    }

    var containment: Report.Containment {
        // What waits for a human is not judged yet, but is known not to be contained.
        let known = counted.filter { $0.ending != .tooEarly }
        func share(_ isMeant: (Judged) -> Bool) -> Share {
            Share(known.count(where: isMeant), of: known.count)
        }
        return Report.Containment(
            contained: share(\.contact.isContained),
            trulyContained: share { $0.contact.isContained && $0.isResolved },
            falselyContained: share { $0.contact.isContained && !$0.isResolved }
        )
    }

    var causes: [Report.CauseFigures] {
        let judged = counted.filter(\.isJudged)
        let contained = judged.filter(\.contact.isContained)
        let figures = Cause.allCases.map { cause in
            Report.CauseFigures(
                cause: cause,
                contained: Share(contained.count { $0.cause == cause }, of: contained.count),
                all: Share(judged.count { $0.cause == cause }, of: judged.count)
            )
        }
        return figures.filter { $0.all.count > 0 }
            .sorted { ($1.all.count, $0.cause.rawValue) < ($0.all.count, $1.cause.rawValue) }
    }

    func topics(_ names: NameTable, _ titles: [String: String]) -> [Report.TopicFigures] {
        var byTopic: [UInt32: (all: Int, judged: Int, resolved: Int, handedOff: Int)] = [:]
        for one in counted {
            for topic in one.contact.topics {
                var figures = byTopic[topic] ?? (0, 0, 0, 0)
                figures.all += 1
                if one.isJudged { figures.judged += 1 }
                if one.isResolved { figures.resolved += 1 }
                if one.contact.handoffs > 0 { figures.handedOff += 1 }
                byTopic[topic] = figures
            }
        }
        return byTopic.map { topic, figures in
            Report.TopicFigures(
                intent: names[topic],
                title: titles[names[topic]] ?? names[topic],
                contacts: figures.all,
                resolved: Share(figures.resolved, of: figures.judged),
                handedOff: Share(figures.handedOff, of: figures.all)
            )
        }.sorted { ($1.contacts, $0.intent) < ($0.contacts, $1.intent) }
    }

    func days(_ zone: Zone) -> [Report.Day] {
        var days: [Int: Report.Day] = [:]
        for one in counted {
            let date = Moment(milliseconds: one.contact.begin, zone: zone).date
            var day =
                days[date.daysSinceEpoch]
                ?? Report.Day(day: date.iso, contacts: 0, byDesk: 0, withHuman: 0, notResolved: 0, open: 0)
            day.contacts += 1
            if !one.isJudged {
                day.open += 1
            } else if !one.isResolved {
                day.notResolved += 1
            } else if one.contact.isContained {
                day.byDesk += 1
            } else {
                day.withHuman += 1
            }
            days[date.daysSinceEpoch] = day
        }
        return days.sorted { $0.key < $1.key }.map(\.value)
    }
}
