import FrontdeskDialogue

/// Looks up the names in the conditions of wordings and tones, once everything is read.
///
/// Where something that a condition names is missing, the condition does not hold.
enum WordingConditions {
    static func resolve(_ program: inout Program, _ names: Names, _ report: Reporter) {
        var contexts: [String: ExpressionContext] = [:]
        for flow in program.flows { contexts[flow.name.text] = context(flow, program, names) }
        let everywhere = context(nil, program, names)
        program.visitResponses { response, owner, _ in
            var context = everywhere
            if case .flow(let name) = owner { context = contexts[name] ?? everywhere }
            resolve(&response, context, report)
        }
        for index in program.assistant.toneRules.indices {
            guard let when = program.assistant.toneRules[index].when else { continue }
            program.assistant.toneRules[index].condition = typed(when, everywhere, report)?.expression
        }
    }

    private static func context(_ flow: FlowDeclaration?, _ program: Program, _ names: Names)
        -> ExpressionContext
    {
        var context = ExpressionContext(flow, program, names)
        context.isLenient = true
        return context
    }

    private static func resolve(
        _ response: inout ResponseDeclaration,
        _ context: ExpressionContext,
        _ report: Reporter
    ) {
        resolve(&response.terms, context, report)
        for index in response.channels.indices {
            guard var wordings = response.channels[index].wordings else { continue }
            resolve(&wordings.terms, context, report)
            response.channels[index].wordings = wordings
        }
        for language in response.translations.keys.sorted() {
            guard var translation = response.translations[language] else { continue }
            resolve(&translation, context, report)
            response.translations[language] = translation
        }
    }

    private static func resolve(
        _ terms: inout [VariantDeclaration],
        _ context: ExpressionContext,
        _ report: Reporter
    ) {
        for index in terms.indices {
            guard let when = terms[index].when, let typed = typed(when, context, report) else { continue }
            terms[index].condition = typed.expression
            terms[index].known = typed.knownWhenTrue
            if let constant = typed.expression.constantValue {
                report.report(
                    .constantCondition,
                    when.tree.place,
                    "this condition \(constant == .boolean(true) ? "always" : "never") holds, because it names nothing that changes",
                    help: "leave the condition out, or the whole wording"
                )
            }
        }
    }

    private static func typed(
        _ when: ExpressionDeclaration,
        _ context: ExpressionContext,
        _ report: Reporter
    ) -> TypedExpression? {
        TypeCheck.check(when, expecting: .boolean, in: context, allowsMissing: true, report)
    }
}
