import Synchronization

/// Runs an action once when it is opened, whether the action or the opening comes first.
final class StopGate: Sendable {
    private struct State {
        var isOpen = false
        var action: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    func open() {
        let action = state.withLock { state in
            defer {
                state.isOpen = true
                state.action = nil
            }
            return state.action
        }
        action?()
    }

    func whenOpened(_ action: @escaping @Sendable () -> Void) {
        let isOpen = state.withLock { state in
            if !state.isOpen { state.action = action }
            return state.isOpen
        }
        if isOpen { action() }
    }
}
