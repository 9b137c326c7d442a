import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOPosix

/// The page's own files, and those of the chart library.
struct PageFiles {
    private let settings: ServerSettings

    init(_ settings: ServerSettings) { self.settings = settings }

    func add(to router: Router<some RequestContext>) {
        // Files change with the program; what has not changed is told in a few bytes.
        let fresh = CacheControl([(MediaType(type: .any), [.noCache])])
        var quiet = Logger(label: "osteon.files")
        quiet.logLevel = .warning
        for (folder, path) in [(settings.page, "/page"), (settings.library, "/library")] {
            router.add(
                middleware: FileMiddleware(folder.path, urlBasePath: path, cacheControl: fresh, logger: quiet))
        }
        let index = settings.page.appendingPathComponent("index.html").path
        let files = FileIO()
        router.get("/") { _, context in
            let body = try await files.loadFile(path: index, context: context)
            return Response(
                status: .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-cache"], body: body)
        }
    }
}
