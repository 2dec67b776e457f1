extension IntentModel {
    private static let magic: [UInt8] = Array("FDIM".utf8)
    private static let version = 3

    /// The model as bytes: what a bundle stores.
    ///
    /// Equal models give equal bytes. The vector table is not among them.
    public func encoded() -> [UInt8] {
        var writer = ModelWriter()
        for byte in Self.magic { writer.write(byte) }
        writer.write(UInt16(Self.version))
        writer.write(count: intentCount)
        writer.write(count: intents.count)
        for intent in intents { writer.write(count: Int(intent)) }
        writer.write(count: classes.count)
        for name in classes { writer.write(name) }
        writer.write(plan.bits)
        writer.write(count: rowCount)
        writeFeatures(to: &writer)
        writeWeights(to: &writer)
        for coefficient in calibration.coefficients { writer.write(coefficient) }
        writer.write(count: calibration.quantiles.count)
        for quantile in calibration.quantiles { writer.write(quantile) }
        for step in 0...AnswerCurve.steps {
            writer.write(count: Int(calibration.curve.right[step]))
            writer.write(count: Int(calibration.curve.wrong[step]))
        }
        writer.write(count: calibration.curve.outOfScope)
        dense.write(to: &writer)
        writer.write(count: spelling.words.count)
        for word in spelling.words { writer.write(word) }
        for count in spelling.counts { writer.write(count: Int(count)) }
        writer.write(Self.checksum(writer.bytes[...]))
        return writer.bytes
    }

    /// Writes the features by frequency, as they are numbered, and of each the distance from the key before.
    private func writeFeatures(to writer: inout ModelWriter) {
        writer.write(count: table.count)
        var start = 0
        while start < table.count {
            let end = frequencies[start...].firstIndex { $0 != frequencies[start] } ?? table.count
            writer.write(count: Int(frequencies[start]))
            writer.write(count: end - start)
            var previous = -1
            for feature in start..<end {
                writer.write(count: Int(table.keys[feature]) - previous - 1)
                previous = Int(table.keys[feature])
            }
            start = end
        }
    }

    private func writeWeights(to writer: inout ModelWriter) {
        for bias in weights.biases { writer.write(bias) }
        for feature in 0..<table.count {
            let entries = Int(weights.starts[feature])..<Int(weights.starts[feature + 1])
            writer.write(count: entries.count)
            guard !entries.isEmpty else { continue }
            writer.write(WeightScale(atLeast: weights.scales[feature]).byte)
            var previous = -1
            for entry in entries {
                writer.write(count: Int(weights.classes[entry]) - previous - 1)
                previous = Int(weights.classes[entry])
            }
            for entry in entries { writer.write(weights.values[entry]) }
        }
    }

    /// Reads what ``encoded()`` wrote; a model with vectors answers after ``attaching(_:)``.
    ///
    /// - Throws: ``IntentModelError`` when the bytes are of another version, cut off, changed or contradictory.
    public convenience init(decoding bytes: [UInt8]) throws(IntentModelError) {
        guard bytes.starts(with: Self.magic) else { throw .notAModel }
        guard bytes.count >= Self.magic.count + 2 + 8 else { throw .truncated }
        let end = bytes.count - 8
        var reader = ModelReader(bytes, end: end)
        let _: UInt32 = try reader.read()
        let version: UInt16 = try reader.read()
        guard version == Self.version else {
            throw .version(found: Int(version), supported: Self.version)
        }
        var tail = ModelReader(Array(bytes[end...]), end: 8)
        guard try tail.read() == Self.checksum(bytes[..<end]) else { throw .checksum }

        let intentCount = try reader.readCount()
        let intents = try Self.readIntents(&reader, below: Int32(clamping: intentCount))
        var classes: [String] = []
        for _ in 0..<(try reader.readCount(of: 1)) { classes.append(try reader.readText()) }
        let plan = FeaturePlan(bits: try reader.read())
        let rowCount = try reader.readCount()
        let (table, frequencies) = try Self.readFeatures(&reader)
        let weights = try Self.readWeights(&reader, classCount: intents.count, featureCount: table.count)
        let calibration = try Self.readCalibration(&reader)
        let dense = try DenseWeights?(from: &reader, classCount: intents.count)
        let spelling = try Self.readSpelling(&reader)
        guard reader.isAtEnd else { throw .inconsistent("bytes are left over") }
        self.init(
            table: table,
            frequencies: frequencies,
            rowCount: rowCount,
            weights: weights,
            intentCount: intentCount,
            intents: intents,
            classes: classes,
            calibration: calibration,
            plan: plan,
            spelling: spelling,
            dense: dense
        )
    }

    private static func readIntents(
        _ reader: inout ModelReader,
        below limit: Int32
    ) throws(IntentModelError) -> [Int32] {
        var intents: [Int32] = []
        for _ in 0..<(try reader.readCount(of: 1)) {
            let intent = Int32(clamping: try reader.readCount())
            guard intent < limit, intent > intents.last ?? -1 else {
                throw .inconsistent("an intent is out of range or out of order")
            }
            intents.append(intent)
        }
        guard !intents.isEmpty, intents.count <= Int(UInt16.max) else {
            throw .inconsistent("the number of intents is out of range")
        }
        return intents
    }

    private static func readFeatures(
        _ reader: inout ModelReader
    ) throws(IntentModelError) -> (FeatureTable, frequencies: [Int32]) {
        let count = try reader.readCount(of: 1)
        var keys: [UInt32] = []
        var frequencies: [Int32] = []
        keys.reserveCapacity(count)
        frequencies.reserveCapacity(count)
        while keys.count < count {
            let frequency = Int32(clamping: try reader.readCount())
            let size = try reader.readCount()
            guard frequency < frequencies.last ?? Int32.max, (1...(count - keys.count)).contains(size) else {
                throw .inconsistent("features are not in their order")
            }
            var key = -1
            for _ in 0..<size {
                key += try reader.readCount() + 1
                guard key <= Int(UInt32.max) else { throw .inconsistent("a feature is out of range") }
                keys.append(UInt32(key))
                frequencies.append(frequency)
            }
        }
        guard let table = FeatureTable(distinct: keys) else { throw .inconsistent("a feature occurs twice") }
        return (table, frequencies)
    }

    private static func readWeights(
        _ reader: inout ModelReader,
        classCount: Int,
        featureCount: Int
    ) throws(IntentModelError) -> WeightTable {
        var weights = WeightTable(starts: [0], classes: [], values: [], scales: [], biases: [])
        for _ in 0..<classCount { weights.biases.append(try reader.readFloat()) }
        for _ in 0..<featureCount {
            let count = try reader.readCount(of: 2)
            weights.scales.append(count > 0 ? WeightScale(byte: try reader.read()).value : 0)
            var label = -1
            for _ in 0..<count {
                label += try reader.readCount() + 1
                guard label < classCount else { throw .inconsistent("a weight has no intent") }
                weights.classes.append(UInt16(label))
            }
            for _ in 0..<count { weights.values.append(try reader.read()) }
            weights.starts.append(UInt32(weights.classes.count))
        }
        return weights
    }

    private static func readSpelling(_ reader: inout ModelReader) throws(IntentModelError) -> SpellingIndex {
        var words: [String] = []
        var counts: [Int32] = []
        let count = try reader.readCount(of: 2)
        words.reserveCapacity(count)
        for _ in 0..<count { words.append(try reader.readText()) }
        for _ in 0..<count { counts.append(Int32(clamping: try reader.readCount())) }
        return SpellingIndex(words: words, counts: counts)
    }

    private static func readCalibration(_ reader: inout ModelReader) throws(IntentModelError) -> Calibration {
        var calibration = Calibration(coefficients: [], quantiles: [])
        for _ in Calibration.prior.coefficients { calibration.coefficients.append(try reader.readDouble()) }
        for _ in 0..<(try reader.readCount(of: 4)) { calibration.quantiles.append(try reader.readFloat()) }
        var right: [Int32] = []
        var wrong: [Int32] = []
        for _ in 0...AnswerCurve.steps {
            right.append(Int32(clamping: try reader.readCount()))
            wrong.append(Int32(clamping: try reader.readCount()))
        }
        guard let curve = AnswerCurve(right: right, wrong: wrong, outOfScope: try reader.readCount()) else {
            throw .inconsistent("more sentences are out of scope than were not understood")
        }
        calibration.curve = curve
        return calibration
    }

    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        Hash.mixed(bytes.reduce(Hash.start) { Hash.adding($1, to: $0) })
    }
}

extension IntentModel: Hashable, Codable {
    /// Whether both encode to the same bytes.
    public static func == (left: IntentModel, right: IntentModel) -> Bool {
        left.encoded() == right.encoded()
    }

    /// Hashes the features and the weights.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rowCount)
        hasher.combine(table.keys)
        hasher.combine(weights.values)
    }

    /// Reads the bytes of `encoded()`.
    public convenience init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do throws(IntentModelError) {
            try self.init(decoding: try Self.bytes(of: container))
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    private static func bytes(
        of container: any SingleValueDecodingContainer
    ) throws(IntentModelError) -> [UInt8] {
        do { return try container.decode([UInt8].self) } catch { throw .notAModel }
    }

    /// Writes the bytes of `encoded()`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(encoded())
    }
}
