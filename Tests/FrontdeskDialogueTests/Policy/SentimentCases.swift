import Testing

/// What customers write, and how it sounds: `furious` at most -0.6, `unhappy` above that to -0.3, `mild` above that to
/// below 0, `neutral` 0, `happy` above 0.1.
enum SentimentCases {
    static let english = """
        furious   I am FURIOUS
        furious   this is sooo bad, you useless lot
        furious   worst company ever!!!
        furious   absolutely pathetic, I want my money back
        furious   you stole my money
        furious   are you kidding me?! three weeks!!
        furious   I hate this shop 😡😡
        furious   what a joke of a service
        furious   I'm sick to death of waiting
        furious   thank you for nothing 👎
        furious   this is beyond a joke, I am so angry
        furious   not happy AT ALL, this is ridiculous
        furious   complete rubbish, never again
        furious   wtf is wrong with you people 🤬
        furious   you are liars and thieves
        furious   daylight robbery
        furious   honestly, an absolute shambles
        furious   utterly appalling
        furious   it's a disgrace
        unhappy   not impressed
        unhappy   I'm not happy with this
        unhappy   I am NOT happy
        unhappy   oh great, another delay
        unhappy   just great
        furious   oh great, another late parcel. you guys are really amazing at this
        unhappy   Perfect, it's broken again
        unhappy   Great. Still nothing arrived.
        unhappy   yeah right
        unhappy   do you even read this
        unhappy   I'm rather disappointed, to be honest
        unhappy   how many times do I have to say it
        unhappy   nobody cares
        unhappy   I am losing my patience
        unhappy   this is annoyingly slow and frustrating
        unhappy   very disappointing
        unhappy   I expected better, I feel let down
        mild      hello??? is anybody there
        unhappy   👎
        unhappy   🙄
        unhappy   that was not helpful
        unhappy   nothing good about it, poor
        mild      hi I ordered a lamp and NOTHING came
        mild      where is my parcel???
        mild      WHERE IS MY ORDER
        mild      nooo
        mild      my parcel never arrived
        mild      it does not work
        mild      the zip is stuck and the lining is torn
        mild      this is a bit confusing
        mild      I was charged twice
        mild      I'm a little worried about my order
        neutral   not angry, just a question
        mild      :(
        mild      it is taking ages
        neutral   where is my order A-10021?
        neutral   can I pay with VISA or IDEAL
        neutral   my order number is A-10021 and my size is XXL
        neutral   DHL says A-10021 is in HAMBURG
        neutral   what are your opening hours!
        neutral   never mind
        neutral   is it ok to come at 10:30?
        neutral   www.example.com/help
        neutral   http://example.com/a
        neutral   do you still have the blue one
        neutral   I would like to talk to somebody
        neutral   can I try again
        neutral   what kind of lamp is this
        neutral   hmm
        neutral   tell me a joke
        happy     no problem at all
        happy     I can't wait to get it
        happy     not bad
        happy     sooo happy with it!!
        happy     great service but the box was damaged
        happy     👍🏽
        happy     ❤️
        happy     love it :)
        happy     thanks a lot, that was really helpful
        happy     not only good but great
        happy     no thanks, that's fine
        """

    static let spanish = """
        furious   estoy FURIOSA
        furious   sois unos inútiles
        furious   esto es una vergüenza!!!
        furious   estoy hasta las narices de vosotros
        furious   menudo timo, me siento estafado
        furious   sois lo peor 😡
        furious   me estáis tomando el pelo?!
        furious   qué asco de servicio
        furious   estoy muuuy enfadada
        furious   vaya mierda de tienda
        furious   os voy a denunciar
        furious   devolvedme mi dinero, ladrones
        furious   esto es una tomadura de pelo
        furious   no vuelvo a comprar aquí, pésimo servicio
        furious   es horrible, una pesadilla
        furious   no sirve para nada
        furious   esto es indignante
        furious   totalmente inaceptable
        furious   🤬🤬
        furious   gracias por nada 👎
        furious   se me acaba la paciencia, esto es ridículo
        unhappy   no estoy contenta
        unhappy   no estoy nada contento con el pedido
        unhappy   NO estoy contento
        unhappy   qué decepción
        unhappy   estoy bastante decepcionado
        unhappy   no me ayudas
        unhappy   nadie me hace caso
        unhappy   nadie contesta
        unhappy   genial, otra vez roto
        unhappy   Perfecto, sigue sin llegar
        unhappy   no me lo puedo creer
        unhappy   pues qué bien...
        unhappy   ni me leéis
        unhappy   muy mal
        unhappy   cuántas veces tengo que decirlo
        unhappy   me parece increíble
        unhappy   es bastante frustrante
        unhappy   😞
        unhappy   quiero poner una queja
        mild      mi pedido no ha llegado
        mild      no me ha llegado nada
        mild      la taza llegó rota
        mild      no funciona
        mild      DÓNDE ESTÁ MI PEDIDO
        mild      ¿dónde está mi paquete???
        mild      mi paquete va con retraso y falta un vaso
        mild      estoy algo preocupada por el pedido
        mild      me han cobrado dos veces
        mild      hace semanas que espero
        mild      nooo
        mild      :(
        neutral   ¿dónde está mi pedido A-10021?
        neutral   quiero devolver una taza
        neutral   ¿abrís por la tarde?
        neutral   ¿puedo recogerlo mañana por la tarde?
        neutral   el pedido A-10021, talla XXL
        neutral   quisiera hablar con una persona
        neutral   nada más
        neutral   sí
        neutral   ¿aún puedo cambiar la dirección?
        neutral   hasta las 20:00
        neutral   ana@example.com
        neutral   a lo mejor el martes
        neutral   no
        happy     no pasa nada
        happy     sin problema
        happy     no está mal
        happy     muchas gracias
        happy     me encanta ❤️
        happy     👍🏿
        happy     todo perfecto, sois muy amables
        happy     genial :)
        happy     no solo bonito, también es eficaz
        happy     está bien
        happy     ¡estoy muuuy contenta!
        """

    /// A line of a table.
    struct Case: Sendable, CustomTestStringConvertible {
        var band: String
        var text: String
        var testDescription: String { "\(band): \(text)" }

        /// The scores that the band means.
        func holds(_ score: Double) -> Bool {
            switch band {
            case "furious": score <= -0.6
            case "unhappy": score > -0.6 && score <= -0.3
            case "mild": score > -0.3 && score < 0
            case "neutral": score == 0
            case "happy": score > 0.1
            default: false
            }
        }
    }

    static func cases(_ table: String) -> [Case] {
        table.split(separator: "\n").compactMap { line in
            guard let space = line.firstIndex(of: " ") else { return nil }
            let text = line[space...].drop { $0 == " " }
            return Case(band: String(line[..<space]), text: String(text))
        }
    }
}
