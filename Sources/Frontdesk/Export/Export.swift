private import Foundation
public import FrontdeskDialogue

/// Everything kept of a customer or a conversation.
///
/// ``json(indented:)`` writes it in the form `frontdesk-export/1`, which <doc:ExportFormat> describes, and
/// ``init(json:)`` reads it again.
public struct Export: Sendable, Hashable {
    /// The form's name and version; the version grows when a reader has to know of a change.
    public static let format = "frontdesk-export/1"

    /// One conversation.
    public struct Conversation: Sendable, Hashable {
        /// What the store knows of it at a glance.
        public var head: ConversationHead
        /// Its events, in order.
        public var events: [Event]
        /// Its tickets, the oldest first.
        public var tickets: [Ticket]

        /// Puts together what is kept of a conversation.
        public init(head: ConversationHead, events: [Event], tickets: [Ticket] = []) {
            self.head = head
            self.events = events
            self.tickets = tickets
        }
    }

    /// When it was made, in milliseconds since 1970.
    public var at: Int64
    /// The conversations, the latest first.
    public var conversations: [Conversation]

    /// Makes an export.
    public init(at: Int64, conversations: [Conversation]) {
        self.at = at
        self.conversations = conversations
    }
}

/// Why a text is no export that this program can read.
public enum ExportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// It is of another form.
    case format(found: String)
    /// It is not JSON, or something in it is not as it should be.
    case malformed(reason: String)

    /// What is wrong.
    public var description: String {
        switch self {
        case .format(let found):
            "the export is of the form '\(found)', but this program reads '\(Export.format)'"
        case .malformed(let reason): "the export cannot be read: \(reason)"
        }
    }
}

extension Export {
    /// The export as JSON; equal exports give equal bytes.
    ///
    /// - Parameter indented: Whether people are to read it; otherwise it is one line.
    public func json(indented: Bool = false) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if indented { encoder.outputFormatting.insert(.prettyPrinted) }
        do {
            return Array(try encoder.encode(Document(self)))
        } catch {
            preconditionFailure("an event does not encode: \(error)")
        }
    }

    /// Reads what ``json(indented:)`` wrote.
    ///
    /// - Throws: ``ExportError``.
    public init(json bytes: [UInt8]) throws(ExportError) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            let format = try decoder.decode(Format.self, from: Data(bytes)).format
            guard format == Self.format else { throw ExportError.format(found: format) }
            self = try decoder.decode(Document.self, from: Data(bytes)).export
        } catch let error as ExportError {
            throw error
        } catch {
            throw .malformed(reason: Self.words(error))
        }
    }

    /// Where an export is not what it should be, and why.
    private static func words(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, let context): place(context) + "there is no '\(key.stringValue)'"
        case .typeMismatch(_, let context):
            place(context) + "there is a value of another kind than expected"
        case .valueNotFound(_, let context): place(context) + "there is no value"
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "it is not JSON, or not whole"
        case .dataCorrupted(let context): place(context) + context.debugDescription
        default: "\(error)"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let steps = context.codingPath.map { step in step.intValue.map { "\($0 + 1)" } ?? step.stringValue }
        return steps.isEmpty ? "" : "in \(steps.joined(separator: ", ")), "
    }

    private struct Format: Decodable {
        var format: String
    }

    /// The export as it stands in JSON.
    private struct Document: Codable {
        struct Conversation: Codable {
            var head: ConversationHead
            var events: [ExportedEvent]
            var tickets: [Ticket]
        }

        var format: String
        var at: Int64
        var conversations: [Conversation]

        init(_ export: Export) {
            format = Export.format
            at = export.at
            conversations = export.conversations.map {
                Conversation(head: $0.head, events: $0.events.map(ExportedEvent.init), tickets: $0.tickets)
            }
        }

        var export: Export {
            Export(
                at: at,
                conversations: conversations.map {
                    Export.Conversation(head: $0.head, events: $0.events.map(\.event), tickets: $0.tickets)
                }
            )
        }
    }
}
