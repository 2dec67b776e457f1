/// What a message shows besides its text; a template before it is said, a plain text after.
///
/// All of it is plain text, never markup, whatever the channel.
public struct RichContent<Text: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// Places to go to.
    public var links: [Link]
    /// Pictures.
    public var images: [Image]
    /// Things shown side by side, such as products.
    public var cards: [Card]
    /// Several slots asked for at once.
    public var form: Form?

    /// A place to go to.
    public struct Link: Sendable, Hashable, Codable {
        /// What the customer reads.
        public var title: Text
        /// Where it leads: `https:…`, `mailto:…`, `tel:…`, or a path on the same site.
        public var url: Text

        /// Makes a link.
        public init(title: Text, url: Text) {
            self.title = title
            self.url = url
        }
    }

    /// A picture.
    public struct Image: Sendable, Hashable, Codable {
        /// Where it lies.
        public var url: Text
        /// What it shows, for those who cannot see it.
        public var alt: Text

        /// Makes a picture.
        public init(url: Text, alt: Text) {
            self.url = url
            self.alt = alt
        }
    }

    /// One of several things to look at.
    public struct Card: Sendable, Hashable, Codable {
        /// Its heading.
        public var title: Text
        /// What is said of it.
        public var text: Text?
        /// Its picture.
        public var image: Image?
        /// Buttons to answer with.
        public var choices: [Choice]
        /// Places to go to.
        public var links: [Link]

        /// Makes a card.
        public init(
            title: Text,
            text: Text? = nil,
            image: Image? = nil,
            choices: [Choice] = [],
            links: [Link] = []
        ) {
            self.title = title
            self.text = text
            self.image = image
            self.choices = choices
            self.links = links
        }
    }

    /// Several slots asked for at once.
    public struct Form: Sendable, Hashable, Codable {
        /// Its heading.
        public var title: Text
        /// What is to be filled in, in order.
        public var fields: [FormField]

        /// Makes a form.
        public init(title: Text, fields: [FormField]) {
            self.title = title
            self.fields = fields
        }
    }

    /// Makes content.
    public init(links: [Link] = [], images: [Image] = [], cards: [Card] = [], form: Form? = nil) {
        self.links = links
        self.images = images
        self.cards = cards
        self.form = form
    }

    /// Whether there is nothing to show.
    public var isEmpty: Bool { links.isEmpty && images.isEmpty && cards.isEmpty && form == nil }
}

/// A slot as a form asks for it.
public struct FormField: Sendable, Hashable, Codable {
    /// The slot's name, under which the value comes back.
    public var slot: String
    /// What the customer reads.
    public var title: String
    /// What it takes: an entity type, `text`, `yes_no` or `choice`.
    public var type: String
    /// What can be picked, when `type` is `choice`.
    public var choices: [Choice]

    /// Makes a field.
    public init(slot: String, title: String, type: String, choices: [Choice] = []) {
        self.slot = slot
        self.title = title
        self.type = type
        self.choices = choices
    }
}
