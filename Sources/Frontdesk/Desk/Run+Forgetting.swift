import FrontdeskDialogue

extension Run {
    /// Takes values that are to be forgotten out of everything that is stored of the customer.
    ///
    /// It comes before the turn that tells so is stored: whoever hears that something is forgotten can rely on it, and
    /// after a crash in between the message is delivered again and all of it done again.
    mutating func forget(_ names: Set<String>) async throws(DeskError) {
        guard tracker.customer.isVerified, let id = tracker.customer.id else { return }
        do {
            let heads = try await parts.store.conversations(.customer(id))
            let own = heads.filter { $0.customer == id && $0.assistant == knowledge.assistant.name }
                .map(\.conversation)
            try await parts.store.rewrite(own) { $0.forgetting(names) }
            parts.outdated.withLock { $0.formUnion(own.filter { $0 != tracker.conversation }) }
        } catch {
            throw .store(error)
        }
        // The state still knows what its events no longer tell.
        mustReload = true
    }
}
