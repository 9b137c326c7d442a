import Foundation

/// A folder that comes with the program.
package enum ShippedFolder {
    /// Looks in the working folder, then in those above the program itself; nil if none holds what is looked for.
    package static func find(_ name: String, executable: URL?, where holds: (URL) -> Bool) -> URL? {
        var candidates = [URL(fileURLWithPath: FileManager.default.currentDirectoryPath)]
        var above = executable?.resolvingSymlinksInPath()
        while let folder = above, folder.path != "/" {
            above = folder.deletingLastPathComponent()
            above.map { candidates.append($0) }
        }
        return candidates.map { $0.appendingPathComponent(name) }.first(where: holds)
    }

    /// The names of the YAML files of a folder, in order; none if there is no such folder.
    package static func files(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(".yaml") }.sorted()
    }
}
