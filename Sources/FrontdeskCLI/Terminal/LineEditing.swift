/// Where the lines of a chat come from.
@MainActor
protocol LineEditing: AnyObject {
    /// Starts to take a line.
    func prompt(_ text: String)
    /// Waits a while for the line to be finished.
    func wait(milliseconds: Int32) -> LineEvent
    /// Shows text above the line that is being typed; the draft is kept.
    func show(_ text: String)
    /// Sets the words that the tabulator key completes at the beginning of a line.
    func complete(_ words: [String])
    /// Takes no more lines, and puts the terminal back as it was.
    func close()
}

/// What became of waiting for a line.
enum LineEvent: Equatable {
    /// A line was finished.
    case line(String)
    /// It is still being typed.
    case nothing
    /// There are no more lines.
    case end
}
