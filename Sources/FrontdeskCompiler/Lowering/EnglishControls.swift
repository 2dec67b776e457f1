import FrontdeskDialogue

/// What English-speaking customers say to steer a conversation, apart from any topic.
enum EnglishControls {
    /// What a person reads for a control.
    static func title(_ control: Control) -> String {
        switch control {
        case .human: "Talk to a person"
        case .cancel: "Cancel"
        case .back: "Go back"
        case .repeat: "Say that again"
        case .help: "Help"
        case .stop: "Stop"
        case .affirm: "Yes"
        case .deny: "No"
        case .startOver: "Start over"
        case .language: "Change the language"
        case .forget: "Forget what you remember about me"
        case .remembered: "What you remember about me"
        case .noNotices: "Write to me no more"
        case .notices: "Write to me again"
        }
    }

    /// Sentences to generalise from, for controls that customers put in many words.
    static func examples(_ control: Control) -> [String] {
        switch control {
        case .human: humanExamples
        case .help: helpExamples
        default: []
        }
    }

    /// The patterns of a control as text.
    static func sources(_ control: Control) -> [String] {
        switch control {
        case .human: human
        case .cancel: cancel
        case .back: back
        case .repeat: again
        case .help: help
        case .stop: stop
        case .affirm: affirm
        case .deny: deny
        case .startOver: startOver
        case .language: LanguageControls.sources
        case .forget: ForgettingControls.english
        case .remembered: ForgettingControls.englishQuestions
        case .noNotices: NoticeControls.english
        case .notices: NoticeControls.englishAgain
        }
    }

    private static let people =
        "[a|an|the|another|some] [real|actual|live|human] "
        + "(human [being]|person|agent|representative|rep|operator|colleague|advisor|adviser|assistant|employee"
        + "|supervisor|manager|member of staff|staff member|customer service [agent|rep|representative]"
        + "|support agent|service agent|customer care|customer support|somebody|someone|anybody|anyone|people)"
    private static let contact = "(talk|speak|chat|write|connect|get through) [to|with]"

    private static let human = [
        "0",
        "(human|agent|representative|rep|operator|person|supervisor|manager|advisor)",
        "(real|live|actual) (human [being]|person|agent|operator|representative)",
        "human (please|agent|help|support|being)",
        "(live|human) (chat|support|help|agent)",
        "(customer service|customer care|customer support)",
        "\(contact) \(people)",
        "[please] (let|have) me \(contact) \(people)",
        "(i|we) [just|really|only] (want|need|wish|prefer|have|would like|would rather|would prefer) [to] \(contact) \(people)",
        "(i|we) [just|really|only] (want|need|would like|would prefer) \(people)",
        "(can|could|may|might|shall) (i|we) [please] \(contact) \(people)",
        "(can|could|may) (i|we) [please] (have|get|reach) \(people)",
        "(can|could|would|will) you [please] (connect|transfer|put|pass|hand|forward) (me|us) [through|over|on] [to|with] \(people)",
        "(can|could|would|will) you [please] get (me|us) \(people)",
        "[please] (connect|transfer|put|pass|hand|forward) (me|us) [through|over|on] (to|with) \(people)",
        "[please] (get|give|find|bring) (me|us) \(people)",
        "(is|are) there \(people) [here|there] [i|we] [can|could] [talk|speak|chat] [to|with]",
        "(can|could|would|will) you [please] (connect|transfer|put|patch|pass|hand) (me|us) (through|over|on) to *5",
        "[please] (connect|transfer|put|patch|pass|hand) (me|us) (through|over|on) to *5",
        "[is there|i want|i need|i would like|give me] [an|a] [actual|real|living|breathing] (living|breathing|flesh and blood) [breathing] (being|human|person|someone|somebody|one) *3",
        "how (can|do|could) (i|we) \(contact) \(people)",
        "how (can|do|could) (i|we) (reach|contact|get) \(people)",
        "(no|not) (a|another) (bot|robot|machine) [please]",
        "i do not want [to talk to] a (bot|robot|machine)",
        "i want to (talk|speak) to (you|your) (boss|manager|supervisor|colleague|team)",
        "(i|we) (want|need|would like) to (make|file) a complaint to \(people)",
    ]

    private static let cancel = [
        "cancel",
        "[ok|okay|then|please|so|no] [just|rather] cancel (this|that|it|everything|all [of it]) [then|instead|please|now]",
        "(i|we) [just|really] (want|need|wish|would like) to (cancel|stop) [this|that|it|everything]",
        "[actually] never mind *6",
        "never mind", "nevermind", "nvm",
        "forget (it|that|about it|about that|this)",
        "(drop|scrap|abort|leave) (it|that|this)",
        "abort",
        "[i|we] changed my mind",
        "i have changed my mind",
        "(i do not|do not) want (to do this|to do that|this|that|it) [any more|anymore]",
        "let us (drop|leave|forget) (it|that|this)",
        "[no] [just] leave (it|this|that|everything|things|all) (as|like|the way) (it is|they are|it was|they were)",
        "[no] (forget|drop) (it|that) [just] leave (it|this|that|everything|things|all) [as|like|the way] [it|they] [is|are|was]",
        "it does not matter [any more|anymore]",
        "no longer (needed|necessary)",
    ]

    private static let back = [
        "back", "go back", "[go] one step back", "[go|take me|take it] back [one|a] [step]",
        "previous", "previous (step|question)", "[go] [back] to the previous (step|question)",
        "undo", "undo (that|it|this|the last step)", "(can|could) (i|we|you) go back",
        "step back", "i made a mistake",
    ]

