import Frontdesk
import GRDB

/// The tables of a desk's file, and how older files become newer ones.
enum Schema {
    /// Marks a file as a desk's; "FDsk" in ASCII.
    static let applicationID = 0x4644_736B
    /// The statements that lead from each version to the next; only ever added to.
    private static let migrations = [
        """
        CREATE TABLE conversations (
            id TEXT NOT NULL PRIMARY KEY,
            version INTEGER NOT NULL,
            opened_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            channel TEXT NOT NULL,
            assistant TEXT NOT NULL,
            customer TEXT,
            email TEXT,
            ticket TEXT,
            unfinished INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX conversations_by_time ON conversations (updated_at DESC, id DESC);
        CREATE INDEX conversations_by_customer ON conversations (customer) WHERE customer IS NOT NULL;
        CREATE INDEX conversations_by_email ON conversations (email COLLATE NOCASE) WHERE email IS NOT NULL;
        CREATE INDEX conversations_unsettled ON conversations (id) WHERE ticket IS NOT NULL OR unfinished;

        CREATE TABLE events (
            conversation TEXT NOT NULL,
            version INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            at INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (conversation, version)
        ) WITHOUT ROWID;

        CREATE TABLE tickets (
            id TEXT NOT NULL PRIMARY KEY,
            conversation TEXT NOT NULL,
            queue TEXT NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            priority INTEGER NOT NULL,
            enqueued_at INTEGER NOT NULL,
            subject TEXT NOT NULL,
            ask TEXT NOT NULL,
            customer TEXT,
            state TEXT NOT NULL,
            agent TEXT,
            token INTEGER NOT NULL,
            lease_until INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX tickets_open ON tickets (queue, enqueued_at) WHERE state IN ('waiting', 'active');
        CREATE INDEX tickets_by_conversation ON tickets (conversation);

        CREATE TABLE waits (queue TEXT NOT NULL PRIMARY KEY, expected REAL NOT NULL) WITHOUT ROWID;
        """,
        """
        CREATE TABLE identity (name TEXT NOT NULL);
        INSERT INTO identity (name) VALUES (lower(hex(randomblob(16))));
        """,
        """
        ALTER TABLE conversations ADD COLUMN due_at INTEGER;
        ALTER TABLE conversations ADD COLUMN unheard_from INTEGER;
        ALTER TABLE conversations ADD COLUMN pending TEXT;
        CREATE INDEX conversations_due ON conversations (due_at) WHERE due_at IS NOT NULL;
        CREATE INDEX conversations_unheard ON conversations (id) WHERE unheard_from IS NOT NULL;
        """,
    ]

    /// The newest version this program knows.
    static var version: Int { migrations.count }

    /// Brings a file to the newest version; refuses one that is newer still, or not a desk's.
    static func migrate(_ writer: DatabaseQueue, path: String) throws {
        try writer.writeWithoutTransaction { database in
            // Its marks are read as of one moment: another process may be making the file right now.
            var known = 0
            try database.inTransaction(.deferred) {
                known = try found(database, path)
                return .commit
            }
            if known == version { return }
            try database.inTransaction(.immediate) {
                // Another process may have been faster.
                for statements in migrations[try found(database, path)...] {
                    try database.execute(sql: statements)
                }
                try database.execute(sql: "PRAGMA user_version = \(version)")
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
                return .commit
            }
        }
    }

    private static func found(_ database: Database, _ path: String) throws -> Int {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if application != applicationID {
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard tables == 0, found == 0 else {
                throw StoreError.corrupt(
                    place: path,
                    reason: "it is the database of another program; give a file of its own"
                )
            }
        }
        guard found <= version else {
            throw StoreError.tooNew(place: path, version: found, known: version)
        }
        return found
    }
}
