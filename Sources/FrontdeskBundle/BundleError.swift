/// Why a bundle cannot be used; building it again is the mend for all but ``unreadable(reason:)``.
public enum BundleError: Error, Sendable, Hashable {
    /// The file cannot be read at all.
    case unreadable(reason: String)
    /// The file cannot be written.
    case unwritable(reason: String)
    /// The bytes do not begin like a bundle.
    case notABundle
    /// The bytes are of a format this program does not know.
    case format(found: Int, known: Int)
    /// Another version of the engine made them.
    case engine(found: String, known: String)
    /// They end too early.
    case truncated(bytes: Int, expected: Int)
    /// More bytes follow than belong to it.
    case trailing(bytes: Int)
    /// A part was changed after it was written.
    case checksum(part: String)
    /// The table of sections cannot be right about a part.
    case section(String, reason: String)
    /// A part is not there.
    case missing(part: String)
    /// A part cannot be read.
    case malformed(part: String, reason: String)

    /// Whether another build of the bundle helps.
    public var isMendedByBuilding: Bool {
        switch self {
        case .unreadable, .unwritable: false
        default: true
        }
    }
}

extension BundleError: CustomStringConvertible {
    /// What is wrong, without an end mark: a program that knows the file's name puts it in front, and the mend behind.
    public var description: String {
        switch self {
        case .unreadable(let reason): "the bundle cannot be read: \(reason)"
        case .unwritable(let reason): "the bundle cannot be written: \(reason)"
        case .notABundle: "this is no bundle: it does not begin with FDK1"
        case .format(let found, let known):
            "the bundle has format \(found), but this program understands format \(known)"
        case .engine(let found, let known):
            "the bundle was made by Frontdesk \(found), but this program is Frontdesk \(known)"
        case .truncated(let bytes, let expected):
            "the bundle ends too early: it has \(bytes) of \(expected) bytes"
        case .trailing(let bytes): "the bundle is followed by \(bytes) bytes that are not its own"
        case .checksum(let part):
            "the bundle was changed after it was written: the checksum of its \(part) is wrong"
        case .section(let part, let reason):
            "the bundle's table of sections is wrong about its \(part): \(reason)"
        case .missing(let part): "the bundle has no \(part)"
        case .malformed(let part, let reason): "the bundle's \(part) cannot be read: \(reason)"
        }
    }
}
