package fr.forment.plan.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.forment.french.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How people write about sessions, and what is no number of one. */
class LineRemarksTest {

    private static final List<Integer> KNOWN = List.of(1, 2, 4, 5, 12);

    @Test
    void everyWayOfNamingASession() {
        var read = read("""
                Dans l'ensemble, bien.
                n° 1 : trop tôt
                N°2: salle trop petite
                et trop loin
                Session n° 4 – à doubler
                - session 5 : merci
                12 : pas le mercredi du conseil""");

        assertThat(read.general()).isEqualTo("Dans l'ensemble, bien.");
        assertThat(read.lines())
                .containsExactly(
                        entry(1, "trop tôt"),
                        entry(2, "salle trop petite\net trop loin"),
                        entry(4, "à doubler"),
                        entry(5, "merci"),
                        entry(12, "pas le mercredi du conseil"));
    }

    /** As many as the 3,000 characters of the form hold. */
    @Test
    void aLongListIsReadToItsEnd() {
        String numbers = "1,".repeat(1_490) + "2";
        assertThat(read("n° " + numbers + " : trop tôt").lines())
                .containsExactly(entry(1, "trop tôt"), entry(2, "trop tôt"));
        assertThat(read("n° " + numbers + " trop tôt").lines())
                .containsExactly(entry(1, "trop tôt"), entry(2, "trop tôt"));
    }

    @Test
    void hoursDatesAndCountsAreNoNumbers() {
        String text =
                "14:30 est trop tôt\n9 – 12 h ne convient pas\n3 sessions de trop\n2027 : année difficile\nà 14 h : rien";

        assertThat(read(text)).isEqualTo(new LineRemarks(text, java.util.Map.of()));
    }

    @Test
    void whatHasNoNumberIsAboutTheWhole() {
        var read = read("""
                n° 1 : trop tôt
                Merci pour ce plan.
                n° 2 :
                Salle trop petite
                  - et trop loin

                Le reste convient.""");

        assertThat(read.general()).isEqualTo("Merci pour ce plan.\nLe reste convient.");
        assertThat(read.lines()).containsExactly(entry(1, "trop tôt"), entry(2, "Salle trop petite\n- et trop loin"));
    }

    @Test
    void severalSessionsOnOneLine() {
        List<Integer> known = List.of(3, 5, 6, 7, 9, 10, 12, 14);
        var read = LineRemarks.read("""
                n° 12 : trop tôt pour les collègues
                n° 5, 6 et 7 : Guignen est trop loin
                n°14 deux réunions le même jour
                sessions 9 à 14 : prévoir le car
                et le prévenir
                n° 3 et n° 5 trop courtes
                n° 7 à 14 h : trop tard
                n° 3, 14 h ne convient pas
                n° 6 à 14:30 seulement
                n°9-10 : salle""", known, "remarks");

        assertThat(read.general()).isEmpty();
        assertThat(read.lines())
                .containsExactly(
                        entry(3, "trop courtes\n14 h ne convient pas"),
                        entry(5, "Guignen est trop loin\ntrop courtes"),
                        entry(6, "Guignen est trop loin\nà 14:30 seulement"),
                        entry(7, "Guignen est trop loin\nà 14 h : trop tard"),
                        entry(9, "prévoir le car\net le prévenir\nsalle"),
                        entry(10, "prévoir le car\net le prévenir\nsalle"),
                        entry(12, "trop tôt pour les collègues\nprévoir le car\net le prévenir"),
                        entry(14, "deux réunions le même jour\nprévoir le car\net le prévenir"));
    }

    /** As pages, papers and letters call them. */
    @Test
    void theWordOfThePlanIsReadToo() {
        var read = read("Ligne 12 : trop tôt\nlignes 2 et 4 trop courtes\nla ligne 1, plus loin");
        assertThat(read.lines())
                .containsOnly(
                        entry(12, "trop tôt"),
                        entry(2, "trop courtes"),
                        entry(4, "trop courtes"),
                        entry(1, "plus loin"));
    }

    /** No-break blanks and long dashes, as word processors and telephones write them. */
    @Test
    void theTypographyOfKeyboardsIsRead() {
        List<Integer> known = List.of(3, 4, 5, 6, 7, 9, 10, 11, 12, 14);
        assertThat(LineRemarks.read("lignes 9–11\u202f: salle trop petite", known, "remarks")
                        .lines())
                .containsOnlyKeys(9, 10, 11)
                .containsEntry(10, "salle trop petite");
        assertThat(LineRemarks.read("Ligne\u00a05\u00a0: trop loin", known, "remarks")
                        .lines())
                .containsExactly(entry(5, "trop loin"));
        for (String typed : List.of(
                "lignes 3-5, 7 : trop loin",
                "lignes 3 - 5 et 7 : trop loin",
                "lignes 3\u00a0—\u00a05, ligne 7 : trop loin",
                "lignes 3, 4, 5 ou 7 : trop loin",
                "ligne 3, ligne 4, ligne 5 et ligne 7 : trop loin",
                "n° 3 à 5 et n° 7 – trop loin",
                "Lignes 3-5, 7 trop loin",
                "3, 4-5, 7 : trop loin")) {
            assertThat(LineRemarks.read(typed, known, "remarks"))
                    .as(typed)
                    .isEqualTo(new LineRemarks(
                            "", java.util.Map.of(3, "trop loin", 4, "trop loin", 5, "trop loin", 7, "trop loin")));
        }
    }

    @Test
    void oneSentenceMaySpeakOfSeveral() {
        assertThat(read("n° 12 trop tôt, n° 4 trop tard ; ligne 5 : parfait, 3 personnes de plus")
                        .lines())
                .containsExactly(
                        entry(4, "trop tard"), entry(5, "parfait, 3 personnes de plus"), entry(12, "trop tôt"));
        assertThat(read("n° 12 - 4 salles à prévoir").lines()).containsExactly(entry(12, "4 salles à prévoir"));
        assertThat(read("n° 12 : comme la ligne 4").lines()).containsExactly(entry(12, "comme la ligne 4"));
    }

    @Test
    void whatNamesALineAndSaysNoMoreIsNotLost() {
        assertThat(read("Ligne 12.")).isEqualTo(new LineRemarks("Ligne 12.", java.util.Map.of()));
        assertThat(read("n° 4 :\nn° 5 : trop tôt"))
                .isEqualTo(new LineRemarks("n° 4 :", java.util.Map.of(5, "trop tôt")));
    }

    @Test
    void anUnknownNumberOfAListIsRefused() {
        assertThatThrownBy(() -> read("n° 4, 5 et 7 : trop tôt")).hasMessageContaining("pas de ligne 7");
        assertThatThrownBy(() -> read("n° 4 à 8 : trop tôt")).hasMessageContaining("pas de ligne 8");
        assertThatThrownBy(() -> read("n°14 trop tôt")).hasMessageContaining("pas de ligne 14");
    }

    @Test
    void aWrongNumberSaysWhichThereAre() {
        assertThatThrownBy(() -> read("Bien.\nn° 7 : trop tôt"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "« n° 7 : trop tôt » : ce plan n'a pas de ligne 7. Ses lignes vont de 1 à 12, sans les lignes 3 et 6 à 11.");
        assertThatThrownBy(() -> LineRemarks.read("1 : x", List.of(), "remarks"))
                .hasMessageContaining("Il n'a aucune session.");
    }

    private static LineRemarks read(String text) {
        return LineRemarks.read(text, KNOWN, "remarks");
    }
}
