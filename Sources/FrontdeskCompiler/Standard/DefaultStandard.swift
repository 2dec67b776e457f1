/// The standard that comes with the engine, as a team would write it under `standard` in assistant.yaml.
enum DefaultStandard {
    /// The text, in the form of an intent file.
    static let yaml = """
        standard:
          length: 420
          reading: 50
          complaints: ["complaint*", "*.wrong_amount", "*.damaged"]
          opinions: ["*feedback*", "*praise*", "*suggestion*"]
          words:
            en:
              assistant: [assistant, bot, automatic]
              thanks: [thank you, thanks, grateful, kind of you]
              empathy: [sorry, apologise, apologize, apologies, regret, understand, "shouldn't be", "not how it should be"]
              next: [you can, you get, you have, you need, you'll, you may, we'll, we will, i'll, i can, i will, write, choose, click, call, say, tell, ask, send, bring, open, look, see, use, find, take, try, put, add, enter, contact, let me, just, please, reply, visit, order, follow, show, confirm, mark]
              refusal: ["can't", cannot, can not, "not possible", impossible, unfortunately, "no longer possible", "don't offer", "do not offer", "don't sell", "not available"]
              alternative: [but, instead, you can, human, colleague, "i can", "we can", "i'll", "we'll", however, until then, another, otherwise, if, let's, so, also, please, write, tell]
              blame: ["you should have told", "you should have read", "you should have checked", "you should have known", "you failed", "your fault", "your mistake", "you forgot", "you did not", "you didn't", "as i said", "as i already said", "you must understand", "calm down"]
              shrug: ["i don't know", "i do not know", "no idea", "not my job", "can't help you", "cannot help you"]
              banned: [kindly, valued customer, inconvenience, at your earliest convenience, as per, herewith, utilize, utilise, whilst, aforementioned, henceforth]
            es:
              assistant: [asistente, bot, automático, automática]
              thanks: [gracias, agradezco, agradecemos]
              empathy: [siento, sentimos, lamento, lamentamos, disculpa, disculpas, disculpe, perdona, perdón, entiendo, entendemos]
              next: [puedes, puede, tienes, tiene, necesitas, recibes, recibe, te, le, escribe, escriba, elige, elija, dime, dígame, di, mira, mire, busca, abre, envía, usa, pide, pon, prueba, añade, contacta, por favor, basta, llama, trae, toma, encuentras, haz, sigue, marca, enseña, confirma, confírmalo]
              refusal: [no puedo, no podemos, no es posible, imposible, por desgracia, lamentablemente, no vendemos, no ofrecemos, no está disponible]
              alternative: [pero, en cambio, puedes, puede, persona, compañero, compañera, puedo, podemos, sin embargo, hasta entonces, otro, otra, si, así que, también, por favor, escribe, dime, humano]
              blame: [deberías haber leído, deberías haber dicho, deberías haber mirado, debería haber leído, debería haber dicho, es culpa tuya, es su culpa, tu error, su error, te equivocaste, se equivocó, como ya dije, cálmate, cálmese]
              shrug: [no lo sé, no sé, ni idea, no es asunto mío, no puedo ayudarte, no puedo ayudarle]
              banned: [estimado cliente, rogamos, a la mayor brevedad, adjunto remito, mencionado anteriormente, molestias ocasionadas, proceder a, antedicho]
        """

    /// The same, read.
    static let standard: ServiceStandard = {
        let source = SourceFile(path: "assistant.yaml", text: yaml)
        let report = Reporter([source])
        var reader = YAMLReader(file: 0, bytes: source.bytes, report: report)
        guard let root = reader.read() else { return ServiceStandard() }
        let file = FileReader(file: 0, source: source.bytes, isAssistantFile: true, report: report)
        guard let keys = file.entries(root, "a file").first else { return ServiceStandard() }
        let standard = file.standard(keys.value).on(ServiceStandard())
        precondition(!report.hasErrors, "the engine's own standard can be read")
        return standard
    }()
}
