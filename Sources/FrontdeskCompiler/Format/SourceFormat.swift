import Yams

/// The one way in which intent files are laid out: two spaces for each level, one blank line at most, one space behind
/// commas and colons; every text, key, order and comment stays as it is.
public enum SourceFormat {
    /// Lays out a file.
    ///
    /// - Returns: The bytes as they should be; laid out again, they stay as they are.
    /// - Throws: What is wrong with the file as YAML, or the line that could not be laid out without changing what it
    ///   means.
    public static func formatted(_ source: SourceFile) throws(SourceFormatError) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let bytes = source.bytes.starts(with: mark) ? Array(source.bytes.dropFirst(mark.count)) : source.bytes
        let file = SourceFile(path: source.path, bytes: bytes)
        let report = Reporter([file])
        var root: SyntaxNode?
        if SourceCheck.isReadable(file, file: 0, report) {
            var reader = YAMLReader(file: 0, bytes: bytes, report: report)
            root = reader.read()
        }
        let mistakes = report.sorted()
        guard mistakes.isEmpty else { throw .mistakes(mistakes) }
        var printer = LayoutPrinter(bytes: bytes)
        do throws(LayoutPrinter.Unsure) {
            let printed = try printer.print(root)
            // Whatever was overlooked must not change what the file says.
            guard content(of: bytes) == content(of: printed) else { throw LayoutPrinter.Unsure(line: 1) }
            return printed
        } catch {
            throw .unsure(line: error.line)
        }
    }

    private static func content(of bytes: [UInt8]) -> Node? {
        try? Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic)
    }
}

/// Why a file was not laid out.
public enum SourceFormatError: Error, Equatable {
    /// It cannot be read as YAML.
    case mistakes([Diagnostic])
    /// Something in or after this line, counted from 1, is written in a way that cannot be laid out safely.
    case unsure(line: Int)
}
