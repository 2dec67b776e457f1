/// Tells whether a channel has proved who a customer is.
///
/// The desk itself does no cryptography: `SignedIdentity` in `FrontdeskIdentity` checks signatures, and a program may
/// bring a check of its own.
public protocol IdentityVerifier: Sendable {
    /// Whether a hash proves that the customer has this id.
    ///
    /// - Parameters:
    ///   - hash: What came with the message as `user_hash`; anything at all.
    ///   - id: The customer's id in the calling system.
    func isProof(_ hash: String, of id: String) -> Bool
}
