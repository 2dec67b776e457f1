@testable import FrontdeskMatching

extension EntityRecognizer {
    /// A recognizer that looks for the given types besides those that are always found.
    static func finding(_ types: BuiltInEntity..., in languages: [Language] = [.english]) -> EntityRecognizer
    {
        EntityRecognizer(
            types: types.map { EntityType(name: $0.rawValue, recognition: .builtIn($0)) },
            languages: languages
        )
    }
}
