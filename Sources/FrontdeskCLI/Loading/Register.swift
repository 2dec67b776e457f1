import Foundation
import FrontdeskDialogue

/// Remembers which desks were opened, so that `frontdesk queue` in another terminal finds the latest one.
enum Register {
    /// Where a desk's files lie.
    struct Entry: Codable {
        var folder: String
        var store: String
    }

    private static var folder: String { Places.state + "/desks" }

    /// Remembers a desk; that it cannot be remembered is no reason to stop.
    static func remember(_ open: OpenDesk) {
        guard case .sqlite(let path) = open.place else { return }
        let entry = Entry(folder: absolute(open.origin.path), store: "sqlite:" + absolute(path))
        guard let data = try? JSONEncoder().encode(entry) else { return }
        try? Places.make(folder)
        try? data.write(
            to: URL(fileURLWithPath: "\(folder)/\(open.loaded.assistant.name).json"),
            options: .atomic
        )
    }

    /// The desk of an assistant's name, or the one opened last.
    static func find(_ name: String?) -> Entry? {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let candidates = files.filter { $0.hasSuffix(".json") && (name == nil || $0 == "\(name ?? "").json") }
        let latest = candidates.max { changed($0) < changed($1) }
        guard let latest, let data = FileManager.default.contents(atPath: "\(folder)/\(latest)") else {
            return nil
        }
        return try? JSONDecoder().decode(Entry.self, from: data)
    }

    private static func changed(_ file: String) -> Date {
        let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(file)")
        return attributes?[.modificationDate] as? Date ?? .distantPast
    }

    private static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }
}
