package fr.forment.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of a timeline as people read them. */
class ChronicleLineTest {

    private static String told(String why) {
        return new ChronicleLine(Instant.EPOCH, "journal", "1", "ETAPE", null, null, null, null, null, why)
                .told(text -> text)
                .why();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://visio.example/salle",
                "HTTPS://VISIO.EXAMPLE/salle",
                "www.visio.example",
                "visio.example/salle",
                "127.0.0.1:8192/evaluation/T",
                "localhost/evaluation/T",
                "localhost:8080",
                "host:8443/verification/T",
                "/evaluation/T",
                "(/evaluation/T)"
            })
    void aLinkIsShownNowhere(String link) {
        assertThat(told("Voir " + link + " avant lundi")).isEqualTo("Voir (lien masqué) avant lundi");
    }

    @Test
    void whatIsNoLinkStays() {
        String plain = "CE1/CE2, et/ou le 24/11/2026 ; M./Mme Le Goff : 14:30/15:30, 12,5 %, 12.5/20";
        assertThat(told(plain)).isEqualTo(plain);
        assertThat(told(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "a ", "/", "é:"})
    void aLongTextTakesNoTime(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(told(piece.repeat(200_000)))
                .isNotEmpty());
    }
}
