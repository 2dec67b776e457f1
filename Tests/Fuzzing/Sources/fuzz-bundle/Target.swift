import FrontdeskBundle
import FrontdeskDialogue
import FrontdeskMatching
import FuzzingLimits

/// Opens what libFuzzer made; what is taken as a bundle is also used, as a desk would.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let watch = Stopwatch()
    let input = Array(UnsafeBufferPointer(start: bytes, count: size))
    do throws(BundleError) {
        let bundle = try BundleFile(bytes: input)
        try bundle.verify()
        let assistant = try bundle.assistant()
        let matcher = try bundle.matcher(for: assistant)
        var conversation = TrialConversation(DialogueMachine(assistant), matcher)
        conversation.play()
    } catch {
        precondition(!error.description.isEmpty, "a refusal that says nothing")
    }
    watch.check()
    return 0
}
