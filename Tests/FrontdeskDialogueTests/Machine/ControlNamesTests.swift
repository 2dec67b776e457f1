import FrontdeskMatching
import Testing

@testable import FrontdeskDialogue

@Suite("The names of controls")
struct ControlNamesTests {
    @Test("A control's intent leads back to it", arguments: Control.allCases)
    func intents(_ control: Control) {
        #expect(control.intentName == "control.\(control.rawValue)")
        #expect(Control(intentName: control.intentName) == control)
        #expect(Candidate(intent: control.intentName, confidence: 1).control == control)
    }

    @Test(
        "Other intents are no controls",
        arguments: ["human", "control.", "control.shout", "controls", "order.cancel", ""]
    )
    func others(_ name: String) {
        #expect(Control(intentName: name) == nil)
    }
}
