import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskPipe

extension ChatSession {
    /// Does what a line that begins with a slash says.
    ///
    /// - Returns: True when the chat is to end.
    func perform(_ line: String) async -> Bool {
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
        guard let word = parts.first, let command = SlashCommand(rawValue: word.lowercased()) else {
            lines.show(screen.problem("There is no command \(line). /help lists them."))
            return false
        }
        let argument = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
        do {
            switch command {
            case .quit: return true
            case .help: lines.show(help)
            case .human: await say("human")
            case .reload: await reload()
            case .why: lines.show(try await why())
            case .state: lines.show(StateText.text(of: try await desk.tracker(conversation), style: style))
            case .events: lines.show(EventText.text(of: try await events(), style: style))
            case .rate: try await rate(argument)
            case .undo: try await undo()
            case .save: try await save(argument)
            }
        } catch let error as DeskError {
            lines.show(screen.problem(Self.told(error)))
        } catch let error as StoreError {
            lines.show(screen.problem(error.description))
        } catch let failure as CommandFailure {
            lines.show(screen.problem(failure.message))
        } catch {
            lines.show(screen.problem("\(error)"))
        }
        return false
    }

    private static func told(_ error: DeskError) -> String {
        if case .unknownConversation = error { return "Nothing was said yet. Write a message first." }
        return error.description
    }

    private var help: String {
        let usages = SlashCommand.allCases.map(\.usage)
        let width = usages.map(\.words.count).max() ?? 0
        return usages.map { usage in
            let space = String(repeating: " ", count: width - usage.words.count)
            return "  \(style.bold(usage.words))\(space)  \(usage.meaning)\n"
        }.joined()
    }

    private func events() async throws -> [Event] {
        try await desk.store.events(of: conversation, after: 0)
    }

    private func why() async throws -> String {
        guard let explanation = TurnExplanation(try await events(), turn: nil, desk: desk) else {
            throw CommandFailure(message: "Nothing was said yet. Write a message first.")
        }
        return ExplanationText(style: style, assistant: desk.assistant).text(of: explanation)
    }

    private func rate(_ word: String) async throws {
        guard word == "up" || word == "down" else {
            throw CommandFailure(message: "Say /rate up or /rate down.")
        }
        let turn = try await desk.rate(conversation, isUp: word == "up")
        lines.show(screen.note("Turn \(turn) was rated \(word)."))
    }

    private func undo() async throws {
        let tracker = try await desk.undo(conversation)
        forgetChoices()
        let state = tracker.state.map { ", in \($0)" } ?? ""
        lines.show(
            screen.note("The last turn was taken back; the conversation is at turn \(tracker.turn)\(state).")
        )
    }

    private func save(_ path: String) async throws {
        guard !path.isEmpty else {
            throw CommandFailure(
                message: "Say where: /save Transcripts/\(desk.assistant.name)/my-case.transcript"
            )
        }
        let events = try await events()
        guard !events.isEmpty else {
            throw CommandFailure(message: "Nothing was said yet. Write a message first.")
        }
        let path = (path as NSString).expandingTildeInPath
        let text = TranscriptText.text(of: events, assistant: desk.assistant)
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            let reason =
                (error as NSError).code == CocoaError.fileWriteFileExists.rawValue
                ? "there is such a file already; choose another name" : Places.reason(error)
            throw CommandFailure(message: "\(path) was not written: \(reason).")
        }
        lines.show(screen.note("Saved as \(path)."))
    }
}
