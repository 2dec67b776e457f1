public import Frontdesk
public import FrontdeskDialogue

/// Runs actions on a copy of an assistant's database, which is made when the first of them is run: most conversations that
/// are tried run none.
public actor CopiedActions: ActionRunner {
    private let original: AssistantDatabase
    private var copy: Result<SQLiteActions, AssistantDatabaseError>?

    /// Prepares a copy of a database, which stays as it is.
    public init(of original: AssistantDatabase) {
        self.original = original
    }

    /// Runs an action once on the copy; a database that cannot be copied gives `failed`, with the reason.
    public func run(_ request: ActionRequest, as definition: ActionDefinition) async -> ActionResult {
        switch copied() {
        case .success(let actions): await actions.run(request, as: definition)
        case .failure(let error): .failed(request, error.description)
        }
    }

    /// Forgets the record of the writes that a conversation made, not what they changed.
    public func forget(conversation: String) async {
        if case .success(let actions)? = copy { await actions.forget(conversation: conversation) }
    }

    private func copied() -> Result<SQLiteActions, AssistantDatabaseError> {
        if let copy { return copy }
        let made: Result<SQLiteActions, AssistantDatabaseError>
        do { made = .success(SQLiteActions(try original.copy())) } catch { made = .failure(error) }
        copy = made
        return made
    }
}
