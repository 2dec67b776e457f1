public import FrontdeskDialogue
public import FrontdeskMatching

/// An opened bundle: its header was checked, its sections are read and checked when they are asked for.
///
/// A file is mapped, not read: what is not asked for costs nothing. The mapping stays whole when another bundle is
/// renamed over the file; a file that is written in place while it is mapped is lost to its readers.
public struct BundleFile: Sendable {
    /// Which program made a bundle, and from what.
    public struct About: Sendable, Hashable, Codable {
        /// The version of the engine.
        public var engine: String
        /// The assistant's name.
        public var assistant: String
        /// See ``CompiledAssistant/hash(of:)``.
        public var contentHash: UInt64
        /// See ``CompiledAssistant/trainingHash(of:)``; one for each language.
        public var trainingHashes: [UInt64]
    }

    /// Which program made the bundle, and from what.
    public let about: About
    private let bytes: BundleBytes
    private let header: BundleHeader

    /// Opens a file by mapping it.
    ///
    /// - Throws: ``BundleError`` when it cannot be read, is cut off, or is of another format or engine.
    public init(path: String) throws(BundleError) {
        try self.init(BundleBytes(mapping: path))
    }

    /// Opens a bundle's bytes.
    ///
    /// - Throws: ``BundleError`` when they are cut off, or of another format or engine.
    public init(bytes: [UInt8]) throws(BundleError) {
        try self.init(BundleBytes(bytes))
    }

    private init(_ bytes: BundleBytes) throws(BundleError) {
        self.bytes = bytes
        header = try BundleHeader(bytes)
        about = try Self.value(About.self, .about, try Self.checked(.about, in: bytes, header))
        guard about.engine == CompiledAssistant.engineVersion else {
            throw .engine(found: about.engine, known: CompiledAssistant.engineVersion)
        }
    }

    /// How many bytes the bundle has.
    public var size: Int { bytes.count }

    /// Checks every section, also those that nobody asked for.
    ///
    /// - Throws: ``BundleError/checksum(part:)`` for the first that was changed, and what ``compiled()`` throws.
    public func verify(vectors: VectorSource = .none) throws(BundleError) {
        for entry in header.entries where Checksum.of(bytes[entry.range].raw) != entry.checksum {
            throw .checksum(part: BundleSection.name(entry.kind))
        }
        let assistant = try assistant()
        _ = try matcher(for: assistant, vectors: vectors)
        try table().verify()
        _ = try compiled()
    }

    /// Everything in the bundle.
    public func compiled() throws(BundleError) -> CompiledAssistant {
        var assistant = try assistant()
        assistant.intents = IntentList(try table().all())
        assistant.matching = try definition()
        var models: [String: IntentModel] = [:]
        for (index, translation) in assistant.translations.enumerated() {
            assistant.translations[index].matching = try definition(index + 1)
            models[translation.language] = try model(index + 1)
        }
        return CompiledAssistant(
            assistant: assistant,
            model: try model(),
            translatedModels: models,
            contentHash: about.contentHash,
            files: try files(),
            seed: try seed()
        )
    }

    /// The assistant as a desk runs it: of what the matcher matches with it has the entity types alone, and each intent
    /// is read when it is first asked for.
    ///
    /// An intent that cannot be read, which ``verify()`` tells beforehand, goes to a human.
    public func assistant() throws(BundleError) -> Assistant {
        var assistant = try value(Assistant.self, .assistant)
        assistant.intents = IntentList(reading: BundledIntents(try table()))
        return assistant
    }

    private func table() throws(BundleError) -> IntentTable {
        do {
            return try IntentTable(try Self.checked(.intents, in: bytes, header))
        } catch {
            throw Self.malformed(.intents, error)
        }
    }

    /// What the matcher matches with, as it was written: for training and measuring anew.
    ///
    /// - Parameter language: The language by its place in the assistant's list.
    public func definition(_ language: Int = 0) throws(BundleError) -> MatcherDefinition {
        let bytes = try Self.checked(.matching, number: UInt32(language), in: bytes, header)
        return try Self.value(MatcherDefinition.self, .matching, bytes)
    }

    /// The matcher in all languages, over the indexes as they lie in the bundle.
    ///
    /// - Parameters:
    ///   - assistant: What ``assistant()`` gave.
    ///   - vectors: Where the table comes from that its model was trained with, if it was with one.
    /// - Throws: ``BundleError`` when a part is damaged, or the source has no such table.
    public func matcher(
        for assistant: Assistant,
        vectors: VectorSource = .none
    ) throws(BundleError) -> Matcher {
        var matcher = try matcher(0, assistant.matching, vectors)
        for (index, translation) in assistant.translations.enumerated() {
            matcher.translations[translation.language] = try self.matcher(
                index + 1,
                translation.matching,
                vectors
            )
        }
        return matcher
    }

