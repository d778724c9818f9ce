package fr.forment.french;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What official mail may greet by: the names people bear, no address. */
@Tag("attack")
class PersonNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le Goff",
                "d'Ornano",
                "L’Hostis",
                "'t Hooft",
                "Saint-Exupéry",
                "J.-P.",
                "J. P.",
                "St. Martin",
                "Nguyễn",
                "Łukasz",
                "Ólafsdóttir",
                "O'Brien",
                "王",
                "Мария",
                "عائشة",
                "प्रिया",
                "E\u0300ve",
                "Jean--Luc",
                "Essai0350123A",
                "Wwwilliam",
                "Httpelin",
                "Kaʻiulani"
            })
    void borneByPeople(String name) {
        assertThat(Names.isOfPerson(Names.clean(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "''",
                "http://evil.example/a",
                "www.evil.example",
                "www",
                "WWW evil",
                "https evil",
                "evil.example",
                "t.co",
                "a@b",
                "a/b",
                "a:b",
                "<b>",
                "a\u3002b",
                "a\uFF0Eb",
                "a\u2024b",
                "Rose\u202Elive",
                "0612345678",
                "Dupont 0612345678",
                "Dupont (Martin)",
                "cliquez, vite",
                "evilexample.",
                "J.P.",
                "=Dupont"
            })
    void borneByNobody(String name) {
        assertThat(Names.isOfPerson(Names.clean(name))).isFalse();
    }

    @Test
    void everyLineBreakIsASpace() {
        assertThat(Names.clean("a\r\nb\u2028c\u2029d\u0085e\u000Bf\tg")).isEqualTo("a b c d e f g");
    }

    @Test
    void theSameNameIsTheSameWhateverItsAccentsAndHyphens() {
        assertThat(Names.same("Élise Le-Gall", " elise le gall")).isTrue();
        assertThat(Names.same("Иванов", "Петров"))
                .as("no Latin letter to compare")
                .isFalse();
        assertThat(Names.same("Иванов", "иванов")).isTrue();
    }
}
