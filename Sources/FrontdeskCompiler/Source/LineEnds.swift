/// Where the lines of a file end, found without walking along a line, which may be as long as the file.
struct LineEnds {
    /// The places of line feeds and carriage returns, and the file's end.
    private var ends: [Int] = []
    /// The same without the spaces before them.
    private var trimmed: [Int] = []

    init(_ bytes: [UInt8]) {
        var text = 0
        for (index, byte) in bytes.enumerated() {
            if byte == 0x0A || byte == 0x0D {
                ends.append(index)
                trimmed.append(text)
                text = index + 1
            } else if byte != 0x20 {
                text = index + 1
            }
        }
        ends.append(bytes.count)
        trimmed.append(text)
    }

    /// The end of what stands on a line behind a place, spaces at its end left out.
    func end(after place: Int) -> Int {
        var low = 0
        var high = ends.count - 1
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < place { low = middle + 1 } else { high = middle }
        }
        return max(place, trimmed[low])
    }
}
