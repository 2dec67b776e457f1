@testable import FrontdeskMatching

extension PatternIndex {
    /// What ``findMatches(tokens:hashes:entities:text:using:)`` leaves in a new workspace.
    func hits(_ tokens: [Token], entities: [Entity] = []) -> [Hit] {
        var workspace = PatternWorkspace()
        findMatches(tokens: tokens, entities: entities, using: &workspace)
        return workspace.hits
    }
}
