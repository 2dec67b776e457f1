import FrontdeskCompiler

/// An example of a diagnostic's page: the files of one fenced block each.
struct PageExample {
    var files: [SourceFile]

    /// Reads the blocks under a heading, ```` ```yaml shop.yaml ```` and so on.
    ///
    /// `escaped` behind the file name reads `\xE9` as that byte; `repeat=N` repeats the last line. Unless `alone`, a
    /// folder without assistant.yaml gets one of a single line.
    init(under heading: String, of page: DiagnosticPage, alone: Bool) {
        files = []
        var isInside = false
        var block: (info: [Substring], lines: [Substring])?
        for line in page.text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let open = block {
                if line == "```" {
                    files.append(Self.file(open.info, open.lines))
                    block = nil
                } else {
                    block?.lines.append(line)
                }
            } else if line.hasPrefix("## ") {
                isInside = line == "## \(heading)"
            } else if isInside, line.hasPrefix("```yaml ") {
                block = (line.dropFirst(8).split(separator: " "), [])
            }
        }
        if !alone, !files.contains(where: { $0.path == "assistant.yaml" }) {
            files.append(SourceFile(path: "assistant.yaml", text: "assistant: shop\n"))
        }
    }

    private static func file(_ info: [Substring], _ lines: [Substring]) -> SourceFile {
        var lines = lines
        var bytes: [UInt8] = []
        for option in info.dropFirst() where option.hasPrefix("repeat=") {
            let count = Int(option.dropFirst(7)) ?? 1
            if let last = lines.last { lines += Array(repeating: last, count: count - 1) }
        }
        for line in lines {
            var rest = Array(line.utf8)[...]
            while !rest.isEmpty {
                if info.contains("escaped"), rest.starts(with: "\\x".utf8), rest.count >= 4,
                    let byte = UInt8(String(decoding: rest.dropFirst(2).prefix(2), as: UTF8.self), radix: 16)
                {
                    bytes.append(byte)
                    rest = rest.dropFirst(4)
                } else if let byte = rest.popFirst() {
                    bytes.append(byte)
                }
            }
            bytes.append(0x0A)
        }
        return SourceFile(path: String(info.first ?? "shop.yaml"), bytes: bytes)
    }
}
