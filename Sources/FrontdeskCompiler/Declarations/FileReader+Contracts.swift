import FrontdeskDialogue

// What an intent needs and answers from, and what tickets must say.
extension FileReader {
    func answerSource(_ node: SyntaxNode) -> AnswerSource? {
        guard var keys = keys(node, .source, "'source'") else { return nil }
        let reference = keys["ref"].flatMap { text($0, "'ref'") }
        let reviewed = keys["reviewed"].flatMap { name($0, "'reviewed'") }.flatMap { date($0) }
        let limit = keys["review_by"].flatMap { name($0, "'review_by'") }
        let reviewBy = limit.flatMap { date($0) }
        let owner = keys["owner"].flatMap { text($0, "'owner'") }
        keys.finish("in 'source'")
        if let limit, let reviewBy, let reviewed, reviewBy < reviewed {
            report.report(
                .reviewOrder,
                limit.place,
                "the answer is to be reviewed by \(reviewBy.iso), before it was reviewed on \(reviewed.iso)",
                help: "write a day after \(reviewed.iso)"
            )
        }
        guard let reference else {
            missing("ref", of: "this source", node.place, help: "say where the facts come from")
            return nil
        }
        return AnswerSource(reference: reference, reviewed: reviewed, reviewBy: reviewBy, owner: owner)
    }

    /// `customer.email` and the like.
    func customerNeed(_ name: Name) -> CustomerNeed? { word(name, "need", as: CustomerNeed.self) }

    /// What tickets of a reason must say: facts about the customer, and slots.
    func requirements(_ node: SyntaxNode?) -> [RequirementDeclaration] {
        names(node, "what the ticket must say").compactMap { name in
            guard name.text.hasPrefix("customer.") else {
                return RequirementDeclaration(name: name, field: .slot(name.text))
            }
            return customerNeed(name).map { RequirementDeclaration(name: name, field: .customer($0)) }
        }
    }
}

/// Something a ticket must say, where it is required.
struct RequirementDeclaration {
    var name: Name
    var field: RequiredField
}
