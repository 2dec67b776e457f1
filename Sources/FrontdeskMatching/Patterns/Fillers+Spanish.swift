extension Fillers {
    /// The fillers of Spanish, one a line, as normalised words.
    static let spanish = """
        por favor
        porfa
        porfavor
        hola
        hola a todos
        hola buenas
        hola que tal
        buenas
        muy buenas
        buenos dias
        buenas tardes
        buenas noches
        buen dia
        saludos
        estimados
        estimados senores
        oye
        oiga
        disculpa
        disculpe
        perdon
        perdona
        perdone
        a ver
        pues
        bueno
        bien
        vale
        eh
        ay
        entonces
        es que
        gracias
        muchas gracias
        mil gracias
        gracias de antemano
        muchas gracias de antemano
        un saludo
        """
}
