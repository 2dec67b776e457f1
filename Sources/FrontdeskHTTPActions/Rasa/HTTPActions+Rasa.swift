import Frontdesk
import FrontdeskDialogue
import Logging

// Actions of a Rasa action server.
extension HTTPActions {
    func run(
        _ request: ActionRequest,
        _ call: RasaCall,
        in context: ActionContext
    ) async -> ActionResult {
        let filling = RequestFilling(arguments: request.arguments, environment: surroundings.environment)
        let asked = RasaRequest(action: call.action, arguments: request.arguments, context: context)
        do throws(RequestProblem) {
            var headers = try filling.headers(call.headers)
            headers.addUnlessThere("Content-Type", "application/json")
            let prepared = OutgoingRequest(
                method: .post,
                url: try filling.url(call.url, query: []),
                headers: headers,
                body: asked.json,
                timeout: call.terms.timeout,
                responseLimit: call.terms.responseLimit
            )
            let delivery = try await deliver(
                prepared,
                to: call.url,
                call.terms,
                isRepeatable: call.terms.idempotencyHeader != nil,
                id: IdempotencyKey.of(run: request.key, action: request.action)
            )
            return try delivery.result(of: request) { (answer) throws(RequestProblem) in
                try read(answer, request, call)
            }
        } catch {
            return .failed(request, error.message)
        }
    }

    private func read(
        _ answer: IncomingAnswer,
        _ request: ActionRequest,
        _ call: RasaCall
    ) throws(RequestProblem) -> ActionResult {
        switch answer.status {
        case 200:
            guard let document = JSONDocument(answer.body),
                let read = try RasaAnswer(document, slots: call.slots)
            else { throw RequestProblem("the answer is none of an action server") }
            for note in read.notes { logger?.warning("\(request.action): \(note)") }
            var result = ActionResult(key: request.key, outcome: "done")
            result.slots = read.slots.isEmpty ? nil : read.slots
            result.messages = read.messages.isEmpty ? nil : read.messages
            return result
        case 400:
            return ActionResult(key: request.key, outcome: "rejected", failure: "the action refused to run")
        case 404:
            throw RequestProblem("the action server has no action '\(call.action)', or the address is wrong")
        case 449:
            throw RequestProblem("the action server asks for the domain, of which there is none here")
        case 500:
            throw RequestProblem("the action broke on the action server (500)")
        default:
            let outcome = AnswerReading.outcome(of: answer.status)
            return ActionResult(
                key: request.key,
                outcome: outcome,
                failure: "the answer was \(answer.status)"
            )
        }
    }
}
