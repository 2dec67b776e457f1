import FrontdeskMatching

/// Refuses files that are no text, or too much of it.
enum SourceCheck {
    static func isReadable(_ source: SourceFile, file: Int, _ report: Reporter) -> Bool {
        if source.bytes.count > SourceFile.sizeLimit {
            report.report(
                .fileTooLarge,
                Place(file, 0, 0),
                "this file has \(source.bytes.count) bytes; the limit is \(SourceFile.sizeLimit)",
                help: "split it by topic"
            )
            return false
        }
        if let offset = firstInvalidByte(source.bytes) {
            report.report(
                .notUTF8,
                Place(file, offset, offset + 1),
                "this file is not UTF-8: byte \(offset + 1) belongs to no character",
                help: "save it as UTF-8 in your editor"
            )
            return false
        }
        return true
    }

    /// The offset of the first byte that is not part of valid UTF-8, or nil.
    static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var index = 0
        while index < bytes.count {
            let width =
                switch bytes[index] {
                case 0..<0x80: 1
                case 0xC2..<0xE0: 2
                case 0xE0..<0xF0: 3
                case 0xF0..<0xF5: 4
                default: 0
                }
            guard width > 0, index + width <= bytes.count,
                String(validating: bytes[index..<index + width], as: UTF8.self) != nil
            else { return index }
            index += width
        }
        return nil
    }
}
