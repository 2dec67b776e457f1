public import FrontdeskDialogue
public import FrontdeskMatching

/// An assistant with its trained model, as it lies in a cache: reading it takes milliseconds where compiling and
/// training take longer.
public struct CompiledAssistant: Sendable, Hashable {
    /// The version of the engine, which a bundle must have been made by.
    public static let engineVersion = "0.1.0"
    /// The version of the format.
    public static let formatVersion = 1

    /// The assistant.
    public var assistant: Assistant
    /// Its model; nil when it has patterns alone.
    public var model: IntentModel?
    /// The hash of the files it was compiled from, which tells whether it is still of use.
    public var contentHash: UInt64

    /// Puts an assistant and its model together.
    ///
    /// - Parameter contentHash: What ``hash(of:)`` gives for the files it was compiled from.
    public init(assistant: Assistant, model: IntentModel?, contentHash: UInt64 = 0) {
        self.assistant = assistant
        self.model = model
        self.contentHash = contentHash
    }

    /// One number for some files' paths and contents, whatever their order (FNV-1a, 64 bits).
    public static func hash(of files: [(path: String, bytes: [UInt8])]) -> UInt64 {
        var checksum = Checksum()
        for file in files.sorted(by: { $0.path < $1.path }) {
            for part in [Array(file.path.utf8), file.bytes] {
                checksum.add(UInt64(part.count))
                checksum.add(part[...])
            }
        }
        return checksum.value
    }

    /// The bundle's bytes; equal bundles give equal bytes.
    ///
    /// - Throws: ``BundleError/malformed(part:reason:)`` when the assistant holds what cannot be written.
    public func encode() throws(BundleError) -> [UInt8] {
        let assistantBytes: [UInt8]
        do {
            assistantBytes = try CompactEncoder.encode(assistant)
        } catch {
            throw .malformed(part: "assistant", reason: "\(error)")
        }
        var payload = ByteWriter()
        payload.write(string: Self.engineVersion)
        payload.write(fixed: contentHash)
        payload.write(count: assistantBytes.count)
        payload.write(assistantBytes)
        let modelBytes = model?.encoded() ?? []
        payload.write(count: modelBytes.count)
        payload.write(modelBytes)

        var bundle = ByteWriter()
        bundle.write(Self.magic)
        bundle.write(fixed: UInt64(Self.formatVersion))
        bundle.write(fixed: UInt64(payload.bytes.count))
        bundle.write(fixed: Checksum.of(payload.bytes[...]))
        bundle.write(payload.bytes)
        return bundle.bytes
    }

    /// Reads a bundle.
    ///
    /// - Throws: ``BundleError`` for anything but what this version of the engine wrote, whole and unchanged.
    public static func decode(_ bytes: [UInt8]) throws(BundleError) -> CompiledAssistant {
        guard bytes.count >= headerLength else {
            guard magic.starts(with: bytes.prefix(magic.count)) else { throw .notABundle }
            throw .truncated(bytes: bytes.count)
        }
        guard bytes.starts(with: magic) else { throw .notABundle }
        var header = ByteReader(bytes, magic.count..<headerLength)
        let format = try header.fixed()
        guard format == UInt64(formatVersion) else {
            throw .format(found: Int(clamping: format), known: formatVersion)
        }
        let length = Int(clamping: try header.fixed())
        let checksum = try header.fixed()
        let found = bytes.count - headerLength
        guard found >= length else { throw .truncated(bytes: bytes.count) }
        guard found == length else { throw .trailing(bytes: found - length) }
        guard Checksum.of(bytes[headerLength...]) == checksum else { throw .checksum }
        return try decode(payload: ByteReader(bytes, headerLength..<bytes.count))
    }

    /// The hash of the files a bundle was made from, read without the rest; nil when it is of no use to this program.
    public static func contentHash(of bytes: [UInt8]) -> UInt64? {
        guard bytes.count > headerLength, bytes.starts(with: magic) else { return nil }
        var reader = ByteReader(bytes, headerLength..<bytes.count)
        guard let engine = try? reader.string(), engine == engineVersion else { return nil }
        return try? reader.fixed()
    }

    private static let magic = Array("FDBUNDLE".utf8)
    private static let headerLength = 32

    private static func decode(payload: ByteReader) throws(BundleError) -> CompiledAssistant {
        var reader = payload
        let engine = try reader.string()
        guard engine == engineVersion else { throw .engine(found: engine, known: engineVersion) }
        let contentHash = try reader.fixed()
        let assistantBytes = try reader.bytes(try reader.count())
        let modelBytes = try reader.bytes(try reader.count())
        let assistant: Assistant
        do {
            assistant = try CompactDecoder.decode(Assistant.self, from: assistantBytes)
        } catch {
            throw .malformed(part: "assistant", reason: "\(error)")
        }
        guard !modelBytes.isEmpty else {
            return CompiledAssistant(assistant: assistant, model: nil, contentHash: contentHash)
        }
        do {
            let model = try IntentModel(decoding: Array(modelBytes))
            return CompiledAssistant(assistant: assistant, model: model, contentHash: contentHash)
        } catch {
            throw .malformed(part: "model", reason: "\(error)")
        }
    }
}
