@testable import FrontdeskBundle

/// What libFuzzer itself does to bytes.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int) -> Int

/// Changes a bundle within its sections and makes the table and the checksums right again, so that the decoders behind
/// them are reached; one time in eight it is damaged without regard to its form.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
    _ data: UnsafeMutablePointer<UInt8>,
    _ size: Int,
    _ limit: Int,
    _ seed: CUnsignedInt
) -> Int {
    var mutation = BundleMutation(seed: UInt64(seed))
    let input = Array(UnsafeBufferPointer(start: data, count: size))
    guard var sections = Sections(input), !sections.all.isEmpty, seed % 8 != 0 else {
        return write(mutation.damaged(input), to: data, limit)
    }
    let place = sections.pick(mutation.next())
    let bytes = sections.all[place].bytes
    switch seed % 8 {
    case 1, 2: sections.all[place].bytes = mutation.altered(bytes)
    case 3: sections.all[place].bytes = mutatedByLibrary(bytes)
    default:
        var values = NodeMutation(seed: UInt64(seed))
        sections.all[place].bytes = values.changed(bytes) ?? mutation.altered(bytes)
    }
    return write(sections.file, to: data, limit)
}

private func mutatedByLibrary(_ bytes: [UInt8]) -> [UInt8] {
    var buffer = bytes + Array(repeating: 0, count: 256)
    let count = buffer.withUnsafeMutableBufferPointer { all in
        all.baseAddress.map { mutateBytes($0, bytes.count, all.count) } ?? 0
    }
    return Array(buffer.prefix(count))
}

/// Puts a section of one bundle into the other's place for it.
@_cdecl("LLVMFuzzerCustomCrossOver")
public func cross(
    _ one: UnsafePointer<UInt8>,
    _ oneSize: Int,
    _ other: UnsafePointer<UInt8>,
    _ otherSize: Int,
    _ output: UnsafeMutablePointer<UInt8>,
    _ limit: Int,
    _ seed: CUnsignedInt
) -> Int {
    let input = Array(UnsafeBufferPointer(start: one, count: oneSize))
    guard var sections = Sections(input), !sections.all.isEmpty,
        let donor = Sections(Array(UnsafeBufferPointer(start: other, count: otherSize)))
    else { return write(input, to: output, limit) }
    let place = sections.pick(UInt64(seed))
    if let found = donor.all.first(where: { $0.kind == sections.all[place].kind }) {
        sections.all[place].bytes = found.bytes
    }
    return write(sections.file, to: output, limit)
}

private func write(_ bytes: [UInt8], to data: UnsafeMutablePointer<UInt8>, _ limit: Int) -> Int {
    for (index, byte) in bytes.prefix(limit).enumerated() { data[index] = byte }
    return min(bytes.count, limit)
}

/// A bundle taken apart; nil when its header or table is wrong.
private struct Sections {
    var all: [(kind: BundleSection, number: Int, bytes: [UInt8])] = []

    init?(_ input: [UInt8]) {
        let bytes = BundleBytes(input)
        guard let header = try? BundleHeader(bytes) else { return nil }
        for entry in header.entries {
            guard let kind = BundleSection(rawValue: entry.kind) else { return nil }
            all.append((kind, Int(entry.number), bytes[entry.range].array))
        }
    }

    var file: [UInt8] { BundleHeader.file(all) }

    /// A section; half of the time the assistant, on which most depends.
    func pick(_ number: UInt64) -> Int {
        if number % 2 == 0, let place = all.firstIndex(where: { $0.kind == .assistant }) { return place }
        return Int(number / 2 % UInt64(all.count))
    }
}
