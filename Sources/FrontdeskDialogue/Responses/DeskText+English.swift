extension DeskText {
    /// What is said in English unless the assistant says it otherwise.
    var englishWordings: [String] {
        switch self {
        case .greeting:
            ["Hello{{customer.first_name|prefix \" \"}}, I'm the assistant of {{assistant.title}}."]
        case .fallback:
            [
                "I'm not sure I understood that. Could you put it in other words?",
                "Sorry, I didn't catch what you need. Could you say it differently?",
            ]
        case .fallbackChoices:
            ["I still don't quite follow, and I don't want to guess. Is it one of these?"]
        case .rephrase: ["All right. Please tell me in your own words what you need."]
        case .clarify: ["I want to be sure I get this right. Which of these do you mean?"]
        case .somethingElse: ["Something else"]
        case .reprompt: ["I couldn't find that in your message. Could you try once more?"]
        case .repromptExample:
            ["I'm looking for something like {{slot.example}}. Could you check and send it?"]
        case .repromptQuestion: ["I didn't quite get that."]
        case .repromptLast: ["One more try, please. Or say \"human\", and a colleague takes over."]
        case .resume: ["Now, back to {{flow.title}}."]
        case .several:
            ["I'll take one after the other. First: {{first.title}}. Then: {{next.title}}."]
        case .keptForLater: ["I've noted the other thing for right afterwards: {{next.title}}."]
        case .nextRequest: ["Now to the other thing you wanted: {{next.title}}."]
        case .severalValues: ["One after the other: first {{first.value}}, then {{next.value|list}}."]
        case .nextValue: ["Now to {{next.value}}."]
        case .cancelled: ["All right, I've stopped that; nothing was changed. What else can I do for you?"]
        case .cancelledAndResumed:
            ["All right, I've stopped that; nothing was changed. Now, back to where we were."]
        case .dropped: ["All right, I've stopped that; nothing was changed."]
        case .stoppedHere: ["All right, I'll stop here. What is done already stays as it is."]
        case .nothingToCancel: ["There is nothing under way that I could cancel. How can I help?"]
        case .wentBack: ["Let's go one step back."]
        case .nothingToGoBackTo: ["We are at the beginning already. How can I help?"]
        case .nothingToRepeat: ["I haven't said anything yet. How can I help?"]
        case .help:
            [
                "You can ask me in your own words. Say \"back\", \"cancel\" or \"start over\" at any time, or \"human\" for a colleague."
            ]
        case .startOver: ["Let's start afresh. How can I help?"]
        case .stopped: ["All right, I'll leave it there. Write again whenever you like."]
        case .gaveUp:
            [
                "I couldn't finish that here. Say \"human\" and a colleague takes over, or tell me what else you need."
            ]
        case .bot:
            [
                "I'm a program, the assistant of {{assistant.title}}; no human writes this. Say \"human\" whenever you'd rather talk to one of my colleagues."
            ]
        case .welcome: ["You're welcome{{customer.first_name|prefix \", \"}}.", "My pleasure."]
        case .noWorries: ["No need to worry."]
        case .takeYourTime: ["Of course, take your time.", "No hurry; I'm here."]
        case .notStarted: ["All right, I won't do that; nothing was changed. What can I do for you instead?"]
        case .calm:
            [
                "I can tell that this is frustrating, and I'd like to put it right. Tell me what you need, or say \"human\" and a colleague takes over."
            ]
        case .acknowledge:
            [
                "I'm sorry about this; I can see why it is frustrating.",
                "I'm sorry that this has been such a nuisance.",
            ]
        case .condolence: ["I'm very sorry to hear that."]
        case .condolenceOffer:
            [
                "If I can take something off your hands, tell me what it is, or say \"human\" and a colleague does it with you."
            ]
        case .notHelped:
            [
                "I'm sorry that this was no help. Is it one of these?",
                "I'm sorry, then I took you wrongly. What is it about?",
            ]
        case .changedMind: ["All right, then: {{flow.title}}."]
        case .declined: ["No problem. What else can I do for you?"]
        case .affirmedNothing: ["Gladly. What would you like to do?"]
        case .valueKnown: ["Yes, I have that: {{slot.value}}."]
        case .corrected: ["Thanks for correcting that: {{slot.value}}."]
        case .whichIsLeft: ["All right, not that. Which of these is it?"]
        case .whichToChange: ["Which one shall I change?"]
        case .whichToChangeAgain: ["I didn't quite get that. Which of these shall I change?"]
        case .masked:
            ["I've blacked out what looked like a card number or a password. Please don't send those here."]
        case .attachment:
            ["Thank you, I've received your file and will pass it on to a colleague who handles your case."]
        case .tooLong:
            ["That message is too long for me. Could you send me the main point in a few sentences?"]
        case .actionFailed:
            ["I'm sorry, our system didn't answer just now, so I'm passing this on to a colleague."]
        case .slowAction: ["One moment please, this is taking a little longer than usual."]
        case .handoffUpset:
            [
                "I'm sorry that this has gone so wrong. I'm bringing in {{queue.title}} with everything you told me, so you won't have to repeat it."
            ]
        case .handoffOpen:
            [
                "I'm passing you to {{queue.title}} now with everything you told me, so you won't have to repeat it.{{queue.wait|prefix \" \"}}"
            ]
        case .handoffClosed:
            [
                "I've put this in front of {{queue.title}} with everything you told me. They are back {{queue.opens}}{{queue.due|prefix \" and will answer by \"}}{{queue.contact|prefix \", by e-mail to \"}}."
            ]
        case .handoffClosedNote:
            [
                "They are back {{queue.opens}}{{queue.due|prefix \" and will answer by \"}}{{queue.contact|prefix \", by e-mail to \"}}."
            ]
        case .askContact: ["At which e-mail address can they reach you?"]
        case .askContactAgain: ["I couldn't read an e-mail address in that. It looks like name@example.com."]
        case .contactKept: ["Thank you. They will write to {{queue.contact}}{{queue.due|prefix \" by \"}}."]
        case .noContact: ["That's fine. You will find the answer here in this conversation."]
        case .waiting:
            [
                "I've kept your place with {{queue.title}}.{{queue.wait|prefix \" \"}} Say \"cancel\" if you no longer want to wait."
            ]
        case .stillWaiting:
            [
                "I've added that to your request, so {{queue.title}} will see it.",
                "Thank you, that is noted for {{queue.title}} as well.",
            ]
        case .withdrawn: ["I've taken you out of the line. Let's go on here."]
        case .waitPosition: ["You are number {{queue.position}} in line."]
        case .waitPositionAndTime:
            ["You are number {{queue.position}} in line; it should take about {{queue.minutes}}."]
        case .waitPositionAndDue:
            [
                "You are number {{queue.position}} in line, and you'll hear from them by {{queue.due}} at the latest."
            ]
        case .promisedAnswer: ["An answer from {{queue.title}}"]
        case .promiseLate:
            [
                "I'm sorry: what I promised you is late. {{promise.text}}: you'll have it by {{promise.due}}. I've made it urgent with {{queue.title}}."
            ]
        case .promiseBroken:
            [
                "I'm sorry, this is late once more. {{promise.text}}: I won't name another time that I can't be sure of. I've put it at the top of the list of {{queue.title}}, and a person will write to you."
            ]
        case .promiseRefused:
            [
                "I won't promise you what I can't be sure to keep, so I'm bringing in {{queue.title}}."
            ]
        case .languageSwitched: ["Of course, let's go on in English."]
        case .languageKnown: ["I speak {{language.known}}. Which do you prefer?"]
        case .languageUnavailable:
            ["I'm sorry, I speak only {{language.known}}. If you like, I can bring in a colleague."]
        case .agentReturned: ["I'm taking over again from my colleague."]
        case .askName: ["May I ask your name first?"]
        case .askNameAgain: ["I couldn't read a name in that. What may I call you?"]
        case .askEmail: ["Which e-mail address do you use with us?"]
        case .askEmailAgain: ["I couldn't read an e-mail address in that. It looks like name@example.com."]
        case .askPhone: ["At which telephone number can we reach you?"]
        case .askPhoneAgain: ["I couldn't read a telephone number in that. It looks like +49 30 901820."]
        case .needsVerification:
            ["For your safety a colleague first makes sure that it is you before we go on with this."]
        case .signIn:
            ["For your safety, please sign in first. Then write to me here, and I'll go straight on."]
        case .signInAgain:
            [
                "I can't see yet that you are signed in. Please sign in and write to me again, or write \"human\" for a colleague."
            ]
        case .stillRight: ["About {{slot.title}}: is it still {{slot.value}}?"]
        case .askToRemember: ["Shall I remember {{slot.title}} ({{slot.value}}) for next time?"]
        case .willRemember: ["I'll remember that. Write \"forget me\" whenever you change your mind."]
        case .wontRemember: ["Fine, I don't keep it, and I won't ask again."]
        case .forgotten: ["Done: I no longer remember {{slot.title}}."]
        case .forgottenAll: ["Done: from now on I remember nothing about you."]
        case .remembered:
            ["I remember {{slot.value}}. Write \"forget me\" whenever you'd rather I didn't."]
        case .remembersNothing: ["I remember nothing about you but what we write in this conversation."]
        case .noticesStopped:
            [
                "All right, I won't write to you by myself any more; only what I have promised you still comes. If you change your mind, write \"notify me again\"."
            ]
        case .noticesAgain: ["Good, from now on I write to you again when there is news for you."]
        case .letMeFindOut:
            [
                "I don't want to tell you something that may have changed. Let me find out: a colleague will answer."
            ]
        case .csat: ["How content were you with our help, from 1 (not at all) to 5 (very)?"]
        case .nps:
            ["How likely are you to recommend {{assistant.title}}, from 0 (not at all) to 10 (certainly)?"]
        case .ces: ["How easy was it to get this done, from 1 (very hard) to 7 (very easy)?"]
        case .feedbackThanks: ["Thank you, that helps us."]
        case .feedbackLow:
            ["I'm sorry that it wasn't better. What went wrong? Everything you write here is read."]
        case .feedbackKept: ["Thank you for telling us. I've kept it with this conversation."]
        }
    }
}
