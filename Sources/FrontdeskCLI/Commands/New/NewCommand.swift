import ArgumentParser
import Foundation

/// `frontdesk new`: a small assistant to begin with.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a small assistant to begin with.",
        discussion: """
            Questions with answers, a flow that asks for two things and hands over to a human, and transcripts that test \
            them. The folder must not exist yet, or be empty.

              frontdesk new my-shop
            """
    )

    @Argument(help: "The folder to make.")
    var folder: String

    func run() throws {
        try refuseWhatIsThere()
        do {
            for file in Self.files {
                let url = URL(fileURLWithPath: "\(folder)/\(file.path)")
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(file.bytes).write(to: url, options: .withoutOverwriting)
            }
        } catch {
            throw CommandFailure(
                message: "the assistant cannot be written into \(folder): \(Places.reason(error))."
            )
        }
        for file in Self.files { Terminal.write("\(folder)/\(file.path)\n") }
        let next = [
            ("chat \(quoted)", "talk to it; edits are picked up while you talk"),
            ("check \(quoted)", "find mistakes in its files"),
            ("test \(quoted)", "run its transcripts"),
            ("verify \(quoted)", "prove what must hold whatever customers say"),
            ("lint \(quoted)", "check its texts by the service standard"),
        ]
        let width = next.map(\.0.count).max() ?? 0
        Terminal.write("\nYour assistant is ready. What you can do next:\n")
        for (command, what) in next {
            let space = String(repeating: " ", count: width - command.count)
            Terminal.write("  frontdesk \(command)\(space)   \(what)\n")
        }
    }

    /// The files of the starter; the build embeds them into the program.
    private static let files: [(path: String, bytes: [UInt8])] = [
        ("assistant.yaml", PackageResources.assistant_yaml),
        ("questions.yaml", PackageResources.questions_yaml),
        ("repair.yaml", PackageResources.repair_yaml),
        ("Transcripts/starter.transcript", PackageResources.starter_transcript),
    ]

    private func refuseWhatIsThere() throws(CommandFailure) {
        guard !folder.isEmpty else {
            throw CommandFailure(
                message: "the folder has no name; give one, such as my-shop, or . for this one."
            )
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            throw CommandFailure(message: "\(folder) is a file; give a folder that does not exist yet.")
        }
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw CommandFailure(message: "the folder \(folder) cannot be read: \(Places.reason(error)).")
        }
        guard names.isEmpty else {
            throw CommandFailure(
                message:
                    "the folder \(folder) is not empty; nothing was written. Give one that is, or does not exist yet."
            )
        }
    }

    /// The folder as a shell reads it.
    private var quoted: String {
        let plain = folder.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "-"),
                UInt8(ascii: "/"), 0x80...:
                true
            default: false
            }
        }
        return plain ? folder : "'\(folder.replacingOccurrences(of: "'", with: "'\\''"))'"
    }
}
