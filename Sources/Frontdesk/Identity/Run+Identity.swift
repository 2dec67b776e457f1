import FrontdeskDialogue
import Logging

extension Run {
    /// Who writes, by what a message claims and proves.
    ///
    /// A wrong proof locks nobody out: the customer goes on unverified.
    func identified(by message: Message) -> CustomerProfile {
        var claim = message.customer ?? CustomerProfile()
        guard let hash = message.userHash else { return tracker.customer.claimed(as: claim) }
        // Who has only the hash is who was named before.
        let id = claim.id ?? tracker.customer.id
        if let id, let identity = parts.identity, identity.isProof(hash, of: id) {
            claim.id = id
            claim.isVerified = true
            return tracker.customer.claimed(as: claim)
        }
        let reason =
            if parts.identity == nil { "this desk has no secret to check it with" } else if id == nil {
                "no customer id came with it"
            } else { "it is not the signature of the customer's id" }
        parts.logger?.warning(
            "user_hash proves nothing: \(reason); the customer counts as not verified",
            metadata: ["conversation": "\(tracker.conversation)"]
        )
        return tracker.customer.claimed(as: claim, isRefuted: true)
    }
}
