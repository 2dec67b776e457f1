import FrontdeskDialogue
import Testing

@testable import Frontdesk

@Suite("What this process knows to be due")
struct CheckTableTests {
    /// The head of a conversation with a promise that is due.
    private func head(_ conversation: String) -> ConversationHead {
        var head = ConversationHead(conversation: conversation)
        let promise = Promise(id: "p", text: "An answer", dueAt: 1000, route: nil, madeAt: 0)
        head.apply(Event(at: 0, turn: 1, fact: .promised(promise)))
        return head
    }

    @Test("What was looked at is due again only in another version, and is not kept for ever")
    func settled() {
        var table = CheckTable()
        let old = (0..<100).map { head("old-\($0)") }
        table.take(old)
        #expect(table.due(at: 2000).count == 100)
        for head in old {
            table.settle(head.conversation, version: head.version)
            table[head.conversation] = nil
        }
        table.take([old[0]])
        #expect(table.due(at: 2000).isEmpty, "it was looked at as it is")
        #expect(table.settledCount == 1, "the store no longer calls the others due")
        var changed = old[0]
        changed.apply(Event(at: 1, turn: 2, fact: .questionClosed))
        table.take([changed])
        #expect(table.due(at: 2000).map(\.conversation) == ["old-0"])
        #expect(table.settledCount == 0)
    }
}
