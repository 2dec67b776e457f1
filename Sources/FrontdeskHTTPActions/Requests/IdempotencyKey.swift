import Crypto

/// The key under which another system knows one run of an action.
///
/// The same conversation, turn and step give the same key, however often the request is sent: at a retry, at a
/// redelivery and after a crash. It says nothing of the conversation's id.
enum IdempotencyKey {
    static func of(run key: String, action: String) -> String {
        var hash = SHA256()
        hash.update(data: Array(key.utf8))
        hash.update(data: [0])
        hash.update(data: Array(action.utf8))
        return "fd_" + hash.finalize().prefix(16).map(Self.hexadecimal).joined()
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
