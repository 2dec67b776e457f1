/// Where keys stand in intent files, found without reading them as YAML: for tools that know an assistant's parts by name.
public enum KeyPlace {
    /// Finds the line and column of the last of some keys, each within the one before it.
    ///
    /// Keys in braces are not found; then it is the place of the last one before them.
    ///
    /// - Parameters:
    ///   - keys: From the outside in: `flows`, `track_order`, `states`, `tell`.
    ///   - sources: The files; those of the assistant's first language come first.
    /// - Returns: The file's path, the line and the column, from 1; nil when not even the first key is there.
    public static func find(_ keys: [String], in sources: [SourceFile]) -> (
        file: String, line: Int, column: Int
    )? {
        var best: (depth: Int, file: String, line: Int, column: Int)?
        let ordered = sources.sorted {
            ($0.isTranslation ? 1 : 0, $0.path) < ($1.isTranslation ? 1 : 0, $1.path)
        }
        for source in ordered {
            guard let found = find(keys, in: source), found.depth > best?.depth ?? 0 else { continue }
            best = (found.depth, source.path, found.line, found.column)
        }
        return best.map { ($0.file, $0.line, $0.column) }
    }

    private static func find(_ keys: [String], in source: SourceFile) -> (depth: Int, line: Int, column: Int)?
    {
        var best: (depth: Int, line: Int, column: Int)?
        // The indents of the keys that were found and whose blocks are still open.
        var open: [Int] = []
        var number = 0
        for line in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let text = line.drop { $0 == 0x20 }
            guard let first = text.first, first != UInt8(ascii: "#"), first != 0x0D else { continue }
            let indent = text.startIndex - line.startIndex
            while let last = open.last, indent <= last { open.removeLast() }
            guard open.count < keys.count, isKey(keys[open.count], text) else { continue }
            // A top-level key stands at the left edge; deeper ones stand anywhere further in.
            guard !open.isEmpty || indent == 0 else { continue }
            open.append(indent)
            if open.count > best?.depth ?? 0 { best = (open.count, number, indent + 1) }
        }
        return best
    }

    private static func isKey(_ key: String, _ text: ArraySlice<UInt8>) -> Bool {
        ["\(key):", "\"\(key)\":", "'\(key)':"].contains { text.starts(with: $0.utf8) }
    }
}

extension SourceFile {
    /// Whether the file holds texts in a further language, as `orders.es.yaml` does.
    fileprivate var isTranslation: Bool {
        (path.split(separator: "/").last ?? "").split(separator: ".").count > 2
    }
}
