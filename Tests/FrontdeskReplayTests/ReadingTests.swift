import FrontdeskDialogue
import FrontdeskReplay
import Testing

@Suite struct ReadingTests {
    /// The steps of a log as lines of a transcript, with what the desk said.
    private func lines(_ text: String, format: LogFormat? = nil) throws(LogError) -> [String] {
        let log = try RecordedLog(Array(text.utf8), path: "log", format: format)
        var lines: [String] = []
        for conversation in log.conversations {
            lines.append("# \(conversation.id)")
            for step in conversation.steps {
                lines.append(step.act.shown ?? "")
                lines += step.seen.said.map { "< \($0.text)" }
                lines += step.seen.responses.map { "response \($0.name)" }
                lines += step.seen.handoffs.map { "handoff \($0.queue) \($0.reason)" }
            }
        }
        return lines
    }

    static let logs: [(name: String, text: String, format: LogFormat, lines: [String])] = [
        (
            "a pipe log, requests and answers in turns",
            """
            {"conversation":"c1","id":"m1","text":"hi"}
            {"type":"reply","conversation":"c1","in_reply_to":"m1","messages":[{"text":"Hello.","choices":[]}],"turn":{"n":1,"decision":"answer","intent":"greet","confidence":0.9,"state":null,"owner":"desk"}}
            {"type":"agent","conversation":"c1","agent":"Robin","do":"claim"}
            {"type":"error","conversation":"c1","in_reply_to":null,"line":2,"code":"no_ticket","message":"none"}
            """, .pipe, ["# c1", "> hi", "< Hello."]
        ),
        (
            "a pipe log with arrows, all requests first",
            """
            → {"conversation":"c1","text":"one"}
            → {"conversation":"c1","text":"two"}
            ← {"type":"reply","conversation":"c1","in_reply_to":null,"messages":[{"text":"1","choices":[]}]}
            ← {"type":"reply","conversation":"c1","in_reply_to":null,"messages":[{"text":"2","choices":[]}]}
            """, .pipe, ["# c1", "> one", "< 1", "> two", "< 2"]
        ),
        (
            "a message that came again, and one written by itself twice",
            """
            {"conversation":"c1","id":"m1","text":"hi"}
            {"conversation":"c1","id":"m1","text":"hi"}
            {"type":"reply","conversation":"c1","in_reply_to":"m1","messages":[{"text":"Hello.","choices":[]}]}
            {"type":"reply","conversation":"c1","in_reply_to":"m1","messages":[{"text":"Hello.","choices":[]}]}
            {"type":"proactive","conversation":"c1","event":9,"id":"c1/9","messages":[{"text":"Still there?","choices":[]}]}
            {"type":"proactive","conversation":"c1","event":9,"id":"c1/9","messages":[{"text":"Still there?","choices":[]}]}
            """, .pipe, ["# c1", "> hi", "< Hello.", "< Still there?"]
        ),
        (
            "a handoff with its packet",
            """
            {"conversation":"c1","id":"m1","text":"human"}
            {"type":"reply","conversation":"c1","in_reply_to":"m1","messages":[]}
            {"type":"handoff","conversation":"c1","packet":{"routing":{"queue":"care"},"reason":{"code":"user_asked"},"wait":{"position":1}}}
            """, .pipe, ["# c1", "> human", "handoff care user_asked"]
        ),
        (
            "activities in an array",
            """
            [{"type":"conversationUpdate","conversation":{"id":"b1"}},
             {"type":"message","id":"1","timestamp":"2026-11-23T09:00:00Z","from":{"id":"u","role":"user"},"conversation":{"id":"b1"},"text":"hi"},
             {"type":"message","id":"2","from":{"id":"b","role":"bot"},"conversation":{"id":"b1"},"text":"Hello.","suggestedActions":{"actions":[{"type":"imBack","title":"Hours"}]}},
             {"type":"trace","name":"x","conversation":{"id":"b1"}},
             {"type":"message","id":"3","from":{"id":"u","role":"user"},"conversation":{"id":"b1"},"text":"Hours"}]
            """, .transcript, ["# b1", "> hi", "< Hello.", ">> Hours"]
        ),
        (
            "activities in an object, told apart by ids",
            """
            {"transcript":[
             {"type":"message","from":{"id":"u1"},"recipient":{"id":"bot"},"conversation":{"id":"b1"},"text":"hi"},
             {"type":"message","from":{"id":"bot"},"recipient":{"id":"u1"},"conversation":{"id":"b1"},"text":"Hello."}]}
            """, .transcript, ["# b1", "> hi", "< Hello."]
        ),
        (
            "an activity a line",
            """
            {"type":"message","from":{"id":"u1","role":"user"},"conversation":{"id":"b1"},"text":"hi"}
            {"type":"message","from":{"id":"b","role":"bot"},"conversation":{"id":"b1"},"text":"Hello."}
            """, .transcript, ["# b1", "> hi", "< Hello."]
        ),
        (
            "a Botium convo",
            """
            asking for the hours

            #me
            when are you open

            #bot
            We are open
            BUTTONS Where|When

            #me
            BUTTON where|Where it is

            #bot
            !Pardon
            """, .convo,
            ["# log", "> when are you open", "< We are open", ">> Where it is", "< Pardon"]
        ),
        (
            "test stories with marked entities",
            """
            stories:
            - story: hours
              steps:
              - user: |
                  when is [Berlin](city) open on [Monday]{"entity": "day"}
                intent: hours
              - action: utter_hours
              - slot_was_set:
                - day: monday
            """, .rasa, ["# story-1", "> when is Berlin open on Monday", "response utter_hours"]
        ),
    ]