    private static let again = [
        "repeat", "repeat (that|this|it|please|the question)",
        "[please] repeat (that|it|yourself|your question)",
        "(can|could|would|will) you [please] repeat [that|this|it|the question|yourself] [again]",
        "(say|tell me|ask) (that|it) (again|once more|one more time)",
        "(can|could|would|will) you [please] (say|ask) (that|it) (again|once more|one more time)",
        "what did you (say|ask)", "what (was|is) (that|the question) [again]", "(what|sorry what|what again)",
        "come again", "once more", "one more time",
        "(pardon|pardon me|i beg your pardon|beg your pardon)", "i did not (catch|get|hear) (that|it)",
        "excuse me",
    ]

    private static let help = [
        "help", "help me", "[i|we] need [some|your] help", "i am (lost|stuck)",
        "(can|could|would|will) you help [me|us]", "what can (you|i|we) (do|ask|say) [here|for me|for us]",
        "what (do|are) you (do|know|able to do)", "what are my options", "what can you help [me|us] with",
        "(show|list|give) [me] [the|my|all] options", "options", "menu", "[the|main] menu", "commands",
        "how does this work", "how do (i|you) use this",
        "what (topics|things) (do you know|can you do)",
    ]

    private static let stop = [
        "stop", "stop (it|that|this|please|now|talking)", "[please] stop", "quit", "exit", "end",
        "(end|stop|close|leave) [the|this] (chat|conversation|session)",
        "leave me alone", "(that is|that will be) all [thanks|for now|for today]", "i am done",
    ]

    private static let startOver = [
        "start over",
        "[let us|can we|could we] (start|begin) (over|again|afresh|anew|from scratch) [from the beginning|please]",
        "start (again|afresh|from scratch|from the beginning|at the beginning)", "restart",
        "restart (it|this|the chat|please)",
        "begin again", "reset", "reset (it|this|the chat|everything)", "from the (beginning|start|top)",
        "(go|take me) back to the (beginning|start)", "new (conversation|chat|question|topic)",
    ]

    private static let affirm = [
        "(yes|yeah|yep|yup|yea|ya|yah|yess|aye|si|ja|y)",
        "yes (yes|please|sure|exactly|correct|right|indeed|of course|that is right|that is correct|go ahead|do it|i do|it is|i am|you can|please do)",
        "(yeah|yep|yup) (sure|please|exactly|right|correct|ok|okay|that is right|go ahead|do it)",
        "(sure|sure thing|for sure|certainly|definitely|absolutely|exactly|indeed|totally|naturally)",
        "sure (please|go ahead|do it|why not)",
        "(ok|okay|okey|okay then|ok then|k|kk|alright|all right|fine|very well)",
        "(ok|okay|alright|fine) (go ahead|do it|please|yes|sure|great|good|sounds good|then)",
        "(correct|right|true|precisely|affirmative|confirmed|agreed|deal)",
        "(that|this|it) is (right|correct|true|fine|it|the one|ok|okay|good|perfect)",
        "that is exactly (it|right)",
        "(of course|please do|go ahead|do it|do that|do so|go for it|let us do it|let us go|proceed|continue|carry on)",
        "please [yes] (go ahead|do it|do that|proceed|continue)",
        "(i do|i am|i would|i agree|i confirm|i accept|i am sure|i would like that|i would love that)",
        "(sounds|looks) (good|right|great|fine|perfect|correct) [to me]",
        "[(that|this|it) is] (fine|ok|okay|good|all right) (by|with) me", "all right then",
        "you (can|may) do (that|it|so)",
        "(great|perfect|good|excellent|fine) (do it|do that|go ahead)",
        "(good|great|perfect|excellent|wonderful|lovely|nice|cool)", "why not", "by all means",
        "that (works|will do|would be great|would be good|would be nice|would be lovely)", "works for me",
        "(you bet|you got it|i guess so|i think so|i suppose so|i hope so)",
        "👍", "✅", "👌", "🙏",
    ]

    private static let deny = [
        "(no|nope|nah|nay|naw|non|nein|n|noo)",
        "no (no|thanks|thank you|way|never|not really|not that|that is wrong|that is not right|it is not|i do not|i am not|i would not|please do not|need|do not)",
        "no [i am|that is|it is] (ok|okay|fine|good|all right) [thanks|thank you]",
        "no (thanks|thank you) [that is all|i am good|i am fine]",
        "(never|negative|certainly not|definitely not|absolutely not|of course not|surely not)",
        "(not really|not now|not yet|not today|not at all|not quite|not this time|not that one|not exactly|not necessary|not needed)",
        "[please] do not [do it|do that|do this]",
        "i do not [think so|want that|want to|want it|agree|need that|need it]",
        "i (would|am|will|had) (not|rather not)", "[i would] rather not", "(it|that|this) is not",
        "i am good",
        "(wrong|incorrect|false)",
        "(that|this|it) is (wrong|incorrect|false|not right|not correct|not true|not it|not the one|not what i meant|not what i want)",
        "(that|this|it) is not (right|correct|true|it|the one|what i meant|what i want|what i asked)",
        "(maybe|perhaps) (later|not|another time|next time)", "later", "another time", "some other time",
        "none of (these|them|those|the above)", "(neither|none)", "nothing [else|more]", "👎", "❌",
    ]

    private static let humanExamples = [
        "i would like to speak with somebody from your team", "is there a real person i could talk to",
        "please let me talk to a human being", "this bot is useless give me a person",
        "i want to be connected to an employee", "can someone call me", "get me through to customer service",
        "i need to discuss this with a member of your staff", "transfer this chat to an agent please",
        "i would prefer to deal with a human", "you are not helping let me speak to a representative",
        "i want to speak to whoever is in charge",
    ]

    private static let helpExamples = [
        "what kind of things can you help me with", "i do not know how this works",
        "what can i ask you about", "can you tell me what you are able to do", "how do i use this chat",
        "what questions can you answer",
    ]
}
