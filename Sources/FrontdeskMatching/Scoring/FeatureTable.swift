/// The features that were seen in training, by key: an open-addressing hash table with linear probing.
struct FeatureTable: Sendable {
    /// The keys by feature number.
    private(set) var keys: [UInt32]
    /// Key in the upper half, feature number + 1 in the lower; 0 is a free slot.
    private var slots: [UInt64]

    init() {
        keys = []
        slots = [UInt64](repeating: 0, count: 64)
    }

    /// Builds the table of keys that are all different.
    init(keys: [UInt32]) {
        self.init(empty: keys)
        for (number, key) in keys.enumerated() {
            slots[freeSlot(key)] = UInt64(key) << 32 | UInt64(number + 1)
        }
    }

    /// Builds the table of keys; nil when two are the same.
    init?(distinct keys: [UInt32]) {
        self.init(empty: keys)
        for (number, key) in keys.enumerated() {
            guard self.number(of: key) == nil else { return nil }
            slots[freeSlot(key)] = UInt64(key) << 32 | UInt64(number + 1)
        }
    }

    /// Room for keys that no slot has yet.
    private init(empty keys: [UInt32]) {
        self.keys = keys
        var size = 64
        while size < keys.count * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }

    var count: Int { keys.count }

    /// The feature's number, or nil if training never saw it.
    @inline(__always)
    func number(of key: UInt32) -> Int? {
        let mask = slots.count - 1
        var slot = Int(key) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if UInt32(truncatingIfNeeded: entry >> 32) == key {
                return Int(UInt32(truncatingIfNeeded: entry)) - 1
            }
            slot = (slot + 1) & mask
        }
    }

    /// Replaces `numbers` by each feature's number, -1 for one that training never saw.
    ///
    /// First all slots are read, then looked at: the table is larger than what a processor keeps near, and it waits
    /// for many of them at once, but not for one behind a comparison.
    func look(up features: [Feature], into numbers: inout [Int32], _ entries: inout [UInt64]) {
        numbers.fill(with: -1, count: features.count)
        entries.fill(with: 0, count: features.count)
        let mask = slots.count - 1
        var read = entries.mutableSpan
        for place in features.indices { read[place] = slots[Int(features[place].key) & mask] }
        var found = numbers.mutableSpan
        for place in features.indices where read[place] != 0 {
            let key = features[place].key
            if UInt32(truncatingIfNeeded: read[place] >> 32) == key {
                found[place] = Int32(truncatingIfNeeded: read[place]) - 1
            } else if let number = number(of: key) {
                found[place] = Int32(truncatingIfNeeded: number)
            }
        }
    }

    /// The feature's number; an unseen one gets the next.
    mutating func intern(_ key: UInt32) -> Int {
        if let number = number(of: key) { return number }
        if (keys.count + 1) * 2 > slots.count { self = FeatureTable(grown: self) }
        slots[freeSlot(key)] = UInt64(key) << 32 | UInt64(keys.count + 1)
        keys.append(key)
        return keys.count - 1
    }

    private init(grown other: FeatureTable) {
        keys = other.keys
        slots = [UInt64](repeating: 0, count: other.slots.count * 2)
        for (number, key) in keys.enumerated() {
            slots[freeSlot(key)] = UInt64(key) << 32 | UInt64(number + 1)
        }
    }

    private func freeSlot(_ key: UInt32) -> Int {
        let mask = slots.count - 1
        var slot = Int(key) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        return slot
    }
}
