import Crypto
import FoundationEssentials

/// Signs requests as Standard Webhooks asks for it.
///
/// The signature is the HMAC-SHA256 of `id.timestamp.body` in base64, behind `v1,`; the secret is base64 behind `whsec_`.
struct WebhookSignature {
    private let key: SymmetricKey

    /// Takes a secret; nil when it is none.
    init?(secret: String) {
        guard secret.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(secret.dropFirst(6))),
            (24...64).contains(bytes.count)
        else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The headers that sign a request.
    ///
    /// - Parameters:
    ///   - id: The request's own id, the same each time it is sent.
    ///   - seconds: When it is sent, in seconds since 1970.
    func headers(id: String, seconds: Int64, body: [UInt8]) -> [OutgoingRequest.Header] {
        let signed = Array("\(id).\(seconds).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
        return [
            OutgoingRequest.Header("webhook-id", id),
            OutgoingRequest.Header("webhook-timestamp", "\(seconds)"),
            OutgoingRequest.Header("webhook-signature", "v1,\(Data(code).base64EncodedString())"),
        ]
    }
}
