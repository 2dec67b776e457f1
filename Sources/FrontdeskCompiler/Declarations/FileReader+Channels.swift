import FrontdeskDialogue

// What the assistant's channels show.
extension FileReader {
    func channel(_ entry: SyntaxNode.Entry) -> ChannelDeclaration? {
        guard let name = declaredName(entry.name, "a channel"),
            var keys = keys(entry.value, .channel, "a channel")
        else {
            return nil
        }
        var channel = Channel.builtIn.first { $0.name == name.text } ?? Channel(name: name.text)
        if let value = keys["markup"].flatMap({ self.name($0, "a markup") }) {
            channel.markup = word(value, "markup", as: Markup.self) ?? channel.markup
        }
        if let value = keys["shows"] {
            channel.shows = names(value, "a piece of a message").compactMap {
                word($0, "piece of a message", as: Channel.Piece.self)
            }
        }
        if let value = keys["burst"] {
            channel.burst = shortTime(value, "burst", 100...Channel.longestBurst)
        }
        keys.finish("in a channel")
        return ChannelDeclaration(name: name, channel: channel)
    }
}
