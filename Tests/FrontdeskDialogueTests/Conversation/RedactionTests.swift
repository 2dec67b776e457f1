import FrontdeskDialogue
import Testing

@Suite("Masking of card numbers and passwords")
struct RedactionTests {
    @Test(
        "Card numbers are masked",
        arguments: [
            ("my card is 4111 1111 1111 1111", "my card is [card]"),
            ("4111111111111111", "[card]"),
            ("4111-1111-1111-1111, expires 12/27", "[card], expires 12/27"),
            ("pay with 5500005555555559 please", "pay with [card] please"),
            ("amex 3782 822463 10005.", "amex [card]."),
            ("378282246310005", "[card]"),
            ("diners 30569309025904", "diners [card]"),
            ("discover 6011 1111 1111 1117!", "discover [card]!"),
            ("jcb 3530111333300000", "jcb [card]"),
            ("visa 13 digits 4222222222222", "visa 13 digits [card]"),
            ("19 digits 6304000000000000018", "19 digits [card]"),
            ("2223003122003222", "[card]"),
            ("cards 4111111111111111 and 5555555555554444", "cards [card] and [card]"),
            ("4111 1111 1111 1111 123", "[card] 123"),
            ("for order 10021 4111 1111 1111 1111", "for order 10021 [card]"),
            ("4111  1111  1111  1111", "[card]"),
            ("4111.1111.1111.1111", "[card]"),
            ("4111\u{A0}1111\u{A0}1111\u{A0}1111", "[card]"),
            ("card:4111111111111111", "card:[card]"),
            ("числo 4111111111111111 да", "числo [card] да"),
            ("(4012888888881881)", "([card])"),
            ("4111\u{2013}1111\u{2013}1111\u{2013}1111", "[card]"),
            ("4111 1111\n1111 1111", "[card]"),
            ("4111 1111 \r\n1111 1111", "[card]"),
            ("\u{FF14}\u{FF11}\u{FF11}\u{FF11} 1111 1111 1111", "[card]"),
            (
                String(
                    "4111111111111111".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }
                        .map(Character.init)
                ),
                "[card]"
            ),
            (
                String(
                    "4111111111111111".unicodeScalars.compactMap { Unicode.Scalar($0.value + 0x630) }
                        .map(Character.init)
                ),
                "[card]"
            ),
            ("4111\u{2009}1111\u{202F}1111\u{3000}1111", "[card]"),
            ("4111\u{200B}1111\u{2060}1111\u{FEFF}1111", "[card]"),
            ("4111/1111/1111/1111", "[card]"),
            ("4111, 1111, 1111, 1111", "[card]"),
            ("4111 | 1111 | 1111 | 1111", "[card]"),
            ("41111111/11111111, thanks", "[card], thanks"),
            ("41111111 11111111, 123", "[card], 123"),
            ("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "[card]"),
            ("4111 1111 1111 1111, 12/27, 123", "[card], 12/27, 123"),
            ("10021, 4111 1111 1111 1111", "10021, [card]"),
            ("3782\u{2014}822463\u{2014}10005", "[card]"),
            ("DE89 3704 0044 0532 0130 00, 4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00, [card]"),
        ]
    )
    func masksCards(text: String, masked: String) {
        #expect(Redaction.mask(text).text == masked)
    }

    @Test(
        "Numbers that are no cards stay",
        arguments: [
            "order A-10021",
            "my order number is 4111111111111112",
            "reference 4111111111111111411111111",
            "reference 41111111111111114111111111111111",
            "call me on +49 151 234 567 890",
            "call +4111111111111111",
            "IBAN DE89 3704 0044 0532 0130 00",
            "IBAN DE89370400440532013000",
            "tracking 00340434161094042557",
            "1234 5678 9012 3452",
            "9111111111111119",
            "I ordered 3 on 2026-11-25 at 14:30, 2 on 2026-11-26",
            "10021, 10022, 10023 and 10024",
            "ISBN 978-3-16-148410-0",
            "€4,111.11 and €1,111.11",
            "50029, 50028, 50027, 50026",
            "orders 60021, 60022, 60020",
            "60021\n60022\n60020",
            "call \u{FF0B}4111111111111111",
            "call me: 0049 (0)151 / 234 567 890",
            "4111x1111x1111x1111",
            "4111é1111é1111é1111",
            "4111 .... 1111 .... 1111 .... 1111",
        ]
    )
    func keepsOtherNumbers(text: String) {
        #expect(Redaction.mask(text).text == text)
        #expect(Redaction.mask(text).kinds.isEmpty)
    }

