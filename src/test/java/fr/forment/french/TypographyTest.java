package fr.forment.french;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In what is expected, ~ stands for a space that does not break and ^ for a narrow one. */
class TypographyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "L'ENT de l'école : « Les Lilas » ?|L’ENT de l’école~: «~Les Lilas~»^?",
                "Prêt ! Oui ; non.|Prêt^! Oui^; non.",
                "de 14 h à 17 h, 1 h 30, 45 min|de 14~h à 17~h, 1~h~30, 45~min",
                "30 % de 4 000 écoles, n° 12|30~% de 4^000 écoles, n°~12",
                "1 234 567 personnes|1^234^567 personnes",
                "10 personnes en 3 heures|10 personnes en 3 heures",
                "d'après https://exemple.fr/l'aide?x=1 et o'brien@exemple.fr|d’après https://exemple.fr/l'aide?x=1 et o'brien@exemple.fr",
                "www.l'aide.fr 'x' est 'y'|www.l'aide.fr 'x' est 'y'",
                "le 01/09/2026 350 personnes|le 01/09/2026 350 personnes",
                "a != b|a != b"
            })
    void textsAreSet(String written, String set) {
        assertThat(Typography.text(written))
                .isEqualTo(set.replace('~', '\u00a0').replace('^', '\u202f'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'", "&", "«", "° ", "12", "h 3", "&#39;", "l'", " :", "é", "\uD83D\uDE00' !"})
    void whatIsSetTwiceIsSetOnceAndEdgesAreSafe(String text) {
        assertThat(Typography.text(Typography.text(text))).isEqualTo(Typography.text(text));
        assertThat(Typography.html(Typography.html(text))).isEqualTo(Typography.html(text));
    }

    @Test
    void tagsStayAsTheyAre() {
        assertThat(Typography.html("<a href=\"/l'x ?a ;b\">L&#39;ENT</a> : <b>12</b> h &amp; « <i>Zoé</i> »"))
                .isEqualTo("<a href=\"/l'x ?a ;b\">L’ENT</a>\u00a0: <b>12</b>\u00a0h &amp; «\u00a0<i>Zoé</i>\u00a0»");
        assertThat(Typography.html("l&#39;<b>ENT</b>")).isEqualTo("l’<b>ENT</b>");
    }

    @Test
    void codeBetweenTwoSignsStaysAsItIs() {
        assertThat(Typography.around("{{", "}}", "L'équipe : {{if a != 'l''x' then b ; c}} ?"))
                .isEqualTo("L’équipe\u00a0: {{if a != 'l''x' then b ; c}}\u202f?");
        assertThat(Typography.around("${", "}", "Décider – ${vague'x")).isEqualTo("Décider – ${vague'x");
    }
}
