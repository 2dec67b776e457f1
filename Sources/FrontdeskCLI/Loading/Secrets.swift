import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskIdentity

/// The secrets that an assistant names, from the environment; they are never printed.
enum Secrets {
    /// What checks the customers' ids; nil when the assistant names no secret, or none is set.
    static func identity(of assistant: Assistant) throws(CommandFailure) -> (any IdentityVerifier)? {
        let names = assistant.identity?.secrets ?? []
        let environment = ProcessInfo.processInfo.environment
        let found = names.filter { environment[$0]?.isEmpty == false }
        guard !found.isEmpty else { return nil }
        do {
            return try SignedIdentity(secrets: found.compactMap { environment[$0] })
        } catch {
            throw CommandFailure(
                message: "the secret in \(found.joined(separator: ", ")) cannot be used: \(error.description)"
            )
        }
    }

    /// What is said when the assistant names secrets and none is set; nil: nothing.
    static func warning(for assistant: Assistant) -> String? {
        let names = assistant.identity?.secrets ?? []
        let environment = ProcessInfo.processInfo.environment
        guard !names.isEmpty, !names.contains(where: { environment[$0]?.isEmpty == false }) else {
            return nil
        }
        return
            "\(names.joined(separator: " and ")) \(names.count == 1 ? "is" : "are") not set: no user_hash can be "
            + "checked, and nobody counts as verified"
    }
}
