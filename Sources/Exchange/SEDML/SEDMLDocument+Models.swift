extension SEDMLDocument {
    /// The file of a model and all changes to it, those of the models it is made from first.
    ///
    /// - Throws: ``FileError`` for models that are made from each other in a circle.
    public func origin(of model: Model) throws -> (source: String, changes: [Change]) {
        var (current, changes, seen) = (model, model.changes, Set([model.id]))
        while let base = models.first(where: { $0.id == current.source.drop(while: { $0 == "#" }) }) {
            guard seen.insert(base.id).inserted else {
                throw FileError(file: file, line: model.line, "the model '\(model.id)' is made from itself")
            }
            changes = base.changes + changes
            current = base
        }
        return (current.source, changes)
    }

    /// Where the file of a model is, below the folder that holds all files.
    ///
    /// - Parameter location: where the document is, below the same folder.
    /// - Throws: ``FileError`` for a model that is elsewhere: nothing is fetched, and no path followed out of the folder.
    public func path(of model: Model, documentAt location: String) throws -> String {
        let (source, _) = try origin(of: model)
        func refusal(_ why: String) -> FileError {
            FileError(file: file, line: model.line, "the model '\(model.id)' is at '\(source)', \(why)")
        }
        guard !source.contains(":") else {
            throw refusal("and models are not fetched; expected a file beside the document")
        }
        guard !source.hasPrefix("/") else { throw refusal("an absolute path; expected one from the document") }
        var components = location.split(separator: "/").dropLast().map(String.init)
        for step in source.split(separator: "/") where step != "." {
            if step != ".." {
                components.append(String(step))
            } else if components.popLast() == nil {
                throw refusal("which leads out of its folder")
            }
        }
        do throws(ArchivePath.Refusal) { return try ArchivePath(components.joined(separator: "/")).description } catch {
            throw refusal("where \(error.message)")
        }
    }
}
