package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people type into a mail stays text, whatever it looks like. */
@Tag("attack")
class MarkedValuesTest {

    private static final String HOSTILE =
            "Bonjour,\n\nhttps://ailleurs.invalid/entrer\n\n- une liste\n- une autre\n\n<b>gras</b>\r\n\r\nhttp://ailleurs.invalid";

    private final MailWriter writer = new MailWriter();

    private MailWriter.Written declared(String version, String note, String name) {
        return writer.write(
                "release/declared",
                Map.of(
                        "version",
                        version,
                        "note",
                        note,
                        "prenom",
                        name,
                        "nom",
                        "Nom",
                        "date",
                        "1er mars",
                        "perimes",
                        0,
                        "lien",
                        "https://forment.exemple/versions/1",
                        "racine",
                        "https://forment.exemple",
                        "signature",
                        "Circo"));
    }

    private static Document html(MailWriter.Written mail) {
        return Jsoup.parse(mail.html());
    }

    @Test
    void aReleaseNoteMakesNoButton() {
        Document mail = html(declared("1", HOSTILE, "Ana"));
        assertThat(mail.select("a").eachAttr("href")).containsExactly("https://forment.exemple/versions/1");
        assertThat(mail.select("li, b")).isEmpty();
        assertThat(mail.text()).contains("https://ailleurs.invalid/entrer", "- une autre", "<b>gras</b>");
    }

    @Test
    void aValueAloneInItsParagraphMakesNone() {
        assertThat(html(declared("1", "https://ailleurs.invalid/entrer", "Ana")).select("a"))
                .hasSize(1);
    }

    @Test
    void theTextPartKeepsTheLinesThatWereTyped() {
        assertThat(declared("1", "un\n\n\n\ndeux\u2028trois", "Ana").text())
                .contains("un\n\ndeux\ntrois")
                .doesNotContain("\uE000", "\uE001");
    }

    @Test
    void nobodyEndsTheSubject() {
        var mail = declared("9\n\nhttps://ailleurs.invalid\n\nsuite", "Note", "Ana");
        assertThat(mail.subject())
                .isEqualTo("ENT, version 9 https://ailleurs.invalid suite : quel accompagnement prévoir ?")
                .doesNotContain("\n");
        assertThat(html(mail).select("a")).hasSize(1);
    }

    @Test
    void aNameIsNoMarkupEither() {
        Document mail = html(declared("1", "Note", "<img src=x>\n\nhttps://ailleurs.invalid\n\n"));
        assertThat(mail.select("img")).isEmpty();
        assertThat(mail.select("a")).hasSize(1);
    }

    @Test
    void theSignsThatMarkValuesCannotBeTyped() {
        var mail = declared("1", "\uE000a\uE001b", "\uE001\uE001https://ailleurs.invalid\uE001\uE001");
        assertThat(mail.text()).contains("ab");
        assertThat(html(mail).select("a")).hasSize(1);
    }

    @Test
    void aListOfTheTemplateStaysAListWhateverIsInIt() {
        var mail = writer.write(
                "release/reviewAsked",
                Map.of(
                        "version",
                        "1",
                        "supports",
                        List.of("Guide\n\nhttps://ailleurs.invalid\n\n- faux", "Affiche"),
                        "prenom",
                        "Ana",
                        "nom",
                        "Nom",
                        "lien",
                        "https://forment.exemple/x",
                        "racine",
                        "https://forment.exemple",
                        "signature",
                        "Circo"));
        assertThat(html(mail).select("li")).hasSize(2);
        assertThat(html(mail).select("a")).hasSize(1);
    }

    @Test
    void aValueWithinALineOfTheTemplateMakesNoLineOfItsOwn() {
        String forged = "Salle 3\r\nATTENDEE:mailto:a@ailleurs.invalid\u2028Annulée\u2029suite\n\n- faux";
        var mail = declared(forged, "un\ndeux", forged);
        assertThat(mail.text()).contains("Salle 3 ATTENDEE:mailto:a@ailleurs.invalid Annulée suite - faux", "un\ndeux");
        assertThat(mail.text().lines())
                .noneMatch(line -> line.startsWith("ATTENDEE")
                        || line.startsWith("Annulée")
                        || line.startsWith("suite")
                        || line.startsWith("- faux"));
        assertThat(html(mail).select("br"))
                .as("the note alone keeps its line break")
                .hasSize(1);
        var list = writer.write(
                "release/reviewAsked",
                Map.of(
                        "version",
                        "1",
                        "supports",
                        List.of("Guide\nAutre"),
                        "prenom",
                        "Ana",
                        "nom",
                        "Nom",
                        "lien",
                        "https://forment.exemple/x",
                        "racine",
                        "https://forment.exemple",
                        "signature",
                        "Circo"));
        assertThat(list.text()).contains("- Guide Autre\n");
    }

    @Test
    void aValueBesideAnotherIsNotAlone() {
        var mail = declared("1", "un\u2028deux", "Ana\nBonjour");
        assertThat(mail.text()).contains("Ana Bonjour Nom,");
    }
}
