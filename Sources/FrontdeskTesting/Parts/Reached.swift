package import FrontdeskDialogue
import FrontdeskMatching

/// What one conversation reached, from its events.
package struct Reached {
    package private(set) var parts: Set<Reach> = [.everything]
    /// Those of them that did something, and were not only considered.
    package private(set) var acted: Set<Reach> = []

    package init(_ events: [Event]) {
        for event in events {
            switch event.fact {
            case .understood(let understanding):
                if let intent = understanding.intent { act(.intent(intent)) }
                for candidate in understanding.candidates { parts.insert(.intent(candidate.intent)) }
                for part in understanding.parts ?? [] {
                    if let intent = part.intent { act(.intent(intent)) }
                }
            case .said(let outbound):
                act(.text(outbound.origin))
                act(.intent(outbound.origin))
            case .flowStarted(let flow, let intent):
                act(.flow(flow))
                if let intent { act(.intent(intent)) }
            case .flowCalled(let call): act(.flow(call.flow))
            case .stateEntered(let flow, let state?):
                var path = state
                act(.state(path, of: flow))
                while let slash = path.lastIndex(of: "/") {
                    path = String(path[..<slash])
                    act(.state(path, of: flow))
                }
            case .handedOff, .handoffRequested: act(.handoff)
            default: break
            }
        }
    }

    private mutating func act(_ part: Reach) {
        parts.insert(part)
        acted.insert(part)
    }
}