    @Test(
        "Passwords and PINs are masked",
        arguments: [
            ("my password is hunter2", "my password is [password]"),
            ("My Password is Hunter2.", "My Password is [password]."),
            ("password: swordfish", "password: [password]"),
            ("password:swordfish", "password:[password]"),
            ("pwd=letmein", "pwd=[password]"),
            ("user ada pwd = x1", "user ada pwd = [password]"),
            ("mein Passwort ist geheim1", "mein Passwort ist [password]"),
            ("Passwort: geheim", "Passwort: [password]"),
            ("my password's sunshine", "my password's [password]"),
            ("the password for my account is sunshine", "the password for my account is [password]"),
            ("my password to the shop is Sunshine!", "my password to the shop is [password]"),
            ("password is now qwerty", "password is now [password]"),
            ("the password is the following: qwerty", "the password is the following: [password]"),
            ("my password hunter2 does not work", "my password [password] does not work"),
            ("I changed my password to hunter2", "I changed my password to [password]"),
            ("I typed hunter2 as my password", "I typed [password] as my password"),
            ("hunter2 is my password", "[password] is my password"),
            ("my password is \"correct horse\", why", "my password is \"[password]\", why"),
            ("my passphrase is correct horse battery staple. Help", "my passphrase is [password]. Help"),
            ("my PIN is 1234", "my PIN is [password]"),
            ("pin: 4821", "pin: [password]"),
            ("PIN 4821", "PIN [password]"),
            ("the security code is 123", "the security code is [password]"),
            ("cvv 123", "cvv [password]"),
            ("pass word: swordfish", "pass word: [password]"),
            (
                "login ada@example.com, password p4$$w0rd, help",
                "login ada@example.com, password [password], help"
            ),
            ("my password is ñandú", "my password is [password]"),
            ("Summer2024! is my password", "[password] is my password"),
            ("Summer2024! is my password and it fails", "[password] is my password and it fails"),
            ("I tried Summer2024! as password", "I tried [password] as password"),
            ("passwrd: Summer2024", "passwrd: [password]"),
            ("pswd = Summer2024", "pswd = [password]"),
            (
                "the password for my account is correct horse battery",
                "the password for my account is [password]"
            ),
            ("my password is purple monkey dishwasher. Help!", "my password is [password]. Help!"),
            ("my password is sunshine and it fails", "my password is [password] and it fails"),
            (
                "log me in with ada@example.com / Summer2024",
                "log me in with ada@example.com / [password]"
            ),
            ("My login: ada@example.com:p4ssw0rd, thanks", "My login: ada@example.com:[password], thanks"),
        ]
    )
    func masksPasswords(text: String, masked: String) {
        #expect(Redaction.mask(text).text == masked)
    }

    @Test(
        "Talk about passwords stays",
        arguments: [
            "I forgot my password",
            "how do I reset my password?",
            "my password is wrong",
            "my password is not accepted",
            "the password doesn't work",
            "password reset please",
            "I can't change the password to my account",
            "forgot password: please help",
            "my password is too short, it says",
            "is my password safe?",
            "is this my password?",
            "what is my password",
            "reset my password",
            "password is not working",
            "my password is correct",
            "my password is correct but the login says it is wrong",
            "my password is wrong every time",
            "I sent A-10021! Is my password wrong?",
            "it is A-10021! is my password reset yet?",
            "log me in with ada@example.com / order 10021",
            "my login is ada@example.com / ada@work.example.com",
            "write to ada@example.com / Team24",
            "login ada@example.com: A-10021",
            "the password is the problem",
            "Which password? My order is A-10021.",
            "my password expired on 2026-11-25",
            "PIN code 560001",
            "I would like to pin a note",
            "the password for Ada's account, please",
            "contact me about the contract",
            "the passport number is 12345",
            "where is the security desk 123",
        ]
    )
    func keepsTalkAboutPasswords(text: String) {
        #expect(Redaction.mask(text).text == text)
    }

    @Test("What was masked is told in order")
    func tellsKinds() {
        let masked = Redaction.mask("card 4111111111111111, password: x9, card 5555555555554444")
        #expect(masked.text == "card [card], password: [password], card [card]")
        #expect(masked.kinds == [.card, .password, .card])
    }

    @Test(
        "Masking a masked text changes nothing",
        arguments: [
            "my password is hunter2, card 4111 1111 1111 1111", "pwd=a", "my passphrase is a b c", "PIN 4821",
            "my password is \"correct horse\"", "hunter2 is my password", "Summer2024! is my password",
            "my password is purple monkey dishwasher", "log in: ada@example.com / Summer2024",
        ]
    )
    func isIdempotent(text: String) {
        let once = Redaction.mask(text).text
        #expect(once != text)
        #expect(Redaction.mask(once).text == once)
        #expect(Redaction.mask(once).kinds.isEmpty)
    }
}
