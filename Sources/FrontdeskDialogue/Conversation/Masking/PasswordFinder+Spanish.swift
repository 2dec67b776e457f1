extension PasswordFinder {
    /// Spanish nouns that announce a password, as they are written in small letters.
    static let spanishNouns: Set<String> = ["contraseña", "contrasena", "contraseñas", "clave", "claves"]

    /// What follows "la contraseña es" when no password follows.
    static let spanishOrdinary: Set<String> = [
        "que", "no", "si", "sí", "incorrecta", "correcta", "mala", "erronea", "errónea", "errada", "olvidada",
        "perdida", "caducada", "invalida", "inválida", "valida", "válida", "la", "el", "los", "las", "mi",
        "tu",
        "su", "de", "del", "para", "por", "con", "y", "o", "en", "un", "una", "demasiado", "muy", "nueva",
        "vieja", "otra", "misma", "corta", "larga", "segura", "insegura", "debil", "débil", "fuerte", "y",
        "pero",
        "porque", "cuando", "como", "cómo", "donde", "dónde", "ya", "nunca", "siempre", "solo", "también",
        "tambien", "funciona", "sirve", "vale", "entra", "cambiada", "bloqueada", "robada", "hackeada",
        "necesaria", "obligatoria", "secreta", "privada", "desconocida", "al", "a", "se", "me", "te", "está",
        "esta", "ha", "he", "fue", "gracias", "ayuda", "quiero", "puedo", "necesito", "unica", "única",
    ]
}
