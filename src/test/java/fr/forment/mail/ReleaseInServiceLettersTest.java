package fr.forment.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No letter tells as to come what schools have had for days. */
class ReleaseInServiceLettersTest {

    private static final String DAY = "mardi 3 novembre 2026";

    private final MailWriter writer = new MailWriter();

    private String written(String template, boolean inService) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "version",
                "5.2",
                "date",
                DAY,
                "enService",
                inService,
                "departement",
                false,
                "responsable",
                false,
                "supports",
                List.of("Guide"),
                "corrections",
                List.of("La date"),
                "changements",
                "Menus",
                "prenom",
                "Ana",
                "nom",
                "Nom"));
        model.putAll(Map.of(
                "tutoriel", "",
                "note", "Note",
                "perimes", 0,
                "lien", "https://forment.exemple/versions/1",
                "racine", "https://forment.exemple",
                "signature", "Circo"));
        MailWriter.Written mail = writer.write("release/" + template, model);
        return mail.subject() + "\n" + mail.text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"announced", "cascaded", "corrected", "declared", "qualificationAwaited", "reviewAsked"})
    void theDayOfAServiceThatHasBegunIsPast(String template) {
        assertThat(written(template, true))
                .contains("depuis le " + DAY)
                .doesNotContain("service le " + DAY, "avant le " + DAY, "l'ENT le " + DAY);
        assertThat(written(template, false)).contains("le " + DAY).doesNotContain("depuis le " + DAY);
    }
}
