extension DeskText {
    /// What is said in Spanish unless the assistant says it otherwise.
    var spanishWordings: [String] {
        switch self {
        case .greeting:
            ["Hola{{customer.first_name|prefix \", \"}}, soy el asistente de {{assistant.title}}."]
        case .fallback:
            [
                "No estoy seguro de haberte entendido. ¿Puedes decirlo con otras palabras?",
                "Perdona, no he entendido qué necesitas. ¿Me lo explicas de otra manera?",
            ]
        case .fallbackChoices:
            ["Sigo sin entenderlo del todo y no quiero adivinar. ¿Es alguna de estas cosas?"]
        case .rephrase: ["De acuerdo. Cuéntame con tus palabras qué necesitas."]
        case .clarify: ["Quiero estar seguro de entenderte bien. ¿A cuál de estas cosas te refieres?"]
        case .somethingElse: ["Otra cosa"]
        case .reprompt: ["No lo he encontrado en tu mensaje. ¿Lo intentas otra vez?"]
        case .repromptExample:
            ["Busco algo como {{slot.example}}. ¿Puedes comprobarlo y enviármelo?"]
        case .repromptQuestion: ["No lo he entendido bien."]
        case .repromptLast: ["Un intento más, por favor. O escribe «persona» y te atenderá un compañero."]
        case .resume: ["Sigamos con {{flow.title}}."]
        case .several:
            ["Vamos por partes. Primero: {{first.title}}. Después: {{next.title}}."]
        case .keptForLater: ["Lo otro lo dejo anotado para justo después: {{next.title}}."]
        case .nextRequest: ["Ahora, lo otro que querías: {{next.title}}."]
        case .severalValues: ["Vamos por partes: primero {{first.value}}, después {{next.value|list}}."]
        case .nextValue: ["Sigamos con {{next.value}}."]
        case .cancelled: ["De acuerdo, lo dejo aquí; no se ha cambiado nada. ¿Qué más puedo hacer por ti?"]
        case .cancelledAndResumed:
            ["De acuerdo, lo dejo aquí; no se ha cambiado nada. Volvamos a donde estábamos."]
        case .dropped: ["De acuerdo, lo dejo aquí; no se ha cambiado nada."]
        case .stoppedHere: ["De acuerdo, lo dejo aquí. Lo que ya está hecho se queda como está."]
        case .nothingToCancel: ["No hay nada en marcha que pueda cancelar. ¿En qué te ayudo?"]
        case .wentBack: ["Volvamos un paso atrás."]
        case .nothingToGoBackTo: ["Ya estamos al principio. ¿En qué te ayudo?"]
        case .nothingToRepeat: ["Todavía no he dicho nada. ¿En qué te ayudo?"]
        case .help:
            [
                "Puedes preguntarme con tus palabras. Escribe «atrás», «cancelar» o «empezar de nuevo» cuando quieras, o «persona» si prefieres hablar con un compañero."
            ]
        case .startOver: ["Empecemos de nuevo. ¿En qué te ayudo?"]
        case .stopped: ["De acuerdo, lo dejamos aquí. Escríbeme cuando quieras."]
        case .gaveUp:
            [
                "No he podido terminarlo aquí. Escribe «persona» y te atenderá un compañero, o dime qué más necesitas."
            ]
        case .bot:
            [
                "Soy un programa, el asistente de {{assistant.title}}; esto no lo escribe ninguna persona. Escribe «persona» cuando prefieras hablar con un compañero."
            ]
        case .welcome: ["De nada{{customer.first_name|prefix \", \"}}.", "Un placer."]
        case .noWorries: ["No pasa nada."]
        case .takeYourTime: ["Claro, sin prisa.", "No hay prisa; aquí sigo."]
        case .notStarted: ["De acuerdo, no lo hago; no se ha cambiado nada. ¿Qué puedo hacer por ti?"]
        case .calm:
            [
                "Entiendo que esto es frustrante y quiero arreglarlo. Dime qué necesitas, o escribe «persona» y te atenderá un compañero."
            ]
        case .acknowledge:
            [
                "Lo siento; entiendo que es frustrante.",
                "Siento mucho las molestias que te está causando esto.",
            ]
        case .condolence: ["Lo siento muchísimo."]
        case .condolenceOffer:
            [
                "Si puedo quitarte algo de encima, dime qué es, o escribe «persona» y te atenderá un compañero."
            ]
        case .notHelped:
            [
                "Siento que no te haya servido. ¿Es alguna de estas cosas?",
                "Lo siento, entonces te he entendido mal. ¿De qué se trata?",
            ]
        case .changedMind: ["De acuerdo, entonces: {{flow.title}}."]
        case .declined: ["Sin problema. ¿Qué más puedo hacer por ti?"]
        case .affirmedNothing: ["Con mucho gusto. ¿Qué quieres hacer?"]
        case .valueKnown: ["Sí, eso ya lo tengo: {{slot.value}}."]
        case .corrected: ["Gracias por corregirlo: {{slot.value}}."]
        case .whichIsLeft: ["De acuerdo, eso no. ¿Cuál de estas opciones es?"]
        case .whichToChange: ["¿Qué dato cambio?"]
        case .whichToChangeAgain: ["No lo he entendido bien. ¿Cuál de estos datos cambio?"]
        case .masked:
            [
                "He tachado lo que parecía un número de tarjeta o una contraseña. Por favor, no los envíes por aquí."
            ]
        case .attachment:
            ["Gracias, he recibido tu archivo y se lo pasaré al compañero que lleve tu caso."]
        case .tooLong:
            ["Ese mensaje es demasiado largo para mí. ¿Puedes contarme lo principal en pocas frases?"]
        case .actionFailed:
            ["Lo siento, nuestro sistema no ha respondido, así que se lo paso a un compañero."]
        case .slowAction: ["Un momento, por favor: está tardando un poco más de lo normal."]
        case .handoffUpset:
            [
                "Siento mucho que esto haya ido tan mal. Aviso a {{queue.title}} y les paso todo lo que me has contado, para que no tengas que repetirlo."
            ]
        case .handoffOpen:
            [
                "Te paso ahora con {{queue.title}} con todo lo que me has contado, para que no tengas que repetirlo.{{queue.wait|prefix \" \"}}"
            ]
        case .handoffClosed:
            [
                "Se lo he pasado a {{queue.title}} con todo lo que me has contado. Vuelven {{queue.opens}}{{queue.due|prefix \" y te responderán como muy tarde \"}}{{queue.contact|prefix \", por correo a \"}}."
            ]
        case .handoffClosedNote:
            [
                "Vuelven {{queue.opens}}{{queue.due|prefix \" y te responderán como muy tarde \"}}{{queue.contact|prefix \", por correo a \"}}."
            ]
        default: spanishWaitingWordings
        }
    }

