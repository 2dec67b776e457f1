/// Everything the compiler can remark, with a page about each kind.
public enum DiagnosticCatalogue {
    /// All pages, by code.
    public static let pages: [DiagnosticPage] = DiagnosticKind.allCases
        .map { DiagnosticPage(kind: $0) }
        .sorted { $0.code < $1.code }

    /// The page about a code such as `FD0007`, in upper or lower case; nil when there is no such code.
    public static func page(_ code: String) -> DiagnosticPage? {
        let code = code.uppercased()
        return pages.first { $0.code == code }
    }

    /// The page somebody probably meant by a code that does not exist, such as `FD12` for `FD0012`; nil when none is near.
    public static func nearest(to code: String) -> DiagnosticPage? {
        let code = code.uppercased()
        let rest = code.utf8.drop { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        if let number = UInt(String(decoding: rest, as: UTF8.self)), number <= 9999 {
            let digits = String(number)
            let padded = "FD" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            if let page = page(padded) { return page }
        }
        return Spelling.nearest(to: code, among: pages.map(\.code)).flatMap { page($0) }
    }
}

/// What there is to know about one kind of diagnostic.
public struct DiagnosticPage: Sendable, Hashable {
    /// The code, such as `FD0007`.
    public let code: String
    /// What it is about, in a few words.
    public let title: String
    /// How bad it is.
    public let severity: Diagnostic.Severity
    /// The page in Markdown: message, cause, an example that fails, and the example mended.
    public let text: String
    /// What stands in the page's front matter, such as where the failing example fails.
    package let frontMatter: [String: String]

    init(kind: DiagnosticKind) {
        let whole = String(decoding: kind.page, as: UTF8.self)
        var fields: [String: String] = [:]
        var lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
            for line in lines[1..<end] {
                guard let colon = line.firstIndex(of: ":") else { continue }
                fields[String(line[..<colon])] = FileReader.trimmed(line[line.index(after: colon)...])
            }
            lines.removeSubrange(...end)
        }
        code = kind.rawValue
        title = fields["title"] ?? kind.rawValue
        severity = kind.severity
        text = lines.drop { $0.isEmpty }.joined(separator: "\n")
        frontMatter = fields
    }
}
