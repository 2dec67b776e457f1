import Crypto
public import Frontdesk

/// Checks that a customer's id was signed by the calling system: HMAC-SHA256 of the id, as hexadecimal digits.
///
/// The calling system and the desk share a secret. While it is changed, both the new and the old one count.
///
/// ```swift
/// let desk = Desk(assistant: assistant, identity: try SignedIdentity(secrets: [secret]))
/// ```
public struct SignedIdentity: IdentityVerifier {
    /// Why secrets were refused.
    public enum Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        /// There are none, or more than ``SignedIdentity/secretLimit``.
        case count(Int)
        /// One is shorter than ``SignedIdentity/shortestSecret``; its number, from 1, and its length in bytes.
        case tooShort(number: Int, bytes: Int)

        /// What is wrong, and the limit.
        public var description: String {
            switch self {
            case .count(let count):
                "there are \(count) secrets; give one, or two while one is replaced by the other"
            case .tooShort(let number, let bytes):
                "secret \(number) has \(bytes) bytes; it needs at least \(SignedIdentity.shortestSecret)"
            }
        }
    }

    /// How many secrets may count at the same time.
    public static let secretLimit = 2
    /// The least length of a secret, in bytes of UTF-8.
    public static let shortestSecret = 16

    private let keys: [SymmetricKey]

    /// Makes a check.
    ///
    /// - Parameter secrets: The secret shared with the calling system; two while it is changed.
    public init(secrets: [String]) throws(Refusal) {
        guard (1...Self.secretLimit).contains(secrets.count) else { throw .count(secrets.count) }
        for (index, secret) in secrets.enumerated() where secret.utf8.count < Self.shortestSecret {
            throw .tooShort(number: index + 1, bytes: secret.utf8.count)
        }
        keys = secrets.map { SymmetricKey(data: Array($0.utf8)) }
    }

    /// Whether a hash is the id's signature with one of the secrets; compared in constant time.
    public func isProof(_ hash: String, of id: String) -> Bool {
        guard let given = Self.bytes(ofHex: hash), given.count == SHA256.byteCount else { return false }
        let message = Array(id.utf8)
        return keys.contains {
            HMAC<SHA256>.isValidAuthenticationCode(given, authenticating: message, using: $0)
        }
    }

    /// The bytes that pairs of hexadecimal digits stand for; nil when they are none.
    private static func bytes(ofHex text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count == 2 * SHA256.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(SHA256.byteCount)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(of: digits[index]), let low = value(of: digits[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
