import FrontdeskDialogue

extension Report {
    /// A figure that stands at the same place in each report.
    private typealias Fixed = (name: String, figure: @Sendable (Report) -> Figure)

    /// Figures of something that has a name, such as a queue.
    private struct Group: Sendable {
        var name: String
        /// What can be asked of each; the first one needs no name of its own.
        var members: [String]
        /// The names that there can be, when the assistant does not give them.
        var names: [String]?
        var figure: @Sendable (Report, _ name: String, _ member: String) -> Figure?
    }

    /// The names of all figures that have a place of their own, as in the JSON of a report: `endings.resolved`.
    package static let figureNames = fixed.map(\.name)

    /// The names under which there are figures by name: `handoffs.reasons` has `handoffs.reasons.user_asked`.
    package static let figureGroups = groups.map(\.name)

    /// What is wrong with the name of a figure; nil when there is such a figure, or may be one for some assistant.
    ///
    /// - Returns: A word in it that is not known, and those that there are.
    package static func mistake(inFigure name: String) -> (word: String, known: [String])? {
        if figureNames.contains(name) { return nil }
        guard let group = groups.first(where: { name.hasPrefix("\($0.name).") }) else {
            return (name, figureNames + figureGroups.map { "\($0).NAME" })
        }
        guard let names = group.names else { return nil }
        let rest = String(name.dropFirst(group.name.count + 1))
        let known = names + names.flatMap { name in group.members.map { "\(name).\($0)" } }
        return known.contains(rest) ? nil : (name, known.map { "\(group.name).\($0)" })
    }

    /// A figure by its name; nil when the report has none of that name.
    package func figure(_ name: String) -> Figure? {
        if let fixed = Self.fixed.first(where: { $0.name == name }) { return fixed.figure(self) }
        guard let group = Self.groups.first(where: { name.hasPrefix("\($0.name).") }) else { return nil }
        let rest = String(name.dropFirst(group.name.count + 1))
        // Names of intents have dots, too: only what a member is called at the end is one.
        for member in group.members where rest.hasSuffix(".\(member)") {
            let own = String(rest.dropLast(member.count + 1))
            if let figure = group.figure(self, own, member) { return figure }
        }
        return group.members.first.flatMap { group.figure(self, rest, $0) }
    }

    private static let fixed: [Fixed] = [
        ("volume.conversations", { .count($0.volume.conversations) }),
        ("volume.contacts", { .count($0.volume.contacts) }),
        ("volume.customers", { .count($0.volume.customers) }),
        ("volume.messages", { .count($0.volume.messages) }),
        ("volume.messages_per_contact", { .spread($0.volume.messagesPerContact) }),
        ("endings.judged", { .count($0.endings.judged) }),
        ("endings.too_early", { .count($0.endings.tooEarly) }),
        ("endings.with_human", { .count($0.endings.withHuman) }),
        ("endings.resolved", { .share($0.endings.resolved) }),
        ("endings.confirmed_by_customer", { .share($0.endings.confirmedByCustomer) }),
        ("endings.confirmed_by_agent", { .share($0.endings.confirmedByAgent) }),
        ("endings.assumed", { .share($0.endings.assumed) }),
        ("endings.unresolved", { .share($0.endings.unresolved) }),
        ("endings.abandoned", { .share($0.endings.abandoned) }),
        ("endings.resolved_for_a_week", { .share($0.endings.resolvedForAWeek) }),
        ("endings.at_first_contact", { .share($0.endings.atFirstContact) }),
        ("endings.came_back", { .share($0.endings.cameBack) }),
        ("containment.contained", { .share($0.containment.contained) }),
        ("containment.truly_contained", { .share($0.containment.trulyContained) }),
        ("containment.falsely_contained", { .share($0.containment.falselyContained) }),
        ("handoffs.made", { .count($0.handoffs.made) }),
        ("handoffs.rate", { .share($0.handoffs.rate) }),
        ("handoffs.wait", { .spread($0.handoffs.wait) }),
        ("handoffs.first_word", { .spread($0.handoffs.firstWord) }),
        ("handoffs.left", { .share($0.handoffs.left) }),
        ("handoffs.waiting", { .count($0.handoffs.waiting) }),
        ("promises.made", { .count($0.promises.made) }),
        ("promises.kept", { .share($0.promises.kept) }),
        ("promises.missed", { .count($0.promises.missed) }),
        ("promises.moved", { .count($0.promises.moved) }),
        ("promises.released", { .count($0.promises.released) }),
        ("promises.open", { .count($0.promises.open) }),
        ("promises.overdue", { .count($0.promises.overdue) }),
        ("steps", { .spread($0.steps) }),
        ("unanswered.missed", { .share($0.unanswered.missed) }),
    ]

    private static let groups: [Group] = [
        Group(name: "causes", members: ["all", "contained"], names: Cause.allCases.map(\.rawValue)) {
            report,
            name,
            member in
            report.causes.first { $0.cause.rawValue == name }.map {
                .share(member == "all" ? $0.all : $0.contained)
            }
        },
        Group(name: "handoffs.reasons", members: ["share"], names: HandoffReason.allCases.map(\.rawValue)) {
            report,
            name,
            _ in
            named(report.handoffs.reasons, name)
        },
        Group(name: "handoffs.queues", members: ["made", "wait", "first_word", "left"]) {
            report,
            name,
            member in
            report.handoffs.queues.first { $0.queue == name }.map {
                switch member {
                case "made": .count($0.made)
                case "wait": .spread($0.wait)
                case "first_word": .spread($0.firstWord)
                default: .share($0.left)
                }
            }
        },
        Group(name: "flows", members: ["steps"]) { report, name, _ in
            report.flows.first { $0.flow == name }.map { .spread($0.steps) }
        },
        Group(name: "topics", members: ["contacts", "resolved", "handed_off"]) { report, name, member in
            report.topics.first { $0.intent == name }.map {
                switch member {
                case "contacts": .count($0.contacts)
                case "resolved": .share($0.resolved)
                default: .share($0.handedOff)
                }
            }
        },
        Group(
            name: "feedback",
            members: ["mean", "n", "answered", "good", "bad"],
            names: FeedbackKind.allCases.map(\.rawValue)
        ) { report, name, member in
            report.feedback.first { $0.kind.rawValue == name && $0.servedBy == nil }.flatMap {
                switch member {
                case "mean": .number($0.mean)
                case "n": .count($0.n)
                case "answered": $0.answered.map { .share($0) }
                case "good": .share($0.good)
                default: .share($0.bad)
                }
            }
        },
        Group(name: "ratings", members: ["up"]) { report, name, _ in
            report.ratings.first { $0.intent == name }.map { .share($0.up) }
        },
        Group(name: "channels", members: ["share"]) { report, name, _ in named(report.channels, name) },
        Group(name: "languages", members: ["share"]) { report, name, _ in named(report.languages, name) },
    ]

    private static func named(_ list: [Named], _ name: String) -> Figure? {
        list.first { $0.name == name }.map { .share($0.share) }
    }
}
