public import FrontdeskDialogue
public import FrontdeskMatching

/// An assistant with its trained model and all it needs to run, as it lies in a bundle: reading it takes
/// milliseconds where compiling and training take longer.
///
/// ```swift
/// let bundle = try BundleFile(path: "shop.fdk")
/// let assistant = try bundle.assistant()
/// let matcher = try bundle.matcher(for: assistant)
/// ```
public struct CompiledAssistant: Sendable, Hashable {
    /// The version of the engine, which a bundle must have been made by.
    public static let engineVersion = "0.1.0"
    /// The version of the format.
    public static let formatVersion = 5

    /// The assistant.
    public var assistant: Assistant
    /// Its model; nil when it has patterns alone.
    public var model: IntentModel?
    /// The models of its further languages, by tag.
    public var translatedModels: [String: IntentModel]
    /// The hash of the files it was compiled from, which tells whether it is still of use.
    public var contentHash: UInt64
    /// The intent files it was compiled from.
    public var files: [CompiledFile]
    /// The SQL script that makes the assistant's data, if it has one.
    public var seed: String?

    /// Puts an assistant and its model together.
    ///
    /// - Parameters:
    ///   - translatedModels: The models of the further languages, by tag.
    ///   - contentHash: What ``hash(of:)`` gives for the files it was compiled from.
    ///   - files: What those files define.
    ///   - seed: The text of the SQL script that the assistant's database is made by.
    public init(
        assistant: Assistant,
        model: IntentModel?,
        translatedModels: [String: IntentModel] = [:],
        contentHash: UInt64 = 0,
        files: [CompiledFile] = [],
        seed: String? = nil
    ) {
        self.assistant = assistant
        self.model = model
        self.translatedModels = translatedModels
        self.contentHash = contentHash
        self.files = files
        self.seed = seed
    }

    /// One number for some files' paths and contents, whatever their order.
    public static func hash(of files: [(path: String, bytes: [UInt8])]) -> UInt64 {
        var digests = ByteWriter()
        for file in files.sorted(by: { $0.path < $1.path }) {
            digests.write(fixed: Checksum.of(Array(file.path.utf8)))
            digests.write(fixed: Checksum.of(file.bytes))
        }
        return Checksum.of(digests.bytes)
    }

    /// One number for what a model is trained on; 0 when it cannot be written.
    ///
    /// Two definitions with the same number give the same model.
    public static func trainingHash(of definition: MatcherDefinition) -> UInt64 {
        guard let bytes = try? CompactEncoder.encode(definition) else { return 0 }
        return Checksum.of(bytes)
    }

    /// The bundle's bytes; equal values give equal bytes.
    ///
    /// - Throws: ``BundleError/malformed(part:reason:)`` when the assistant holds what cannot be written.
    public func encode() throws(BundleError) -> [UInt8] {
        try encode(Matcher(assistant, model: nil))
    }

    /// The bundle's bytes, with indexes that were made already.
    package func encode(_ matcher: Matcher) throws(BundleError) -> [UInt8] {
        var definitions = [try Self.bytes(assistant.matching, .matching)]
        for translation in assistant.translations {
            definitions.append(try Self.bytes(translation.matching, .matching))
        }
        var rest = assistant
        // Those are in a section of their own.
        rest.intents = []
        // A running desk needs no more of the definition beside the index and the model.
        rest.matching = rest.matching.forRunning
        for index in rest.translations.indices {
            rest.translations[index].matching = rest.translations[index].matching.forRunning
        }
        let about = BundleFile.About(
            engine: Self.engineVersion,
            assistant: assistant.name,
            contentHash: contentHash,
            trainingHashes: definitions.map { Checksum.of($0) }
        )
        var sections: [(kind: BundleSection, number: Int, bytes: [UInt8])] = [
            (.about, 0, try Self.bytes(about, .about)),
            (.assistant, 0, try Self.bytes(rest, .assistant)),
            (.intents, 0, try IntentTable.bytes(of: assistant.intents)),
            (.patterns, 0, matcher.patterns.encoded()),
        ]
        if let model { sections.append((.model, 0, model.encoded())) }
        sections.append((.matching, 0, definitions[0]))
        for (index, translation) in assistant.translations.enumerated() {
            let patterns = matcher.spoken(in: translation.language).patterns
            sections.append((.patterns, index + 1, patterns.encoded()))
            if let model = translatedModels[translation.language] {
                sections.append((.model, index + 1, model.encoded()))
            }
            sections.append((.matching, index + 1, definitions[index + 1]))
        }
        sections.append((.files, 0, try Self.bytes(files, .files)))
        if let seed { sections.append((.seed, 0, Array(seed.utf8))) }
        return BundleHeader.file(sections)
    }

    /// Reads a bundle's bytes.
    ///
    /// - Throws: ``BundleError`` for anything but what this version of the engine wrote, whole and unchanged.
    public static func decode(_ bytes: [UInt8]) throws(BundleError) -> CompiledAssistant {
        try BundleFile(bytes: bytes).compiled()
    }

    private static func bytes(_ value: some Encodable, _ section: BundleSection) throws(BundleError)
        -> [UInt8]
    {
        do {
            return try CompactEncoder.encode(value)
        } catch {
            throw .malformed(part: BundleSection.name(section.rawValue), reason: "\(error)")
        }
    }
}

extension MatcherDefinition {
    /// All that a running desk needs of it beside an index and a model.
    fileprivate var forRunning: MatcherDefinition {
        MatcherDefinition(intents: [], entityTypes: entityTypes, languages: languages)
    }
}

/// An intent file that an assistant was compiled from.
public struct CompiledFile: Sendable, Hashable, Codable {
    /// The file's path within the assistant's folder.
    public var path: String
    /// How many bytes it had.
    public var size: Int
    /// The names of the intents it defines.
    public var intents: [String]
    /// The names of the flows it defines.
    public var flows: [String]

    /// Describes a file.
    public init(path: String, size: Int, intents: [String], flows: [String]) {
        self.path = path
        self.size = size
        self.intents = intents
        self.flows = flows
    }
}
