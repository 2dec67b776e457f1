/// How customers prove who they are, and what happens where one has not.
public struct IdentityPolicy: Sendable, Hashable, Codable {
    /// What happens when something personal is asked for by a customer who is not verified.
    public enum Unverified: String, Sendable, Hashable, Codable, CaseIterable {
        /// A human makes sure who it is.
        case handoff
        /// The customer is asked to sign in, and the desk goes on once that is done.
        case signIn = "sign_in"
    }

    /// The environment variables that hold the secrets shared with the calling system, the current one first.
    public var secrets: [String]
    /// What happens when a customer is not verified.
    public var unverified: Unverified

    /// Makes a policy.
    public init(secrets: [String] = [], unverified: Unverified = .handoff) {
        self.secrets = secrets
        self.unverified = unverified
    }
}
