import Foundation
import GRDB

/// Women, scenarios and runs that a user keeps, in one SQLite file.
///
/// What a call has acknowledged is on the disk: a kill at any moment, or a loss of power, takes nothing of it away.
struct Store: Sendable {
    private let database: DatabasePool
    private let limit: Int

    /// Opens the file of a folder, or makes one.
    ///
    /// - Parameter limit: items, or runs, kept at most.
    /// - Throws: ``DataFolderError`` if it is no file of this program.
    init(_ folder: DataFolder, limit: Int) throws {
        self.limit = limit
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // The pool sets NORMAL, with which a loss of power may take the last writes.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        let file = try folder.database()
        do {
            database = try DatabasePool(path: file.path, configuration: configuration)
            try Self.migrations.migrate(database)
        } catch {
            throw DataFolderError("\(file.path) cannot be read: \(error); move it away to begin anew")
        }
    }

    static var migrations: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("items and runs") { database in
            try database.create(table: KeptItem.databaseTableName) { table in
                table.primaryKey("id", .text)
                table.column("kind", .text).notNull().indexed()
                table.column("title", .text).notNull()
                table.column("content", .text).notNull()
                table.column("study", .text)
                table.column("created", .text).notNull()
                table.column("changed", .text).notNull()
            }
            try database.create(table: KeptRun.databaseTableName) { table in
                table.primaryKey("id", .text)
                table.column("kind", .text).notNull()
                table.column("trial", .text)
                table.column("number", .integer)
                table.column("seed", .integer)
                table.column("state", .text).notNull().indexed()
                table.column("done", .integer).notNull()
                table.column("total", .integer).notNull()
                table.column("result", .text)
                table.column("sentence", .text)
                table.column("created", .text).notNull()
                table.column("changed", .text).notNull()
            }
        }
        migrator.registerMigration("several women in a study") { database in
            for row in try Row.fetchAll(database, sql: "SELECT id, study FROM item WHERE study IS NOT NULL") {
                let (id, text): (String, String) = (row["id"], row["study"])
                // What is no JSON never came from here; it stays as it is.
                guard let study = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else { continue }
                try database.execute(
                    sql: "UPDATE item SET study = ? WHERE id = ?", arguments: [KeptStudy.current(study).jsonText(), id])
            }
        }
        return migrator
    }

    static func newID() -> String { UUID().uuidString.lowercased() }
    static func now() -> String { Date().formatted(.iso8601) }

    // MARK: Items

    /// All of a kind, last changed first.
    func items(_ kind: KeptItem.Kind) async throws -> [KeptItem] {
        try await database.read { database in
            try KeptItem.filter(Column("kind") == kind.rawValue).order(Column("changed").desc, Column("id")).fetchAll(
                database)
        }
    }

    /// Nil if there is none.
    func item(_ kind: KeptItem.Kind, _ id: String) async throws -> KeptItem? {
        try await database.read { database in
            try KeptItem.filter(Column("kind") == kind.rawValue && Column("id") == id).fetchOne(database)
        }
    }

    /// - Returns: false if there is no room for another.
    func add(_ item: KeptItem) async throws -> Bool {
        try await database.write { [limit] database in
            guard try KeptItem.fetchCount(database) < limit else { return false }
            try item.insert(database)
            return true
        }
    }

    func change(_ item: KeptItem) async throws { try await database.write { try item.update($0) } }

    /// - Returns: false if there is none.
    func removeItem(_ kind: KeptItem.Kind, _ id: String) async throws -> Bool {
        try await database.write { database in
            try KeptItem.filter(Column("kind") == kind.rawValue && Column("id") == id).deleteAll(database) > 0
        }
    }

    // MARK: Runs

    /// Last begun first.
    func runs() async throws -> [KeptRun] {
        try await database.read { try KeptRun.order(Column("created").desc, Column("id")).fetchAll($0) }
    }

    /// Nil if there is none.
    func run(_ id: String) async throws -> KeptRun? { try await database.read { try KeptRun.fetchOne($0, key: id) } }

    /// Those that wait or were interrupted, first begun first.
    func openRuns() async throws -> [KeptRun] {
        try await database.read { database in
            try KeptRun.open.order(Column("created"), Column("id")).fetchAll(database)
        }
    }

    /// The last one of a kind that is finished; nil if there is none.
    func lastFinished(_ kind: KeptRun.Kind) async throws -> KeptRun? {
        try await database.read { database in
            try KeptRun.filter(Column("kind") == kind.rawValue && Column("state") == KeptRun.State.finished.rawValue)
                .order(Column("changed").desc).fetchOne(database)
        }
    }

    /// - Returns: false if too many wait already.
    func add(_ run: KeptRun, waitingAtMost most: Int) async throws -> Bool {
        try await database.write { database in
            let waiting = try KeptRun.open.fetchCount(database)
            guard waiting < most else { return false }
            try run.insert(database)
            return true
        }
    }

    /// Changes a run that is not over; one that is stays as it is.
    func change(_ id: String, _ change: @escaping @Sendable (inout KeptRun) -> Void) async throws {
        try await database.write { database in
            guard var run = try KeptRun.fetchOne(database, key: id), !run.state.isOver else { return }
            change(&run)
            run.changed = Self.now()
            try run.update(database)
        }
    }

    func removeRun(_ id: String) async throws { _ = try await database.write { try KeptRun.deleteOne($0, key: id) } }

    // MARK: All of it

    func removeAll() async throws {
        try await database.write { database in
            try KeptItem.deleteAll(database)
            try KeptRun.deleteAll(database)
        }
        // What was deleted leaves the file too, not only its index.
        try await database.vacuum()
        try await database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
}
