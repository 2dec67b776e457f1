import FrontdeskDialogue

extension TranscriptFile {
    /// Reads the file's conversations.
    ///
    /// - Throws: ``TranscriptError`` with the line of the first mistake and what was expected there.
    public func transcripts() throws(TranscriptError) -> [Transcript] {
        let (transcripts, errors) = reading()
        if let first = errors.first { throw first }
        return transcripts
    }

    /// Reads the file's conversations as far as they can be read.
    ///
    /// - Returns: The conversations without the lines that are wrong, and every mistake, by line; what only follows from
    ///   an earlier one is left out.
    public func reading() -> (transcripts: [Transcript], errors: [TranscriptError]) {
        var parser = TranscriptParser(path: path)
        var errors: [TranscriptError] = []
        for (index, line) in lines.enumerated() {
            do {
                try parser.read(line, number: index + 1)
            } catch {
                if !parser.isLost { errors.append(error) }
                parser.isLost = parser.isLost || !parser.hasSteps
            }
        }
        return (parser.finish(), errors)
    }
}

extension TranscriptFile {
    /// The lines without their ends.
    var lines: [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { scalars in
            String(scalars.last == "\r" ? scalars.dropLast() : scalars)
        }
    }
}

/// Reads a file line by line.
struct TranscriptParser {
    let path: String
    private var finished: [Transcript] = []
    var current: Transcript?
    var inHeader = false
    /// Whether nothing can be made of the next lines because of a mistake before them.
    var isLost = false

    init(path: String) {
        self.path = path
    }

    /// Whether the lines of the desk and expectations have something to refer to.
    var hasSteps: Bool { inHeader || current?.steps.isEmpty == false }

    mutating func finish() -> [Transcript] {
        finished + (current.map { [$0] } ?? [])
    }

    mutating func read(_ line: String, number: Int) throws(TranscriptError) {
        let content = line.trimmingBlanks
        if content.hasPrefix("//") { return }
        if content.isEmpty {
            inHeader = false
        } else if line.hasPrefix("# ") {
            if let done = current { finished.append(done) }
            current = Transcript(title: content.dropFirst(2).trimmingBlanks, line: number)
            inHeader = true
            isLost = false
        } else if current == nil {
            throw error(
                number,
                "a conversation opens with '# ' and its title; this line stands before the first one"
            )
        } else if line.first == " " || line.first == "\t" {
            try readExpectation(content, number)
        } else if inHeader, !isStep(line) {
            try readHeader(content, number)
        } else {
            try readStep(line, number)
        }
    }

    func error(_ line: Int, _ message: String) -> TranscriptError {
        TranscriptError(path: path, line: line, message: message)
    }
}

extension StringProtocol {
    /// The text without blanks at its ends.
    var trimmingBlanks: String {
        var rest = Substring(self)
        while rest.first == " " || rest.first == "\t" || rest.first == "\r" { rest.removeFirst() }
        while rest.last == " " || rest.last == "\t" || rest.last == "\r" { rest.removeLast() }
        return String(rest)
    }
}
