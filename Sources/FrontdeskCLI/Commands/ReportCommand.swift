import ArgumentParser
import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskPipe
import FrontdeskReports

/// `frontdesk report`: what the conversations of a period come to.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "Tell what was resolved, by whom, what was not and why, how long customers waited, and what they said.",
        discussion: """
            A contact is a stretch of a conversation without a day of silence in it; it counts on the day it began. Every share stands \
            with its number and the interval that holds the true share in 95 of 100 cases. The guide Measures defines each figure.

              frontdesk report --days 30                           the last 30 days, as text
              frontdesk report --since 2026-11-01 --until 2026-11-30 --html report.html
              frontdesk report --format json                       frontdesk-report/1, for other programs
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "The first day of the period, such as 2026-11-01, or an RFC 3339 time.")
    var since: String?

    @Option(help: "The last day of the period, or an RFC 3339 time that is the first behind it.")
    var until: String?

    @Option(help: "The last so many days, with today; instead of --since and --until.")
    var days: Int?

    @Option(help: "text or json.")
    var format = Format.text

    @Option(help: "Write the report as a page with plots to this file.")
    var html: String?

    @OptionGroup var records: RecordOptions

    func validate() throws {
        if let days {
            guard (1...36_500).contains(days) else {
                throw ValidationError("--days is \(days); give a number from 1 to 36500.")
            }
            guard since == nil, until == nil else {
                throw ValidationError("--days stands alone; leave out --since and --until, or --days.")
            }
        }
        for (name, text) in [("--since", since), ("--until", until)] {
            if let text, Self.day(text) == nil, Timestamp.milliseconds(of: text) == nil {
                throw ValidationError(
                    "\(name) is '\(text)'; give a day such as 2026-11-01, or a time such as 2026-11-01T09:00:00+01:00."
                )
            }
        }
    }

    func run() async throws {
        let place = try existingStore()
        let open = try records.open()
        let desk = open.desk
        let zone = Zone.named(desk.assistant.zone, around: desk.clock.milliseconds) ?? .utc
        let rules = try rules(open, zone)
        let measures = try await ReportReader(store: desk.store, rules: rules).read()
        let titles = desk.assistant.intents.reduce(into: [String: String]()) { $0[$1.name] = $1.title }
        let report = measures.report(assistant: desk.assistant.title, titles: titles, zone: zone)
        guard report.volume.contacts > 0 || format == .json else {
            Terminal.write(
                "No customer wrote to \(desk.assistant.title) in this period: \(place ?? open.place.description) has no "
                    + "contact that began in it.\n"
            )
            return
        }
        if let html { try write(ReportPage(report, zone: zone).html, to: html) }
        switch format {
        case .json: Terminal.write(String(decoding: report.json(), as: UTF8.self) + "\n")
        case .text where html == nil: Terminal.write(Wrapping.printable(report.text(zone: zone)))
        case .text: Terminal.write("Page: \(html ?? "")\n")
        }
    }
}

extension ReportCommand {
    /// Looking does not make a store: a mistyped path is told.
    private func existingStore() throws(CommandFailure) -> String? {
        guard case .sqlite(let path) = records.options.store else { return nil }
        guard FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure(
                message:
                    "there is no store \(path); --store takes the file in which a desk keeps its conversations."
            )
        }
        return path
    }

    private func rules(_ open: OpenDesk, _ zone: Zone) throws(CommandFailure) -> MeasureRules {
        let now = open.desk.clock.milliseconds
        var rules = MeasureRules(of: open.desk.assistant, asOf: now)
        if let days {
            let today = Moment(milliseconds: now, zone: zone).date
            rules.since = zone.milliseconds(
                of: CivilDate(daysSinceEpoch: today.daysSinceEpoch - days + 1),
                at: .midnight
            )
        }
        if let since { rules.since = Self.begin(since, zone) }
        if let until {
            // The last day is part of the period.
            rules.until =
                Self.day(until).map {
                    zone.milliseconds(of: CivilDate(daysSinceEpoch: $0.daysSinceEpoch + 1), at: .midnight)
                } ?? Timestamp.milliseconds(of: until)
        }
        if let since = rules.since, let until = rules.until, since >= until {
            throw CommandFailure(
                message:
                    "the period ends before it begins: --since \(self.since ?? ""), --until \(self.until ?? "")."
            )
        }
        return rules
    }

    private static func begin(_ text: String, _ zone: Zone) -> Int64? {
        day(text).map { zone.milliseconds(of: $0, at: .midnight) } ?? Timestamp.milliseconds(of: text)
    }

    private static func day(_ text: String) -> CivilDate? { CivilDate(iso: text) }

    private func write(_ page: String, to path: String) throws(CommandFailure) {
        do {
            try page.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            let reason =
                FileManager.default.fileExists(atPath: folder)
                ? Places.reason(error) : "there is no folder \(folder)"
            throw CommandFailure(message: "the page \(path) cannot be written: \(reason).")
        }
    }
}

extension TimeOfDay {
    fileprivate static let midnight = TimeOfDay(hour: 0, minute: 0)
}

/// Reads a store from end to end, one conversation at a time.
struct ReportReader {
    let store: any EventStore
    let rules: MeasureRules

    func read() async throws(CommandFailure) -> Measures {
        var measures = Measures(rules: rules)
        // Who comes back shortly after the period tells about contacts within it.
        let last = rules.until.map { $0 + rules.firstContactWindow } ?? .max
        let first = rules.since.map { $0 - rules.firstContactWindow } ?? .min
        var after: String?
        do {
            while true {
                let heads = try await store.conversations(.page(after: after, limit: 500))
                guard let end = heads.last?.conversation else { return measures }
                for head in heads where head.updatedAt >= first && head.openedAt < last {
                    measures.add(try await store.events(of: head.conversation, after: 0))
                }
                after = end
            }
        } catch {
            throw CommandFailure(error)
        }
    }
}
