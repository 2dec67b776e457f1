import FrontdeskCompiler

/// A small assistant in English and Spanish with a shared flow.
enum BilingualShop {
    static let sources = [
        SourceFile(path: "assistant.yaml", text: assistant),
        SourceFile(path: "assistant.es.yaml", text: assistantSpanish),
        SourceFile(path: "orders.yaml", text: orders),
        SourceFile(path: "orders.es.yaml", text: ordersSpanish),
    ]

    static let assistant = """
        assistant: shop
        title: Lamp Shop
        languages: [en, es]
        translations: complete
        queues:
          care: {title: our care team, answers_within: 2h}
        texts:
          fallback_choices: {text: Is it one of these?, choices: [{id: order.status, title: Where is my order}]}
        on:
          failed: {say: "Our system is down.", handoff: care}
        """

    static let assistantSpanish = """
        language: es
        title: Tienda de Lámparas
        queues: {care: {title: nuestro equipo de atención}}
        texts: {fallback_choices: ¿Es alguna de estas cosas?}
        on: {failed: {say: Nuestro sistema no funciona.}}
        controls: {human: {patterns: ["ponme con tu jefe"]}}
        """

    static let orders = #"""
        entities:
          order_number: {regex: 'A-?\d{5}', normalise: 'A-$digits', example: A-10021}
          color: {values: {red: [crimson], blue: []}}
        rules: {thing: "(order|parcel|package)"}
        actions:
          orders.find: {takes: [order_number], gives: order, sql: "SELECT status FROM orders WHERE number = :order_number"}
        intents:
          order.status:
            title: Where is my order
            patterns: ["(where is|track|find) [my] <thing> [[number] {order_number}]"]
            examples: [my stuff has not arrived yet, any news on my parcel]
            flow: track_order
          delivery.time:
            title: Delivery times
            patterns: ["how long does [the] delivery take"]
            examples: [when will you deliver, how many days until it is here]
            answer: ["It takes two days, {{customer.first_name|default \"dear customer\"}}."]
          paint:
            title: Painted lamps
            patterns: ["[do you have] {color} lamps"]
            answer: Yes, we have them.
          exchange:
            title: Exchange a lamp
            patterns: ["exchange [a|my] lamp"]
            examples: [the lamp i got does not fit]
            flow: exchange
        flows:
          track_order:
            title: your order
            slots:
              order_number: {ask: Which order is it?, again: It looks like A-10021.}
            states:
              look_up:
                do: orders.find(order_number)
                on:
                  found: tell
                  missing: {say: "I can't see {{order_number}}.", clear: order_number, go: look_up}
                  failed: handoff(care)
              tell: {say: "{{order_number}} is {{order.status}}.", end: resolved}
          exchange:
            title: the exchange
            slots:
              reason: {ask: Why?, choices: [{id: too_small, title: Too small, say: [tiny]}, {id: broken, title: Broken}]}
              day: {type: date, ask: When shall we collect it?}
            states:
              sure:
                ask: Shall I collect it on {{day}} because it is {{reason}}?
                on: {yes: done, no: {say: Then nothing happens., end: cancelled}}
              done: {say: It is arranged., end: resolved}
        """#

    static let ordersSpanish = """
        language: es
        rules: {thing: "(pedido|paquete|envío)"}
        entities: {color: {values: {red: [rojo, roja, rojas], blue: [azul, azules]}}}
        intents:
          order.status:
            title: ¿Dónde está mi pedido?
            patterns: ["(dónde está|busca|rastrea) [mi] <thing> [[número] {order_number}]"]
            examples: [mi paquete no ha llegado todavía, alguna novedad de mi envío]
          delivery.time:
            title: Plazos de entrega
            patterns: ["cuánto tarda [la] entrega"]
            examples: [cuándo me lo traéis, cuántos días faltan para que llegue]
            answer: "Tarda dos días{{customer.first_name|prefix \\", \\"}}."
          paint:
            title: Lámparas pintadas
            patterns: ["[tenéis] lámparas {color}"]
            answer: Sí, las tenemos.
          exchange:
            title: Cambiar una lámpara
            patterns: ["(cambiar|quiero cambiar) [una|mi] lámpara"]
            examples: [la lámpara que me llegó no encaja]
        flows:
          track_order:
            title: tu pedido
            slots:
              order_number: {ask: ¿Qué pedido es?, again: Tiene la forma A-10021.}
            states:
              look_up: {on: {missing: {say: "No veo {{order_number}}."}}}
              tell: {say: "{{order_number}} está {{order.status}}."}
          exchange:
            title: el cambio
            slots:
              reason: {ask: ¿Por qué?, choices: {too_small: {title: Demasiado pequeña, say: [chica]}, broken: Rota}}
              day: {ask: ¿Cuándo la recogemos?}
            states:
              sure:
                ask: "¿La recogemos el {{day}} porque está: {{reason}}?"
                on: {no: {say: Entonces no pasa nada.}}
              done: {say: Queda arreglado.}
        """
}