    private func matcher(
        _ language: Int,
        _ definition: MatcherDefinition,
        _ vectors: VectorSource
    ) throws(BundleError) -> Matcher {
        let bytes = try Self.checked(.patterns, number: UInt32(language), in: bytes, header)
        let part = BundleSection.name(BundleSection.patterns.rawValue)
        let patterns: PatternIndex
        do {
            patterns = try PatternIndex(decoding: FlatBytes(keeping: bytes.owner, bytes.raw))
        } catch {
            throw .malformed(part: part, reason: error.description)
        }
        if let objection = patterns.objection() { throw .malformed(part: part, reason: objection) }
        var model = try model(language)
        if let plain = model {
            model = plain.attaching(vectors)
            guard model != nil else {
                throw .malformed(
                    part: BundleSection.name(BundleSection.model.rawValue),
                    reason:
                        "it needs the vectors '\(plain.vectorTable ?? "")' it was trained with, and this program has others or none; compile the assistant again"
                )
            }
        }
        guard model.map({ $0.intentCount == patterns.intentCount }) ?? true else {
            throw .malformed(part: part, reason: "it has other intents than the model")
        }
        return Matcher(
            patterns,
            entityTypes: definition.entityTypes,
            languages: definition.languages,
            model: model
        )
    }

    /// The trained model; nil when the assistant has patterns alone.
    ///
    /// - Parameter language: The language by its place in the assistant's list.
    public func model(_ language: Int = 0) throws(BundleError) -> IntentModel? {
        guard has(.model, language) else { return nil }
        let bytes = try Self.checked(.model, number: UInt32(language), in: bytes, header).array
        do {
            return try IntentModel(decoding: bytes)
        } catch {
            throw .malformed(part: BundleSection.name(BundleSection.model.rawValue), reason: "\(error)")
        }
    }

    /// The intent files that the assistant was compiled from.
    public func files() throws(BundleError) -> [CompiledFile] { try value([CompiledFile].self, .files) }

    /// The SQL script that makes the assistant's data; nil when it has none.
    public func seed() throws(BundleError) -> String? {
        guard has(.seed) else { return nil }
        let script = try Self.checked(.seed, in: bytes, header)
        guard let text = script.text(0..<script.count) else {
            throw .malformed(part: BundleSection.name(BundleSection.seed.rawValue), reason: "it is not UTF-8")
        }
        return text
    }

    private func has(_ section: BundleSection, _ number: Int = 0) -> Bool {
        header.entries.contains { $0.kind == section.rawValue && $0.number == UInt32(number) }
    }

    private func value<Value: Decodable>(_ type: Value.Type, _ section: BundleSection) throws(BundleError)
        -> Value
    {
        try Self.value(type, section, try Self.checked(section, in: bytes, header))
    }

    /// A section's bytes, its checksum found right.
    private static func checked(
        _ section: BundleSection,
        number: UInt32 = 0,
        in bytes: BundleBytes,
        _ header: BundleHeader
    ) throws(BundleError) -> BundleBytes {
        let name = BundleSection.name(section.rawValue)
        guard let entry = header.entries.first(where: { $0.kind == section.rawValue && $0.number == number })
        else {
            throw .missing(part: name)
        }
        let found = bytes[entry.range]
        guard Checksum.of(found.raw) == entry.checksum else { throw .checksum(part: name) }
        return found
    }

    private static func value<Value: Decodable>(
        _ type: Value.Type,
        _ section: BundleSection,
        _ bytes: BundleBytes
    ) throws(BundleError) -> Value {
        do {
            return try CompactDecoder.decode(type, from: bytes)
        } catch {
            throw malformed(section, error)
        }
    }

    /// Why a section cannot be read.
    static func malformed(_ section: BundleSection, _ error: any Error) -> BundleError {
        let part = BundleSection.name(section.rawValue)
        guard let known = error as? BundleError else {
            return .malformed(part: part, reason: sentence(error))
        }
        guard case .malformed(_, let reason) = known else { return known }
        return .malformed(part: part, reason: reason)
    }

    /// A decoding error in a few words.
    private static func sentence(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
            .valueNotFound(_, let context):
            context.debugDescription
        default: "\(error)"
        }
    }
}
