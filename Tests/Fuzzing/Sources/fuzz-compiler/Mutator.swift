/// What libFuzzer itself does to bytes.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int) -> Int

/// Changes an input as people change intent files: by lines, by indentation, by words that mean something.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(
    _ data: UnsafeMutablePointer<UInt8>,
    _ size: Int,
    _ limit: Int,
    _ seed: CUnsignedInt
) -> Int {
    var random = SplitMix(state: UInt64(seed))
    // One time in four anything may happen.
    if random.next(4) == 0 { return mutateBytes(data, size, limit) }
    var lines = Array(UnsafeBufferPointer(start: data, count: size))
        .split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0...random.next(3) { LineEdit.make(in: &lines, &random) }
    let output = Array(lines.joined(separator: [0x0A]).prefix(limit))
    for (index, byte) in output.enumerated() { data[index] = byte }
    return output.count
}

/// One change to the lines of a file.
enum LineEdit {
    static func make(in lines: inout [[UInt8]], _ random: inout SplitMix) {
        guard !lines.isEmpty else { return lines.append(fragment(&random)) }
        let place = random.next(lines.count)
        switch random.next(9) {
        case 0: lines.remove(at: place)
        case 1: lines.insert(lines[random.next(lines.count)], at: place)
        case 2: lines.swapAt(place, random.next(lines.count))
        case 3: lines[place] = Array(repeating: 0x20, count: 1 + random.next(3)) + lines[place]
        case 4: lines[place] = Array(lines[place].drop { $0 == 0x20 })
        case 5:
            // A value in place of another.
            let head = lines[place].prefix { $0 != UInt8(ascii: ":") }
            lines[place] = head + ": ".utf8 + fragment(&random)
        case 6:
            let cut = random.next(lines[place].count + 1)
            lines[place].insert(contentsOf: fragment(&random), at: cut)
        case 7: lines[place] = Array(lines[place].prefix(random.next(lines[place].count + 1)))
        default:
            // A part that many lines repeat.
            let end = min(lines.count, place + 1 + random.next(6))
            for _ in 0..<(1 + random.next(8)) { lines.insert(contentsOf: lines[place..<end], at: place) }
        }
        if lines.count > 4_000 { lines.removeLast(lines.count - 4_000) }
    }

    private static func fragment(_ random: inout SplitMix) -> [UInt8] {
        Array(fragments[random.next(fragments.count)].utf8)
    }

    /// Pieces of the language, right ones and wrong ones.
    private static let fragments = [
        "intents:", "flows:", "  states:", "    on:", "entities:", "rules:", "synonyms:", "actions:",
        "partials:",
        "%%% other.yaml", "%%% other.es.yaml", "language: es", "languages: [en, es]", "assistant: a",
        "{{slot}}", "{{customer.name|default \"x\"}}", "{{>p}}", "{{", "}}",
        "{{a|plural one:\"x\" other:\"{}\"}}",
        "(a|b)", "[c|d]", "(a;b;c)", "{number}", "{date:from}", "<r>", "~s", "*", "+", "*2-5", "*99", "=word",
        "((((((((",
        "\"", "'", "|", ">", "- ", "? ", "&a", "*a", "<<: *a", "!tag", "#", "[", "]", "{", "}", ": ", "\t",
        "\\",
        "handoff", "handoff(support, safety)", "flow(f)", "end(resolved)", "resume(s)", "call: f(x: 1)",
        "pass",
        "when: \"a = 1 and not (b is known)\"", "when: \"today + 14 days > d\"", "value: \"1 / 0\"",
        "if x then y else",
        "after: {3m: s}", "event(order.delayed): s", "2026-02-30", "29:99", "99999999999999999999", "-1",
        "1e999",
        "(?:a+)+$", "[[:alpha:]]{1,1000}", "\u{0}", "\u{FEFF}", "é", "\u{202E}", "🙂", "null", "~", "yes",
        "0x10",
    ]
}

/// A small generator of numbers (Steele, Lea, Flood 2014), so that a seed gives the same change again.
struct SplitMix {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((bits ^ (bits >> 31)) % UInt64(bound))
    }
}
