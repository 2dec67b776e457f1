import FrontdeskDialogue
import FrontdeskPages

/// Figures of a report as people read them.
enum ReportText {
    /// `70.1 %`, or `n/a` of none.
    static func percent(_ share: Share) -> String {
        share.share.map { FigureText.percent($0) } ?? "n/a"
    }

    /// `67.4 to 72.6 %`, or nothing of none.
    static func interval(_ share: Share) -> String {
        guard let low = share.low, let high = share.high else { return "" }
        return FigureText.decimal(low * 100, places: 1) + " to " + FigureText.percent(high)
    }

    /// `12 of 40`.
    static func count(_ share: Share) -> String { "\(share.count) of \(share.of)" }

    /// `2 (1 to 3)`; the interval is left out where there are too few numbers for one.
    static func quantile(_ quantile: Spread.Quantile?, _ show: (Double) -> String) -> String {
        guard let quantile else { return "n/a" }
        guard let low = quantile.low, let high = quantile.high else { return show(quantile.value) }
        return "\(show(quantile.value)) (\(show(low)) to \(show(high)))"
    }

    /// A whole number, or one with a half.
    static func number(_ value: Double) -> String {
        value == value.rounded() ? FigureText.decimal(value, places: 0) : FigureText.decimal(value, places: 1)
    }

    /// `45 s`, `3 min`, `2.5 h`, `3 d`.
    static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<120: FigureText.decimal(seconds, places: 0) + " s"
        case ..<7200: FigureText.decimal(seconds / 60, places: 0) + " min"
        case ..<172_800: FigureText.decimal(seconds / 3600, places: 1) + " h"
        default: FigureText.decimal(seconds / 86_400, places: 1) + " d"
        }
    }

    static func name(_ cause: Cause) -> String {
        switch cause {
        case .negativeFeedback: "the customer was not content"
        case .needsFollowUp: "an agent has still to do something"
        case .askedHumanNotServed: "asked for a human and got none"
        case .leftAfterFallback: "left after not being understood"
        case .leftMidForm: "left while a question was open"
        case .leftQueue: "gave up waiting for a human"
        case .negativeEnd: "the last message sounds unhappy"
        case .notDone: "the desk could not do it"
        case .cancelled: "the customer stopped it"
        case .cameBack: "came back with it within a day"
        case .noAnswer: "nothing was answered"
        case .noRequest: "nothing was asked"
        }
    }

    static func name(_ kind: FeedbackKind) -> String {
        switch kind {
        case .csat: "CSAT (4 and 5 of 1 to 5)"
        case .nps: "NPS (9 and 10 of 0 to 10)"
        case .ces: "CES (5 to 7 of 1 to 7)"
        }
    }

    static func name(_ server: Server?) -> String {
        switch server {
        case nil: "all"
        case .desk: "served by the desk"
        case .agent: "served by an agent"
        case .both: "served by both"
        }
    }

    /// `4.20 (3.61 to 4.58)`, or `n/a` of none.
    static func mean(_ figures: Report.FeedbackFigures) -> String {
        guard let mean = figures.mean, let low = figures.meanLow, let high = figures.meanHigh else {
            return "n/a"
        }
        func decimal(_ value: Double) -> String { FigureText.decimal(value, places: 2) }
        return "\(decimal(mean)) (\(decimal(low)) to \(decimal(high)))"
    }

    /// `32 (11 to 53)`, or nothing.
    static func net(_ net: Report.Net?) -> String {
        guard let net else { return "" }
        func whole(_ value: Double) -> String { FigureText.decimal(value, places: 0) }
        return "\(whole(net.value)) (\(whole(net.low)) to \(whole(net.high)))"
    }

    /// `handed_off` as people write it.
    static func words(_ name: String) -> String { name.split(separator: "_").joined(separator: " ") }

    /// The period, as days in a zone.
    static func period(_ report: Report, _ zone: Zone) -> String {
        func day(_ milliseconds: Int64) -> String { Moment(milliseconds: milliseconds, zone: zone).date.iso }
        let until = report.until.map { day($0 - 1) }
        return switch (report.since.map(day), until) {
        case (nil, nil): "all that is kept, as of \(day(report.asOf))"
        case (let since?, nil): "from \(since) to \(day(report.asOf))"
        case (nil, let until?): "up to \(until)"
        case (let since?, let until?): since == until ? since : "from \(since) to \(until)"
        }
    }

    /// How much there was, in one sentence.
    static func volume(_ report: Report) -> String {
        let volume = report.volume
        return FigureText.count(volume.conversations, "conversation") + " with "
            + FigureText.count(volume.contacts, "contact") + " of "
            + FigureText.count(volume.customers, "customer")
            + ", " + FigureText.count(volume.messages, "message") + " of customers"
    }
}
