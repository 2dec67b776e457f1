/// A line of conversations waiting for a human.
public struct Queue: Sendable, Hashable, Codable {
    /// The queue's name, such as `orders`.
    public var name: String
    /// What customers and agents read: "our orders team".
    public var title: String
    /// What customers read in further languages, by tag.
    public var titles: [String: String]
    /// The calendar that says when it is staffed; nil: always.
    public var calendar: String?
    /// The priority of its tickets, 0 (lowest) … 9.
    public var priority: Int
    /// What an agent must know to take its tickets.
    public var skills: [String]
    /// Within how many minutes of opening time a first answer is promised; nil: no time is promised.
    public var answersWithinMinutes: Int?

    /// Makes a queue.
    public init(
        name: String,
        title: String,
        titles: [String: String] = [:],
        calendar: String? = nil,
        priority: Int = 3,
        skills: [String] = [],
        answersWithinMinutes: Int? = nil
    ) {
        self.name = name
        self.title = title
        self.titles = titles
        self.calendar = calendar
        self.priority = priority
        self.skills = skills
        self.answersWithinMinutes = answersWithinMinutes
    }
}
