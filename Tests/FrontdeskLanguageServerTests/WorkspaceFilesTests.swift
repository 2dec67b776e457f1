import Testing

@testable import FrontdeskLanguageServer

@Suite("The assistant that a file belongs to")
struct WorkspaceFilesTests {
    @Test(
        "The nearest folder above a file with an assistant.yaml, never the whole disk",
        arguments: [
            ("/home/ada/shop/orders.yaml", "/home/ada/shop"),
            ("/home/ada/shop/flows/returns/orders.yaml", "/home/ada/shop"),
            ("/home/ada/shop/inner/hours.yaml", "/home/ada/shop/inner"),
            ("/home/ada/shop/data/places.yaml", nil),
            ("/home/ada/shop/.old/orders.yaml", nil),
            ("/home/ada/notes.yaml", nil),
            ("/notes.yaml", nil),
        ] as [(String, String?)]
    )
    func folder(file: String, folder: String?) {
        let there = [
            "/assistant.yaml", "/home/ada/shop/assistant.yaml", "/home/ada/shop/inner/assistant.yml",
        ]
        let files = WorkspaceFiles(exists: { there.contains($0) }, sources: { _ in [] })
        #expect(files.folder(of: file) == folder)
    }
}