    /// What is said around a wait for a human.
    private var spanishWaitingWordings: [String] {
        switch self {
        case .askContact: ["¿A qué dirección de correo pueden escribirte?"]
        case .askContactAgain:
            ["No he podido leer una dirección de correo. Tiene esta forma: nombre@ejemplo.com."]
        case .contactKept:
            ["Gracias. Te escribirán a {{queue.contact}}{{queue.due|prefix \" como muy tarde \"}}."]
        case .noContact: ["No pasa nada. Encontrarás la respuesta aquí, en esta conversación."]
        case .waiting:
            [
                "Te guardo el sitio con {{queue.title}}.{{queue.wait|prefix \" \"}} Escribe «cancelar» si ya no quieres esperar."
            ]
        case .stillWaiting:
            [
                "Lo he añadido a tu consulta, así que {{queue.title}} también lo verá.",
                "Gracias, también queda anotado para {{queue.title}}.",
            ]
        case .withdrawn: ["Te he sacado de la cola. Sigamos por aquí."]
        case .waitPosition: ["Eres el número {{queue.position}} de la cola."]
        case .waitPositionAndTime:
            ["Eres el número {{queue.position}} de la cola; tardarán unos {{queue.minutes}}."]
        case .waitPositionAndDue:
            [
                "Eres el número {{queue.position}} de la cola y tendrás noticias suyas como muy tarde {{queue.due}}."
            ]
        case .promisedAnswer: ["Una respuesta de {{queue.title}}"]
        case .promiseLate:
            [
                "Lo siento: lo que te prometí se retrasa. {{promise.text}}: lo tendrás como muy tarde {{promise.due}}. Lo he marcado como urgente con {{queue.title}}."
            ]
        case .promiseBroken:
            [
                "Lo siento, esto se retrasa otra vez. {{promise.text}}: no te doy otra hora de la que no esté seguro. Lo he puesto el primero en la lista de {{queue.title}} y te escribirá una persona."
            ]
        case .promiseRefused:
            [
                "No quiero prometerte algo que no sé si podré cumplir, así que aviso a {{queue.title}}."
            ]
        case .languageSwitched: ["Claro, seguimos en español."]
        case .languageKnown: ["Hablo {{language.known}}. ¿Cuál prefieres?"]
        case .languageUnavailable:
            ["Lo siento, solo hablo {{language.known}}. Si quieres, puedo avisar a un compañero."]
        case .agentReturned: ["Vuelvo yo en lugar de mi compañero."]
        case .askName: ["¿Me dices antes cómo te llamas?"]
        case .askNameAgain: ["No he encontrado un nombre ahí. ¿Cómo puedo llamarte?"]
        case .askEmail: ["¿Qué dirección de correo usas con nosotros?"]
        case .askEmailAgain:
            ["No he encontrado una dirección de correo ahí. Tiene esta forma: nombre@example.com."]
        case .askPhone: ["¿En qué número de teléfono podemos localizarte?"]
        case .askPhoneAgain:
            ["No he encontrado un número de teléfono ahí. Tiene esta forma: +34 912 345 678."]
        case .needsVerification:
            ["Por tu seguridad, un compañero comprueba primero que eres tú antes de seguir con esto."]
        case .signIn:
            ["Por tu seguridad, inicia sesión primero. Después escríbeme aquí y sigo enseguida."]
        case .signInAgain:
            [
                "Todavía no veo que hayas iniciado sesión. Iníciala y vuelve a escribirme, o escribe «humano» para hablar con un compañero."
            ]
        case .stillRight: ["Sobre {{slot.title}}: ¿sigue siendo {{slot.value}}?"]
        case .askToRemember: ["¿Quieres que recuerde {{slot.title}} ({{slot.value}}) para la próxima vez?"]
        case .willRemember: ["Lo recordaré. Escribe «olvídame» cuando cambies de idea."]
        case .wontRemember: ["De acuerdo, no lo guardo y no vuelvo a preguntarlo."]
        case .forgotten: ["Hecho: ya no recuerdo {{slot.title}}."]
        case .forgottenAll: ["Hecho: a partir de ahora no recuerdo nada de ti."]
        case .remembered:
            ["Recuerdo {{slot.value}}. Escribe «olvídame» cuando prefieras que no lo haga."]
        case .remembersNothing: ["No recuerdo nada de ti, salvo lo que escribimos en esta conversación."]
        case .noticesStopped:
            [
                "De acuerdo, no te escribiré más por mi cuenta; solo lo que ya te haya prometido. Si cambias de idea, escribe «vuelve a avisarme»."
            ]
        case .noticesAgain:
            ["Muy bien, a partir de ahora te vuelvo a escribir cuando haya novedades para ti."]
        case .letMeFindOut:
            [
                "No quiero decirte algo que puede haber cambiado. Déjame averiguarlo: te responderá un compañero."
            ]
        case .csat: ["¿Qué tal te hemos ayudado, de 1 (muy mal) a 5 (muy bien)?"]
        case .nps: ["¿Recomendarías {{assistant.title}}, de 0 (en absoluto) a 10 (sin duda)?"]
        case .ces: ["¿Te ha resultado fácil, de 1 (muy difícil) a 7 (muy fácil)?"]
        case .feedbackThanks: ["Gracias, nos ayuda mucho."]
        case .feedbackLow: ["Siento que no haya ido mejor. ¿Qué ha fallado? Leemos todo lo que nos escribes."]
        case .feedbackKept: ["Gracias por contárnoslo. Lo guardo junto a esta conversación."]
        default: englishWordings
        }
    }
}
