import FrontdeskCompiler
import FrontdeskMatching

/// An assistant some of whose files are open: what stands in the editor counts before what lies on the disk.
struct OpenAssistant {
    let folder: String
    /// The files on the disk.
    var saved: [SourceFile]
    /// What is open, by the path within the folder.
    var open: [String: TextDocument] = [:]
    /// Whether something changed since mistakes were looked for.
    var isStale = true
    /// The files of which mistakes were told.
    var told: Set<String> = []
    private var memory = CompilerMemory()
    /// The names of each file as it was when it could be read last.
    private var outlines: [String: (bytes: [UInt8], outline: FileOutline)] = [:]
    /// The bytes of files that cannot be read as YAML.
    private var unreadable: [String: [UInt8]] = [:]

    init(folder: String, saved: [SourceFile]) {
        self.folder = folder
        self.saved = saved
    }

    /// All files, with what stands in the editor.
    var sources: [SourceFile] {
        let closed = saved.filter { open[$0.path] == nil }
        return (closed + open.map { SourceFile(path: $0.key, bytes: $0.value.bytes) }).sorted {
            $0.path < $1.path
        }
    }

    /// Everything that is wrong; files that did not change are not read again.
    mutating func diagnostics() -> [Diagnostic] {
        isStale = false
        return Compiler.diagnose(sources, remembering: &memory)
    }

    /// The mistakes there would be with other contents; what is remembered stays as it is.
    func diagnostics(of sources: [SourceFile]) -> [Diagnostic] {
        var memory = memory
        return Compiler.diagnose(sources, remembering: &memory)
    }

    /// Reads the names of files that changed; a file that cannot be read keeps the names it had.
    mutating func update() {
        let sources = sources
        for source in sources {
            if outlines[source.path]?.bytes == source.bytes || unreadable[source.path] == source.bytes {
                continue
            }
            if let outline = FileOutline(source) {
                outlines[source.path] = (source.bytes, outline)
                unreadable[source.path] = nil
            } else {
                unreadable[source.path] = source.bytes
            }
        }
        let paths = Set(sources.map(\.path))
        for path in outlines.keys where !paths.contains(path) { outlines[path] = nil }
    }

    /// The names of all files, by path; those of translations last.
    var names: [(path: String, outline: FileOutline)] {
        outlines.map { ($0.key, $0.value.outline) }.sorted {
            ($0.outline.language == nil ? 0 : 1, $0.path) < ($1.outline.language == nil ? 0 : 1, $1.path)
        }
    }

    /// The content of a file as it was when its names were read.
    func document(_ path: String) -> TextDocument? {
        if let document = open[path], outlines[path]?.bytes == document.bytes { return document }
        return outlines[path].map { TextDocument($0.bytes) }
    }

    /// Whether the names of a file are those of its present content.
    func isCurrent(_ path: String) -> Bool { unreadable[path] == nil }

    /// What kind of file it is.
    func kind(_ path: String) -> Part {
        if ["assistant.yaml", "assistant.yml"].contains(path) { return .assistantFile }
        return outlines[path]?.outline.language == nil ? .topicFile : .translationFile
    }

    /// Where a name is declared.
    func declarations(of name: NameUse) -> [(path: String, use: NameUse)] {
        uses(of: name).filter(\.use.isDeclaration)
    }

    /// Every place of a name.
    func uses(of name: NameUse) -> [(path: String, use: NameUse)] {
        names.flatMap { file in file.outline.uses.filter { $0.isSame(as: name) }.map { (file.path, $0) } }
    }

    /// The names of a kind that are declared, in the order of the files; of slots and states those of a flow.
    func declared(_ kind: NameKind, in flow: String = "") -> [String] {
        var seen: Set<String> = []
        return names.flatMap(\.outline.uses).filter {
            $0.isDeclaration && $0.kind == kind && $0.scope == flow && seen.insert($0.name).inserted
        }.map(\.name)
    }

    /// The name at a byte of a file, where it is declared; when the file is just being changed, the one that is written there.
    func name(at offset: Int, in path: String, _ current: TextDocument) -> NameUse? {
        if isCurrent(path), let outline = outlines[path]?.outline {
            return outline.uses.filter { $0.span.start <= offset && offset <= $0.span.end }
                .first { !declarations(of: $0).isEmpty }
        }
        let word = Word(around: offset, in: current)
        guard !word.text.isEmpty, let place = CursorPlace(current, at: offset).shape(in: kind(path)) else {
            return nil
        }
        let known = names.flatMap(\.outline.uses).filter { $0.isDeclaration && $0.name == word.text }
        return known.first { $0.scope == place.flow } ?? known.first { $0.scope.isEmpty }
    }
}

/// A name in a text: letters, digits, '_' and '.'.
struct Word: Equatable {
    var text: String
    var start: Int
    var end: Int

    init(around offset: Int, in document: TextDocument) {
        func isPart(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: ".")
        }
        var (start, end) = (offset, offset)
        let bytes = document.bytes
        while start > 0, isPart(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isPart(bytes[end]) { end += 1 }
        self.start = start
        self.end = end
        text = String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
