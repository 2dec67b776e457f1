/// Something a flow can do, with its named outcomes.
public struct ActionDefinition: Sendable, Hashable, Codable {
    /// What an action does.
    public enum Kind: Sendable, Hashable, Codable {
        /// One parameterised SQL statement on the assistant's database.
        ///
        /// A `read` statement runs on a query-only connection: a row gives `found`, none gives `missing`, and a column
        /// named `outcome` names another declared outcome. A `write` statement that changes rows gives `done`,
        /// one that changes none gives `unchanged`. Either gives `failed` when the database refuses.
        case sql(statement: String, mode: Mode)
        /// Code of the program that embeds the desk, registered under the action's name.
        case custom
        /// A request to another system.
        ///
        /// A status of 200 to 299 gives `found` (or `done`, where something is changed), 404 or 410 gives `missing` where
        /// something is looked up. Nothing that could be made of the answer gives `failed`; no answer, a busy or failing
        /// system, or one that is left alone after many failures gives `unavailable`.
        case http(HTTPCall)
        /// An action of a Rasa action server.
        ///
        /// It gives `done`, `rejected` when the server refuses to run it, `failed` or `unavailable`.
        case rasa(RasaCall)
    }

    /// Whether an action changes anything.
    public enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
        case read, write
    }

    /// The action's name, such as `orders.find`.
    public var name: String
    /// What it does.
    public var kind: Kind
    /// The names of its arguments, in the order a call gives them; `:name` in SQL.
    public var takes: [String]
    /// The name under which its row is known afterwards: `order` makes `{{order.status}}`.
    public var gives: String?
    /// The fields of that row, as far as they are known beforehand; empty when they are not.
    public var fields: [String]
    /// The fields of that row whose types are declared; a row that breaks them counts as `failed`.
    public var types: [TypedField]
    /// Every outcome that a `do` must handle, `failed` included.
    public var outcomes: [String]
    /// What must be known of the customer before it runs, which can only be ``CustomerNeed/verified``; nil: nothing.
    public var needs: [CustomerNeed]?
    /// When the customer is told that it takes a while; nil: never.
    public var patience: Patience?

    /// Makes an action.
    public init(
        name: String,
        kind: Kind,
        takes: [String],
        gives: String? = nil,
        fields: [String] = [],
        types: [TypedField] = [],
        outcomes: [String],
        needs: [CustomerNeed]? = nil,
        patience: Patience? = nil
    ) {
        self.name = name
        self.kind = kind
        self.takes = takes
        self.gives = gives
        self.fields = fields
        self.types = types
        self.outcomes = outcomes
        self.needs = needs
        self.patience = patience
    }

    /// Whether running it may change something outside the conversation.
    public var hasEffects: Bool {
        switch kind {
        case .sql(_, let mode): mode == .write
        case .http(let call): call.mode == .write
        case .custom, .rasa: true
        }
    }

    /// Whether a run that was begun, and of which nobody knows what came of it, can be made again under its key.
    ///
    /// A database and code of the program know the key of a run that they have seen; another system only one that
    /// it is sent.
    public var isRepeatable: Bool {
        switch kind {
        case .sql, .custom: true
        case .http(let call): call.isRepeatable
        case .rasa(let call): call.terms.idempotencyHeader != nil
        }
    }
}

/// The database behind `sql` actions.
public struct DatabaseDefinition: Sendable, Hashable, Codable {
    /// Where the data comes from.
    public enum Origin: Sendable, Hashable, Codable {
        /// An SQLite file, relative to the assistant's folder.
        case file(String)
        /// An SQL script that makes the data once, when the database does not exist yet; its path, relative to the
        /// assistant's folder.
        case seed(String)
    }

    /// Where the data comes from.
    public var origin: Origin

    /// Makes a definition.
    public init(origin: Origin) {
        self.origin = origin
    }
}
