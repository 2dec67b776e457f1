/// Cuts a stream of bytes into lines, whatever blocks it comes in.
struct LineSplitter {
    /// One line of the input.
    struct Line: Equatable {
        /// What the line holds.
        enum Content: Equatable {
            /// Its bytes, without the line end.
            case bytes([UInt8])
            /// It is longer than the limit; its bytes were passed over.
            case tooLong(byteCount: Int)
        }

        /// The line's number, from 1.
        var number: Int
        var content: Content
    }

    /// The longest line that is kept, in bytes.
    let limit: Int
    private var partial: [UInt8] = []
    /// How many bytes of an overlong line have gone by; 0 outside one.
    private var skipped = 0
    private var number = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes the next block and hands on every line that ends in it.
    mutating func take(_ block: UnsafeRawBufferPointer, _ handle: (Line) -> Void) {
        var start = block.startIndex
        while start < block.endIndex {
            let rest = block[start...]
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
                keep(rest)
                return
            }
            keep(block[start..<end])
            finishLine(handle)
            start = end + 1
        }
    }

    /// Hands on what came after the last line end, if anything did.
    mutating func finish(_ handle: (Line) -> Void) {
        if !partial.isEmpty || skipped > 0 { finishLine(handle) }
    }

    private mutating func keep(_ bytes: Slice<UnsafeRawBufferPointer>) {
        if skipped > 0 {
            skipped += bytes.count
        } else if partial.count + bytes.count > limit + 1 {
            // One byte of grace for a carriage return.
            skipped = partial.count + bytes.count
            partial = []
        } else {
            partial.append(contentsOf: bytes)
        }
    }

    private mutating func finishLine(_ handle: (Line) -> Void) {
        number += 1
        if partial.last == UInt8(ascii: "\r") { partial.removeLast() }
        if skipped > 0 || partial.count > limit {
            handle(Line(number: number, content: .tooLong(byteCount: max(skipped, partial.count))))
        } else {
            handle(Line(number: number, content: .bytes(partial)))
        }
        partial = []
        skipped = 0
    }
}
