/// Is told how conditions come out: for those who measure which of them conversations try both ways.
///
/// It sees, and changes nothing; without one, nothing is looked at.
package struct ConditionWatch: Sendable {
    /// The one that is told in the task under way.
    @TaskLocal package static var current: ConditionWatch?

    let note: @Sendable (Condition, Bool) -> Void

    /// A condition of a flow; of no flow where none was under way.
    package struct Condition: Hashable, Sendable {
        package var expression: Expression
        package var flow: String?

        package init(_ expression: Expression, in flow: String?) {
            self.expression = expression
            self.flow = flow
        }
    }

    package init(_ note: @escaping @Sendable (Condition, Bool) -> Void) {
        self.note = note
    }
}
