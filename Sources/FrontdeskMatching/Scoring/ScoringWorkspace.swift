/// The buffers that scoring an utterance needs, kept from one to the next so that none is allocated twice.
///
/// It remembers nothing that matters: any workspace gives the same answers with any model.
package struct ScoringWorkspace: Sendable {
    var text = FeatureText()
    var features: [Feature] = []
    var places: [Int32] = []
    var counts = FeatureCounts()
    var counting = FeatureCounts.Buffers()
    var vector = FeatureVector()
    var terms: [WideRows.Term] = []
    var scores: [Float] = []
    var meaning = SentenceVector()
    var query = DenseWeights.Query()
    var shortlist = Shortlist()
    /// The classes with the highest scores, best first.
    var best: [Int] = []
    /// The same with confidence and evidence: what scoring gives.
    package internal(set) var ranked: [ScoredIntent] = []

    /// Makes empty buffers, which grow with the first utterance.
    package init() {}

    /// Drops what a customer wrote.
    mutating func forget() {
        text.forget()
        ranked.removeAll(keepingCapacity: true)
    }
}
