/// Why a compiled assistant cannot be read; compiling its files again is always the mend.
public enum BundleError: Error, Sendable, Hashable {
    /// The bytes do not begin like a bundle.
    case notABundle
    /// The bytes are of a format this program does not know.
    case format(found: Int, known: Int)
    /// Another version of the engine made them.
    case engine(found: String, known: String)
    /// They end too early.
    case truncated(bytes: Int)
    /// More bytes follow than belong to it.
    case trailing(bytes: Int)
    /// They were changed.
    case checksum
    /// A part cannot be read.
    case malformed(part: String, reason: String)
}

extension BundleError: CustomStringConvertible {
    /// What is wrong, and how to mend it.
    public var description: String {
        let problem =
            switch self {
            case .notABundle: "these bytes are no compiled assistant"
            case .format(let found, let known):
                "the compiled assistant has format \(found), but this program reads format \(known)"
            case .engine(let found, let known):
                "the compiled assistant was made by Frontdesk \(found), but this is \(known)"
            case .truncated(let bytes): "the compiled assistant ends too early, after \(bytes) bytes"
            case .trailing(let bytes):
                "the compiled assistant is followed by \(bytes) bytes that are not its own"
            case .checksum: "the compiled assistant was changed after it was written: its checksum is wrong"
            case .malformed(let part, let reason):
                "the compiled assistant's \(part) cannot be read: \(reason)"
            }
        return problem + "; compile the assistant's files again."
    }
}
