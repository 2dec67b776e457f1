import Foundation
import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskSQLite

/// What the compiler cannot know about an assistant: the machine's time zones, and its database.
enum MachineCheck {
    /// Whether this machine has no such time zone.
    static func isZoneUnknown(_ zone: String) -> Bool {
        Zone.named(zone, around: SystemClock().milliseconds) == nil
    }

    /// The mistake in the assistant's time zone, if it has one.
    static func zone(of assistant: Assistant, _ sources: [SourceFile]) -> Diagnostic? {
        guard isZoneUnknown(assistant.zone) else { return nil }
        return .unknownZone(assistant.zone, known: TimeZone.knownTimeZoneIdentifiers, in: sources)
    }

    /// The warning that a declared share of wrong answers cannot be kept to.
    static func target(
        of assistant: Assistant,
        _ curve: @autoclosure () -> AnswerCurve,
        _ sources: [SourceFile]
    ) -> Diagnostic? {
        guard let limit = assistant.thresholds.wrongAnswers,
            let choice = assistant.thresholdChoice(from: curve())
        else { return nil }
        return .missedTarget(limit, choice, in: sources)
    }

    /// Every answer that was to be reviewed before today.
    static func reviews(of assistant: Assistant, _ sources: [SourceFile]) -> [Diagnostic] {
        let clock = SystemClock()
        let zone = Zone.named(assistant.zone, around: clock.milliseconds) ?? .utc
        let today = Moment(milliseconds: clock.milliseconds, zone: zone).date
        return assistant.intents.compactMap { intent in
            guard let source = intent.source, let limit = source.reviewBy, source.isOverdue(on: today) else {
                return nil
            }
            return .overdueReview(of: intent.name, reviewBy: limit, owner: source.owner, in: sources)
        }
    }

    /// Every statement that the assistant's database does not take; nothing is run or changed.
    ///
    /// A database file that is not on this machine is no mistake: the assistant may be meant for another one.
    static func statements(
        of assistant: Assistant,
        folder: AssistantFolder,
        _ sources: [SourceFile]
    ) -> [Diagnostic] {
        guard let origin = assistant.database?.origin else { return [] }
        let database: AssistantDatabase
        do {
            switch origin {
            case .file(let file): database = try AssistantDatabase(reading: folder.path(of: file))
            case .seed(let file):
                database = try AssistantDatabase(seed: try DataActions.read(folder.path(of: file)))
            }
        } catch AssistantDatabaseError.missing {
            return []
        } catch {
            let failure = (error as? CommandFailure)?.message ?? "\(error)"
            let reason = failure.hasSuffix(".") ? String(failure.dropLast()) : failure
            return [.unusableDatabase(reason: reason, in: sources)]
        }
        return assistant.actions.compactMap { action in
            guard case .sql(let statement, _) = action.kind,
                let reason = database.objection(to: statement)
            else { return nil }
            return .refusedStatement(of: action.name, reason: reason, in: sources)
        }
    }
}
