import FrontdeskMatching

/// How customers ask for a language; the same in every language, because they ask in the one they speak.
enum LanguageControls {
    private static let names = "(\(LanguageNames.all.joined(separator: "|")))"

    static let sources = [
        "[in] \(names)", "in \(names) please",
        "[please] (speak|talk|write|answer|reply|continue) [to me|with me] [in] \(names)",
        "do you [also] (speak|understand|know|talk|have) \(names)",
        "(can|could|may) (i|we|you) [please] (speak|talk|write|chat|continue|go on|switch|change|answer) [with you|to me|to] [in|to] \(names)",
        "(switch|change) [the language|this] to \(names)",
        "(i|we) [only|would like to|want to] (speak|prefer|want|need) [only|to speak|to talk] [in] \(names)",
        "(i would|can you|could you|let us) [prefer|please] (do this|talk|speak) in \(names)",
        "(is there|do you have) (somebody|someone|anybody|anyone) who speaks \(names)",
        "(which|what) languages do you (speak|know|understand)", "(change|switch) [the] language",
        "en \(names) [por favor]",
        "(hablas|habla|hablais|hablan|entiendes|entiende|sabes|sabe|teneis|tienen) [usted|ustedes|tambien] \(names)",
        "[me] (puedes|puede|podrias|podria|podemos|podriamos|se puede) (hablar|seguir|escribir|hablarme|responder|responderme|contestar|continuar) [en] \(names)",
        "(hablame|habla|responde|respondeme|escribe|escribeme|contesta|contestame|sigue|seguimos|hablemos) [me] en \(names)",
        "(cambia|cambiar|pasa|cambiemos|pasemos) [el idioma] (a|al) \(names)",
        "[yo] [solo] (quiero|prefiero|preferiria|me gustaria) [hablar|seguir|que hablemos] [en] \(names)",
        "[yo] [solo] hablo \(names)", "(que|cuales) idiomas (hablas|habla|hablais|entiendes)",
        "(cambiar|cambia) [de|el] idioma",
        "(sprechen|sprichst) (sie|du) [auch] \(names)", "(auf|in) \(names) bitte", "bitte auf \(names)",
        "(parlez vous|est ce que vous parlez|vous parlez|tu parles) \(names)", "en \(names) s il vous plait",
        "(parla|parlate|parli) \(names)", "in \(names) per favore", "[voce|voces] (fala|falam) \(names)",
        "(spreekt|spreek) (u|je|jij) \(names)", "czy mowisz po polsku",
    ]
}
