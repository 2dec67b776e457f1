extension DenseWeights? {
    /// Writes whether there are any, and then what they are.
    func write(to writer: inout ModelWriter) {
        writer.write(count: self?.dimensions ?? 0)
        guard let self else { return }
        writer.write(self.table)
        writer.write(self.fingerprint)
        for scale in self.scales { writer.write(scale) }
        for value in self.values { writer.write(Int8(truncatingIfNeeded: value)) }
        for value in self.centers { writer.write(value) }
    }

    /// Reads what ``write(to:)`` wrote.
    init(from reader: inout ModelReader, classCount: Int) throws(IntentModelError) {
        let dimensions = try reader.readCount(of: classCount)
        guard dimensions > 0 else {
            self = nil
            return
        }
        let name = try reader.readText()
        var dense = DenseWeights(table: name, fingerprint: try reader.read(), dimensions: dimensions)
        for _ in 0..<classCount { dense.scales.append(try reader.readFloat()) }
        for _ in 0..<(classCount * dimensions) {
            dense.values.append(Int16(try reader.read(Int8.self)))
        }
        for _ in 0..<(classCount * dimensions) { dense.centers.append(try reader.read()) }
        self = dense
    }
}
