import FrontdeskCompiler
import FuzzingLimits

/// Compiles what libFuzzer made; whatever it is, the compiler says what is wrong with it and where.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let watch = Stopwatch()
    let input = Array(UnsafeBufferPointer(start: bytes, count: size))
    let files = FileSet(input).sources
    let compilation = Compiler.compile(files)
    precondition(
        (compilation.assistant == nil) == (compilation.errorCount > 0),
        "no assistant, and no word why"
    )
    for diagnostic in compilation.diagnostics {
        precondition(diagnostic.line >= 1 && diagnostic.column >= 1, "a place outside of the file")
        precondition(!diagnostic.message.isEmpty, "a diagnostic that says nothing")
    }
    _ = DiagnosticRenderer.text(compilation.diagnostics, sources: files)
    watch.check()
    return 0
}

/// Several files in one input: each begins with a line such as `%%% orders.yaml`.
struct FileSet {
    var sources: [SourceFile] = []

    init(_ input: [UInt8]) {
        var path = "assistant.yaml"
        var body: [UInt8] = []
        for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
            guard line.starts(with: "%%% ".utf8) else {
                body += line + [0x0A]
                continue
            }
            if !body.isEmpty { sources.append(SourceFile(path: path, bytes: body)) }
            path = String(decoding: line.dropFirst(4), as: UTF8.self)
            body = []
        }
        sources.append(SourceFile(path: path, bytes: body))
    }
}
