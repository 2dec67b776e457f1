import Foundation
import Frontdesk
import FrontdeskDialogue
import GRDB

/// Events of one append, ready to be written.
struct EventRows: Sendable {
    let conversation: String
    let version: Int
    let events: [Event]
    let bodies: [String]

    init(_ events: [Event], conversation: String, after version: Int, path: String) throws(StoreError) {
        self.conversation = conversation
        self.version = version
        self.events = events
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bodies: [String] = []
        do {
            for event in events {
                bodies.append(String(decoding: try encoder.encode(event), as: UTF8.self))
            }
        } catch {
            throw .unavailable(place: path, reason: "an event cannot be written as JSON: \(error)")
        }
        self.bodies = bodies
    }

    static func decode(_ bodies: [String], path: String) throws(StoreError) -> [Event] {
        // One array is decoded faster than its elements one by one.
        let data = Data(("[" + bodies.joined(separator: ",") + "]").utf8)
        do {
            return try JSONDecoder().decode([Event].self, from: data)
        } catch {
            throw .corrupt(place: path, reason: "an event is not of a form this program knows: \(error)")
        }
    }

    /// Writes the rows and the conversation's head, unless another writer was faster.
    func write(_ database: Database) throws {
        var head =
            try ConversationHead.fetch(database, .conversation(conversation)).first
            ?? ConversationHead(conversation: conversation)
        guard head.version == version else {
            throw StoreError.conflict(conversation: conversation, expected: version, actual: head.version)
        }
        let insert = try database.cachedStatement(
            sql: "INSERT INTO events (conversation, version, turn, at, body) VALUES (?, ?, ?, ?, ?)"
        )
        for (event, body) in zip(events, bodies) {
            head.apply(event)
            try insert.execute(arguments: [conversation, head.version, event.turn, event.at, body])
        }
        try head.write(database)
    }
}
