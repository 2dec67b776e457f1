import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("The compiler")
struct CompilerTests {
    @Test("A small shop compiles without a remark")
    func smallShop() {
        let compilation = Compiler.compile(SmallShop.sources)
        #expect(DiagnosticRenderer.text(compilation.diagnostics, sources: SmallShop.sources) == "")
        #expect(compilation.assistant != nil)
    }
}
