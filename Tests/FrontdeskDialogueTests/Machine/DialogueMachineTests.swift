import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("The dialogue machine")
struct DialogueMachineTests {
    private let found = [
        (outcome: "found", record: Record([.init("status", .text("on its way"))]) as Record?)
    ]

    private func script(at moment: Moment = Script.monday, customer: CustomerProfile? = nil) throws -> Script
    {
        var script = Script(try SmallShop.make(), at: moment, customer: customer)
        script.outcomes = ["orders.find": found, "returns.create": [("done", nil)]]
        return script
    }

    @Test("greets once, before the first reply, as a message of its own")
    func greeting() throws {
        var script = try script()
        #expect(
            script.say("what are your hours") == [
                "Hello, I'm the assistant of Small Shop.", "We are open from nine to six.",
            ]
        )
        #expect(script.say("your hours") == ["We are open from nine to six."])
    }

    @Test("a slot given at once is not asked for")
    func slotAtOnce() throws {
        var script = try script()
        #expect(script.say("where is my order A-10021").last == "Order A-10021 is on its way.")
        #expect(script.requests.map(\.key) == ["c1/1/1"])
        #expect(script.requests.first?.arguments["number"] == .text("A-10021"))
        #expect(script.decision?.kind == .answer)
        #expect(script.tracker.flow == nil)
        #expect(script.tracker.endedFlows.map(\.outcome) == [.resolved])
    }

    @Test("a missing slot is asked for, put again in other words, and then goes to a human")
    func reprompts() throws {
        var script = try script()
        #expect(script.say("where is my parcel").last == "Which order is it?")
        #expect(script.decision?.kind == .ask)
        #expect(script.say("umbrella").last == "I couldn't find a number like A-10021 in that.")
        #expect(script.decision?.kind == .reprompt)
        #expect(script.say("something").count == 1)
        #expect(script.decision?.kind == .handoff)
        #expect(script.enqueued.map(\.reason) == [.slotRetryLimit])
        #expect(script.enqueued.map(\.queue) == ["orders"])
    }

    @Test("a number that the look-up does not know is asked for again, without saying it was no number")
    func unknownNumber() throws {
        var script = try script()
        script.outcomes["orders.find"] = [("missing", nil)] + found
        let said = script.say("where is my order A-99999")
        #expect(said.dropFirst().first == "I can't see A-99999.")
        #expect(said.last == "I'm looking for something like A-10021. Could you check and send it?")
        #expect(script.say("A-10021").last == "Order A-10021 is on its way.")
    }

    @Test("every sentence of the customer is answered from a state with a human in one turn")
    func humanEverywhere() throws {
        for before in [
            [], ["where is my order"], ["return A-10021", "too small"], ["tell me about twins"], ["xyzzy"],
        ] {
            var script = try script()
            for text in before { script.say(text) }
            script.say("talk to a human")
            #expect(script.decision?.kind == .handoff, "after \(before)")
            #expect(script.tracker.owner == .queue)
            #expect(script.enqueued.map(\.reason) == [.userAsked])
        }
    }

    @Test("several slots come from one sentence")
    func severalSlots() throws {
        var script = try script()
        #expect(
            script.say("i want to return A-10021 because too small").last
                == "Shall I register the return of A-10021?"
        )
        #expect(script.say("yes please").last == "The return of A-10021 is registered.")
        #expect(script.requests.map(\.action) == ["returns.create"])
    }

    @Test("no means no, and nothing is changed")
    func denial() throws {
        var script = try script()
        script.say("return A-10021 because too small")
        #expect(script.say("no thanks").last == "Then I leave it as it is.")
        #expect(script.requests.isEmpty)
        #expect(script.tracker.endedFlows.map(\.outcome) == [.cancelled])
    }

    @Test("an earlier answer can be corrected, and what follows from it is done anew")
    func correction() throws {
        var script = try script()
        script.say("return A-10021 because too small")
        let said = script.say("no, A-10022")
        #expect(said == ["Thanks for correcting that: A-10022.", "Shall I register the return of A-10022?"])
        #expect(script.decision?.rule == .corrects)
        script.say("yes")
        #expect(script.requests.last?.arguments["number"] == .text("A-10022"))
    }

    @Test("a digression is answered and the interrupted question comes back")
    func digression() throws {
        var script = try script()
        script.say("return A-10021")
        let said = script.say("what are your hours")
        #expect(
            said == [
                "We are open from nine to six.", "Now, back to your return. Why do you want to return it?",
            ]
        )
        #expect(script.decision?.kind == .answer)
        #expect(script.decision?.resumed == true)
        #expect(script.tracker.state == "give_back/slots")
    }

    @Test("a flow inside a flow resumes the outer one when it ends")
    func nestedFlow() throws {
        var script = try script()
        script.say("return A-10021")
        let said = script.say("where is my order A-10022")
        #expect(said.first == "Order A-10022 is on its way.")
        #expect(said.last == "Now, back to your return. Why do you want to return it?")
        #expect(script.tracker.flow?.slot("number")?.display == "A-10021")
    }

    @Test(
        "a choice is picked by button, number, position or wording",
        arguments: ["2", "the second one", "it is broken", "the damaged one", "last"]
    )
    func choices(answer: String) throws {
        var script = try script()
        script.say("return A-10021")
        script.say(answer)
        #expect(script.tracker.flow?.slot("reason")?.value == .text("broken"))
    }

    @Test("twins are told apart by asking")
    func clarification() throws {
        var script = try script()
        script.say("tell me about twins")
        #expect(script.decision?.kind == .clarify)
        #expect(
            script.tracker.lines.last?.choices.map(\.title) == [
                "First twin", "Second twin", "Something else",
            ]
        )
        #expect(script.say("second twin") == ["B"])
    }

    @Test("nothing understood: other words, then choices, then a human; never the same text twice")
    func fallback() throws {
        var script = try script()
        var texts: [String] = []
        texts += script.say("xyzzy").suffix(1)
        #expect(script.decision?.kind == .reprompt)
        texts += script.say("plugh").suffix(1)
        #expect(script.tracker.lines.last?.choices.last?.id == "control.human")
        texts += script.say("frotz").suffix(1)
        #expect(script.decision?.kind == .handoff)
        #expect(Set(texts).count == 3)
    }

    @Test("yes takes up what an answer suggests, no declines it")
    func suggestions() throws {
        var script = try script()
        script.say("what is your return policy")
        #expect(script.say("yes").last == "Which order is it?")
        var other = try self.script()
        other.say("what is your return policy")
        #expect(other.say("no thanks") == ["No problem. What else can I do for you?"])
    }

    @Test("back forgets the latest answer and asks for it again")
    func back() throws {
        var script = try script()
        script.say("return A-10021")
        script.say("too small")
        #expect(script.say("go back").last == "Let's go one step back. Why do you want to return it?")
        #expect(script.say("back").last == "Let's go one step back. Which order is it?")
    }

    @Test("repeat says the last messages again")
    func repetition() throws {
        var script = try script()
        script.say("return A-10021")
        #expect(script.say("repeat that") == ["Why do you want to return it?"])
        #expect(script.decision?.kind == .control)
    }

    @Test("cancel ends the flow and says that nothing was changed")
    func cancel() throws {
        var script = try script()
        script.say("return A-10021")
        #expect(script.say("never mind").last?.contains("nothing was changed") == true)
        #expect(script.tracker.flow == nil)
        #expect(
            script.say("cancel").last == "There is nothing under way that I could cancel. How can I help?"
        )
    }

    @Test("cancel after a change does not claim that nothing was changed")
    func cancelAfterChange() throws {
        var script = try script()
        script.outcomes["orders.find"] = [("missing", nil)]
        script.say("where is my order A-99999")
        #expect(
            script.say("never mind").last == "All right, I'll stop here. What is done already stays as it is."
        )
    }

    @Test("a failed action is said honestly, once, and handed over")
    func failedAction() throws {
        var script = try script()
        script.outcomes["orders.find"] = [("failed", nil)]
        let said = script.say("where is my order A-10021")
        #expect(said.count == 2)
        #expect(said.last?.hasPrefix("I'm sorry, our system didn't answer just now") == true)
        #expect(script.enqueued.map(\.reason) == [.error])
    }

    @Test("out of hours the desk says when it opens, asks where to answer, and promises only then")
    func outOfHours() throws {
        let sunday = Moment(milliseconds: Script.monday.milliseconds - 24 * 3_600_000)
        var script = try script(at: sunday)
        script.say("where is my order")
        let said = script.say("human")
        #expect(said.first?.contains("tomorrow at 09:00") == true)
        #expect(said.last == "At which e-mail address can they reach you?")
        #expect(
            script.say("ada@example.com") == [
                "Thank you. They will write to ada@example.com by tomorrow at 10:00."
            ]
        )
        #expect(script.tracker.customer.email == "ada@example.com")
    }

    @Test("while waiting, routine questions are answered, and cancel leads back to the exact state")
    func waiting() throws {
        var script = try script()
        script.say("return A-10021")
        script.say("human")
        #expect(script.say("what are your hours") == ["We are open from nine to six."])
        #expect(script.say("human").last?.hasPrefix("I've kept your place with our care team.") == true)
        let said = script.say("cancel")
        #expect(said == ["I've taken you out of the line. Let's go on here. Why do you want to return it?"])
        #expect(script.withdrawn == ["c1/h1"])
        #expect(script.tracker.owner == .desk)
        #expect(script.say("too small").last == "Shall I register the return of A-10021?")
    }

    @Test("while an agent has the conversation the desk is silent; afterwards it answers at once")
    func agent() throws {
        var script = try script()
        script.say("return A-10021")
        script.say("human")
        script.run(.agent(.claim(agent: "Robin")))
        #expect(script.say("what are your hours") == [])
        #expect(script.decision?.kind == .relay)
        script.run(.agent(.say(agent: "Robin", text: "Hello")))
        script.run(.agent(.giveBack(AgentReturn(agent: "Robin", outcome: .resolved))))
        #expect(script.say("what are your hours") == ["We are open from nine to six."])
        #expect(script.tracker.flow == nil)
    }

    @Test("an agent who needs the desk gives back to the exact state")
    func agentGivesBack() throws {
        var script = try script()
        script.say("return A-10021")
        script.say("human")
        script.run(.agent(.claim(agent: "Robin")))
        script.run(.agent(.giveBack(AgentReturn(agent: "Robin", outcome: .needsDesk))))
        #expect(
            script.tracker.lines.last?.text
                == "I'm taking over again from my colleague. Why do you want to return it?"
        )
        #expect(script.say("too big").last == "Shall I register the return of A-10021?")
    }

    @Test("files without words are acknowledged and the question stays open")
    func attachment() throws {
        var script = try script()
        script.say("return A-10021")
        let said = script.say("", attachments: [Attachment(name: "photo.jpg")])
        #expect(said.count == 1)
        #expect(said[0].hasSuffix("Why do you want to return it?"))
        #expect(script.tracker.attachments.map(\.name) == ["photo.jpg"])
    }

    @Test("a message that is too long gets a polite reply and changes nothing")
    func oversized() throws {
        var script = try script()
        script.run(.oversized(Inbound(text: "aaaa")))
        #expect(script.tracker.lines.last?.text.contains("too long") == true)
        #expect(script.decision?.rule == .tooLong)
    }

    @Test(
        "nothing is changed on anything but a plain yes",
        arguments: [
            "sure?", "is that ok?", "is that ok", "ok wait", "yes but to another address",
            "yes if it is free", "no yes",
            "okay what happens then", "why would i do that", "sure, but tomorrow", "yes... actually no",
        ]
    )
    func hesitation(answer: String) throws {
        var script = try script()
        script.say("return A-10021 because too small")
        script.say(answer)
        #expect(script.requests.isEmpty)
        #expect(script.tracker.endedFlows.allSatisfy { $0.outcome != .resolved })
    }

    @Test(
        "a plain yes may have more words",
        arguments: ["yes", "yes please", "sure", "ok do that", "yes, go on then"]
    )
    func plainYes(answer: String) throws {
        var script = try script()
        script.say("return A-10021 because too small")
        script.say(answer)
        #expect(script.requests.map(\.action) == ["returns.create"])
    }

    @Test("a bare no or an empty word picks no choice", arguments: ["no", "it is", "the one"])
    func noChoice(answer: String) throws {
        var script = try script()
        script.say("return A-10021")
        script.say(answer)
        #expect(script.tracker.flow?.slot("reason") == nil)
    }

    @Test("repeat says nothing of a wait that is over, and nothing in an agent's name")
    func repetitionAfterHuman() throws {
        var script = try script()
        script.say("what are your hours")
        script.say("human")
        script.run(.agent(.claim(agent: "Robin")))
        script.run(.agent(.say(agent: "Robin", text: "I will refund you today.")))
        script.run(.agent(.giveBack(AgentReturn(agent: "Robin", outcome: .resolved))))
        #expect(script.say("repeat that") == ["We are open from nine to six."])
        #expect(script.decision?.kind == .control)
    }

    @Test("what was said before a question back need not be said again")
    func factsBeforeClarification() throws {
        var script = try script()
        script.say("hello A-10021 xyzzy")
        script.say("xyzzy")
        #expect(script.tracker.lines.last?.choices.first?.title == "Where is my order")
        #expect(script.say("1").last == "Order A-10021 is on its way.")
    }

    @Test("start over while waiting leaves the line and every flow")
    func startOverWhileWaiting() throws {
        var script = try script()
        script.say("return A-10021")
        script.say("human")
        script.say("start over")
        #expect(script.tracker.flows.isEmpty)
        #expect(script.withdrawn == ["c1/h1"])
        #expect(script.say("what are your hours") == ["We are open from nine to six."])
    }

    @Test("leaving the line after a failed action does not run it again")
    func withdrawAfterFailure() throws {
        var script = try script()
        script.outcomes["orders.find"] = [("failed", nil)]
        script.say("where is my order A-10021")
        script.say("cancel")
        #expect(script.requests.count == 1)
        #expect(script.withdrawn == ["c1/h1"])
        #expect(script.enqueued.count == 1)
    }

    @Test("who masked data was sent by is told so")
    func masked() throws {
        var script = try script()
        let inbound = Inbound(text: "what are your hours", redactions: [.card])
        script.run(.message(inbound, script.matcher.match("what are your hours"), waiting: nil))
        let said = script.tracker.lines.filter { $0.author == .desk }.map(\.text)
        #expect(said.contains { $0.hasPrefix("I've blacked out") })
        #expect(said.last == "We are open from nine to six.")
    }

    @Test("a file that comes with words is acknowledged, and the words are answered")
    func attachmentWithWords() throws {
        var script = try script()
        let said = script.say("what are your hours", attachments: [Attachment(name: "photo.jpg")])
        #expect(said.count == 3)
        #expect(said[1].contains("received your file"))
        #expect(said.last == "We are open from nine to six.")
    }

    @Test("the tracker is the fold of its events")
    func fold() throws {
        var script = try script(customer: CustomerProfile(name: "Ada Byron"))
        for text in [
            "return A-10021", "what are your hours", "too small", "no, A-10022", "yes", "human", "cancel",
        ] {
            script.say(text)
            #expect(Tracker(conversation: "c1", folding: script.events) == script.tracker, "after \(text)")
        }
    }

    @Test("equal inputs give equal events")
    func determinism() throws {
        var first = try script()
        var second = try script()
        for text in ["return", "xyzzy", "A-10021", "too small", "yes", "human"] {
            first.say(text)
            second.say(text)
        }
        #expect(first.events == second.events)
    }
}
