import Frontdesk

/// The stores this process opened; the last process that closes a file puts its log away.
enum OpenStores {
    private static let stores = Locked<[any EventStore]>([])

    static func remember(_ store: any EventStore) {
        stores.withLock { $0.append(store) }
    }

    /// Closes them all, at the end of the program.
    static func close() async {
        let open = stores.withLock { stores in
            defer { stores = [] }
            return stores
        }
        for store in open { try? await store.close() }
    }
}
