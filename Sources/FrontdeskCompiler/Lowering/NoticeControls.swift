import FrontdeskDialogue
import FrontdeskMatching

/// How customers ask to be written to no more, and to be written to again.
enum NoticeControls {
    private static let notices =
        "(notifications|notices|alerts|updates|messages|texts|text messages|reminders)"

    static let english = [
        "unsubscribe [me] [please]", "unsubscribe [me] from [all] [your|the|these|those|my] \(notices)",
        "[please] stop (messaging|writing|texting|contacting|notifying|alerting) me",
        "[please] stop writing to me",
        "[please] stop [sending|giving] [me] [any] [more] [all|the|these|those|your|my] \(notices) [please]",
        "[please] do not (message|write|text|contact|notify|alert) me [again|any more|anymore]",
        "[please] do not send [me] [any] [more] [of] [the|these|those|your] \(notices) [again|any more|anymore]",
        "no more \(notices) [please]",
        "i (do not want|no longer want) [to (get|receive|have)] [any] [more] [of] [the|these|those|your] \(notices) [any more|anymore]",
        "[please] (turn|switch) off [all|the|these|my|your] \(notices)",
        "(opt out|opt me out) [of] [all|the|these|my|your] [notifications|notices|alerts|updates|messages|texts|reminders]",
    ]
    static let englishAgain = [
        "[please] (notify|alert|message|text) me again", "[please] write to me again",
        "[please] send me [the|these|your] \(notices) again",
        "[please] (turn|switch) [the|my|your] \(notices) [back] on",
        "[please] (turn|switch) on [the|my|your] \(notices)",
        "you (can|may) (notify|alert|message|text) me [again]", "you (can|may) write to me again",
        "i want [to (get|receive|have)] [the|your] \(notices) again", "(opt in|opt me in) again",
        "[please] enable [the|my|your] \(notices)",
    ]

    private static let avisos = "(avisos|notificaciones|mensajes|alertas|recordatorios|novedades|sms)"
    private static let estos =
        "[los|las|estos|estas|esos|esas|vuestros|vuestras|tus|sus|mis|todos los|todas las]"

    static let spanish = [
        "baja [por favor]", "darme de baja",
        "[quiero] (darme|dadme|dame|deme) de baja (de|en) \(estos) \(avisos)",
        "[por favor] (deja|deje|dejad|dejen) de (escribirme|avisarme|contactarme)",
        "[por favor] (deja|deje|dejad|dejen) de (enviarme|mandarme) [más] \(estos) \(avisos)",
        "[por favor] no me (envíes|enviéis|envíe|envíen|mandes|mandéis|mande|manden) más [\(avisos)]",
        "[por favor] no me (envíes|enviéis|envíe|envíen|mandes|mandéis|mande|manden) \(estos) \(avisos) [más]",
        "no me (escribas|escribáis|escriba|escriban|avises|aviséis|contactes|contactéis) [más]",
        "[ya] no quiero [recibir|que me lleguen] [más] \(estos) \(avisos)", "no más \(avisos)",
        "[por favor] (quita|quitad|desactiva|desactivad|desactive) \(estos) \(avisos)",
    ]
    static let spanishAgain = [
        "[por favor] (vuelve|volved|vuelva|vuelvan) a (avisarme|escribirme)",
        "[por favor] (vuelve|volved|vuelva|vuelvan) a (enviarme|mandarme) \(estos) \(avisos)",
        "quiero [volver a] recibir [otra vez|de nuevo] \(estos) \(avisos) [otra vez|de nuevo]",
        "(activa|activad|active) \(estos) \(avisos)",
        "(puedes|podéis|puede|pueden) (avisarme|escribirme) (otra vez|de nuevo)",
    ]
}

extension Program {
    /// Whether something that happens elsewhere may open a conversation.
    var sendsNotices: Bool {
        anywhere.contains { $0.transition.branches.contains { $0.consent != nil } }
    }
}