    @Test("A log is told by what it holds, and read", arguments: logs)
    func reads(_ log: (name: String, text: String, format: LogFormat, lines: [String])) throws {
        #expect(try RecordedLog(Array(log.text.utf8), path: "log").format == log.format)
        #expect(try lines(log.text) == log.lines)
    }

    static let faults: [(text: String, format: LogFormat?, message: String)] = [
        ("", nil, "log: the file is empty; there is no conversation in it."),
        ("hello there", nil, "log:1: this is none of the forms that are read"),
        (
            "{\"conversation\":\"c1\",\"text\":\"hi\"}\nnot json", nil,
            "log:2: the line is not JSON: at byte 1"
        ),
        (
            "{\"conversation\":\"c1\",\"text\":\"hi\"}", nil,
            "there are requests to the pipe here, but no answers"
        ),
        (
            "{\"type\":\"reply\",\"conversation\":\"c9\",\"messages\":[]}", nil,
            "log:1: this reply belongs to no request before it: there is none of the conversation 'c9'."
        ),
        ("{\"type\":\"message\",\"conversation\":\"c1\"}", .pipe, "log:1: The field \"text\" is missing"),
        ("[{\"type\":\"message\"}, ", nil, "log:1: the file is not JSON"),
        (
            "[{\"type\":\"message\",\"text\":\"hi\"}]", nil,
            "activity 1, a message, does not say who wrote it: 'from' has no role and no id."
        ),
        ("[]", nil, "log: there is no conversation in this Bot Framework transcript."),
        ("{\"format\":\"frontdesk-export/9\",\"conversations\":[]}", nil, "frontdesk-export/9"),
        (
            "title\n\n#me\nhi\n\n#you\nhello", nil,
            "log:6: a section is #me or #bot (or #begin, #end, #include), not '#you'."
        ),
        ("stories:\n- steps: []", nil, "log:2: a story has a name under 'story'."),
        ("stories:\n- story: a\n", nil, "log:2: the story 'a' has no list of 'steps'."),
        ("a: [", .rasa, "log:2: the file is not YAML: did not find expected node content."),
    ]

    @Test("What cannot be read says the line and what is wrong", arguments: faults)
    func refuses(_ fault: (text: String, format: LogFormat?, message: String)) {
        let error = #expect(throws: LogError.self) {
            try RecordedLog(Array(fault.text.utf8), path: "log", format: fault.format)
        }
        #expect(error?.description.contains(fault.message) == true, "\(error?.description ?? "")")
    }

    @Test("What a log has that is not carried over is counted")
    func counts() throws {
        let text = """
            stories:
            - story: a
              steps:
              - intent: greet
              - user: hi
                intent: greet
              - action: action_check
              - action: action_check
            """
        let log = try RecordedLog(Array(text.utf8), path: "log")
        #expect(log.losses.map(\.what) == ["intent without a text"])
    }
}
