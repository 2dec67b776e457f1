/// What the files of an assistant declare, for who looks at their texts.
extension Compiler {
    /// Reads the files with their translations, and checks nothing; nil when there are none.
    static func program(of sources: [SourceFile]) -> Program? {
        guard !sources.isEmpty else { return nil }
        let report = Reporter(sources)
        var memory = CompilerMemory()
        var program = Program()
        var translations: [TranslationFile] = []
        memory.begin()
        for file in sources.indices {
            let isAssistant = ["assistant.yaml", "assistant.yml"].contains {
                sources[file].path == $0 || sources[file].path.hasSuffix("/\($0)")
            }
            let part = memory.part(file, of: sources[file], isAssistant: isAssistant, report)
            program.add(part.program, isAssistant: part.isAssistant)
            if let translation = part.translation(sources[file], report) { translations.append(translation) }
        }
        TranslationFiles.merge(translations, into: &program, report)
        return program
    }
}
