import Foundation
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

/// Compiled assistants by the content of their files.
///
/// Losing one costs time and nothing else.
enum BundleCache {
    /// The assistant compiled from exactly these files, if it was kept.
    static func read(_ sources: [SourceFile]) -> LoadedAssistant? {
        nil
    }

    /// Keeps an assistant.
    static func write(_ loaded: LoadedAssistant) {}
}
