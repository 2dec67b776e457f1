import FrontdeskCompiler

/// A small assistant that uses most of the intent language.
enum SmallShop {
    static let sources = [
        SourceFile(path: "assistant.yaml", text: assistant), SourceFile(path: "orders.yaml", text: orders),
    ]

    static let assistant = """
        assistant: shop
        title: Example Shop
        timezone: Europe/Berlin
        thresholds: {answer: 0.7}
        handoff:
          queue: care
          reasons: {sentiment: {queue: care, priority: 7}}
        queues:
          care: {title: our service team, hours: office, answers_within: 2h}
          orders: {title: our orders team, hours: office, priority: 5, skills: [orders]}
        business_hours:
          office: {mon-fri: "09:00-18:00", sat: "10:00-12:00, 13:00-16:00", holidays: [2026-12-25]}
        database: {seed: data/shop.sql}
        texts:
          fallback: [I did not get that., Could you say that differently?]
          handoff_open: "Over to {{queue.title}}."
        controls:
          human: {patterns: ["get me the boss"]}
        background: [what is the weather like]
        on:
          failed: handoff
        """

    static let orders = #"""
        queue: orders
        entities:
          order_number: {regex: 'A-?\d{5}', normalise: 'A-$digits', example: A-10021}
          colour: {values: {red: [crimson, scarlet], blue: []}}
        rules:
          my_thing: "(my|the) [online] (order|parcel|package)"
        actions:
          orders.find:
            takes: [order_number]
            gives: order
            sql: "SELECT o.status, eta AS due FROM orders o WHERE number = :order_number"
          orders.cancel:
            takes: [order_number]
            mode: write
            sql: UPDATE orders SET status = 'cancelled' WHERE number = :order_number

        intents:
          order.status:
            title: Where is my order
            patterns:
              - "(where is|track|find) <my_thing> [[number] {order_number}]"
            examples:
              - my stuff still hasn't arrived
              - any news on [A-10021](order_number)
            counterexamples:
              - how long does delivery usually take
            flow: track_order
          order.cancel:
            patterns: "(cancel|stop) <my_thing>"
            flow: cancel_order
          paint:
            examples: |
              do you have it in [red](colour)
              which colours are there
            answer:
              text: We have red and blue{{customer.first_name|prefix ", "}}.
              choices: [Red, {id: b, title: Blue, say: [navy]}]
            suggests: [order.status]
            source: {ref: colours, reviewed: 2026-10-01, owner: paint-team}
        flows:
          track_order:
            slots:
              order_number:
                ask: Which order is it?
                again: I couldn't find a number like A-10021 in that.
                otherwise: handoff(orders)
            states:
              look_up:
                do: orders.find(order_number)
                on:
                  found: tell
                  missing: {say: "I can't see {{order_number}}.", clear: order_number, go: look_up}
              tell:
                say: Your order {{order_number}} is {{order.status}}, due {{order.due|date}}.
                end: resolved
          cancel_order:
            slots:
              order_number: {ask: Which order is it?}
              reason: {type: text, ask: Why?}
            states:
              confirm:
                needs: reason
                ask: Shall I cancel {{order_number}}? You said {{reason}}.
                on:
                  yes: cancel
                  no: {say: "It stays.", end: cancelled}
              cancel:
                do: orders.cancel(order_number)
                on: {done: told, unchanged: 'handoff(orders, error)'}
              told:
                say: Done.
                end: resolved
        """#
}
