import FrontdeskDialogue
import FrontdeskVerification

/// How parts of an assistant are said in a picture.
struct Wording {
    let assistant: Assistant

    /// The first wording of a response, with slots by name.
    func text(_ response: Response?) -> String? {
        response?.variants.first.map { text($0, depth: 0) }
    }

    private func text(_ template: Template, depth: Int) -> String {
        var text = ""
        for segment in template.segments {
            switch segment {
            case .text(let piece): text += piece
            case .field(let path, _):
                text += "{" + ([path.root] + (path.field.map { [$0] } ?? [])).joined(separator: ".") + "}"
            case .partial(let name):
                let partial = assistant.partials.first { $0.name == name }?.response.variants.first
                if depth < 16, let partial { text += self.text(partial, depth: depth + 1) }
            }
        }
        return text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    }

    /// What makes a step happen, in a few words; empty when nothing has to.
    func cause(_ cause: StepCause, attempts: Int?) -> String {
        var words: String
        switch cause.kind {
        case .begins, .goesOn: words = ""
        case .answered: words = "answered"
        case .needs: words = "needs to know"
        case .calls: words = "calls"
        case .otherwise:
            words = attempts.map { "not understood \($0)×" } ?? "otherwise"
        case .handler(let trigger): words = self.trigger(trigger)
        }
        if let condition = cause.condition {
            words += (words.isEmpty ? "" : ", ") + "if \(condition.description)"
        } else if cause.isAlternative {
            words += (words.isEmpty ? "" : ", ") + "else"
        }
        return words
    }

    private func trigger(_ trigger: Handler.Trigger) -> String {
        switch trigger {
        case .outcome(let name): return name
        case .yes: return "yes"
        case .no: return "no"
        case .choice(let id): return "“\(id)”"
        case .intent(let name): return "asks: \(assistant.intents.named(name)?.title ?? name)"
        case .entity(let name): return "says a value of \(name)"
        case .event(let name): return "event \(name)"
        case .after(let seconds): return "silent for \(duration(seconds))"
        }
    }

    private func duration(_ seconds: Int) -> String {
        for (unit, length) in [("d", 86_400), ("h", 3_600), ("min", 60)] where seconds % length == 0 {
            return "\(seconds / length) \(unit)"
        }
        return "\(seconds) s"
    }
}
