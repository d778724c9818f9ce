package fr.forment.survey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.territory.PriorityEducation;
import fr.forment.territory.School;
import fr.forment.territory.SchoolKind;
import fr.forment.territory.SchoolRhythm;
import fr.forment.territory.SchoolState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules between answers, on a school of 5 classes and 110 pupils. */
class AnswerChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 15);
    private static final School SCHOOL = new School(
            "0350001A",
            "École",
            null,
            "35000",
            null,
            "Rennes",
            "035",
            "0350060A",
            SchoolKind.values()[0],
            true,
            SchoolState.OUVERT,
            SchoolRhythm.INCONNU,
            5,
            110,
            null,
            null,
            PriorityEducation.AUCUNE,
            false,
            null,
            null,
            null);

    private static final String FORM = form();

    private final Map<String, String> values =
            new HashMap<>(Map.of("isExact", "yes", "fullTime", "4", "partTime", "2", "entUse", "ENT"));

    private static String form() {
        try {
            return Files.readString(Path.of("forms/campaign/answer.form"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> problems() {
        List<AnswerProblem> problems =
                new AnswerChecks(values, SCHOOL, Set.of("PEDA-1", "PEDA-2", "COMM"), TODAY).problems();
        assertThat(problems)
                .as("each leads to a field of the form")
                .allMatch(problem -> FORM.contains("\"key\": \"" + problem.question() + "\""));
        return problems.stream().map(AnswerProblem::said).toList();
    }

    @Test
    void acceptsWhatFits() {
        values.putAll(Map.of(
                "newcomers",
                "6",
                "peda1Discover",
                "2",
                "peda1Alone",
                "4",
                "classesUsing",
                "5",
                "priority1",
                "PEDA-1",
                "priority2",
                "COMM"));
        assertThat(problems()).isEmpty();
        assertThat(values).containsEntry("classes", "5").containsEntry("pupils", "110");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "newcomers            | 7      | arrivés depuis moins d'un an",
                "constellation        | 7      | en constellation",
                "peda1Discover        | 5      | « Pédagogie 1 » : le total est de 5 pour une équipe de 6",
                "administrationHelp   | 7      | « Administration » : le total est de 7",
                "parentInfo           | AIDE,TRADUCTION | en quelles langues",
                "administrators       | 7      | administreront",
                "classesUsing         | 6      | classes qui utilisent",
                "priority2            | PEDA-1 | dans l'ordre",
                "priority1            | MAJ    | n'est plus proposé",
                "hasRoom              | yes    | la salle",
                "charter              | OUI    | la charte",
                "consulted            | yes    | conseil des maîtres",
                "obstacles            | AUTRE  | Décrivez l'autre obstacle",
                "hasResourcePerson    | yes    | nom de la personne ressource",
                "isExact              | no     | ce qui est à corriger"
            })
    void refuses(String question, String value, String about) {
        values.put(question, value);
        assertThat(problems()).anyMatch(problem -> problem.contains(about));
    }

    @Test
    void refusesASchoolWithoutTeachersAndTwiceTheSamePriority() {
        values.putAll(Map.of("fullTime", "0", "partTime", "0", "priority1", "COMM", "priority2", "COMM"));
        assertThat(problems())
                .containsExactly(
                        "L'équipe – Indiquez combien d'enseignants compte l'école, direction comprise.",
                        "D – Choisissez trois priorités différentes.");
    }

    @Test
    void asksToConfirmAnUnusualTeamAndRefusesNoneThatIsConfirmed() {
        values.putAll(Map.of("fullTime", "6", "partTime", "2"));
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("8 enseignants pour 5 classes", "cochez « C'est exact »");
        values.put("teamConfirmed", "true");
        assertThat(problems()).isEmpty();
        assertThat(HeadCount.isSurprising(3, 2))
                .as("one colleague more, in a small school")
                .isFalse();
        assertThat(HeadCount.isSurprising(13, 10)).as("30 % exactly").isFalse();
        assertThat(HeadCount.isSurprising(14, 10)).isTrue();
    }

    @Test
    void takesALineOfZerosForALineLeftOut() {
        values.putAll(Map.of("peda2Discover", "0", "peda2Alone", "0"));
        assertThat(problems()).isEmpty();
        assertThat(new Answers(values).toTrain("PEDA-2")).isEmpty();
    }

    @Test
    void refusesADateThatHasNotComeYet() {
        values.putAll(Map.of("charter", "OUI", "charterDate", "2026-09-16"));
        assertThat(problems()).singleElement().asString().contains("charte");
        values.put("charterDate", "2026-09-15");
        assertThat(problems()).isEmpty();
    }

    @Test
    void refusesADateWithAYearThatCannotBe() {
        values.putAll(
                Map.of("charter", "OUI", "charterDate", "0026-09-01", "consulted", "yes", "consultedOn", "1926-09-01"));
        assertThat(problems())
                .hasSize(2)
                .anyMatch(problem -> problem.contains("charte"))
                .anyMatch(problem -> problem.contains("conseil des maîtres"));
        values.putAll(Map.of("charterDate", "2012-09-01", "consultedOn", "2025-09-16"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void saysOneThingWhenTheTeamIsMissingAndNotTenThatFollowFromIt() {
        values.putAll(Map.of(
                "fullTime", "0", "partTime", "0", "newcomers", "1", "peda1Discover", "6", "administrators", "2"));
        assertThat(problems())
                .containsExactly("L'équipe – Indiquez combien d'enseignants compte l'école, direction comprise.");
    }

    @Test
    void speaksOfOneClassInTheSingular() {
        values.putAll(Map.of("isExact", "no", "classes", "1"));
        assertThat(problems()).singleElement().asString().contains("6 enseignants pour 1 classe :");
    }

    @Test
    void forgetsWhatHasLostItsObject() {
        values.putAll(Map.of(
                "entUse",
                "AUCUN",
                "classesUsing",
                "3",
                "hasRoom",
                "no",
                "roomCapacity",
                "20",
                "charterDate",
                "2026-01-01",
                "resourcePersonName",
                "Alix",
                "correction",
                "rien",
                "obstacleText",
                "rien"));
        assertThat(problems()).isEmpty();
        assertThat(values)
                .doesNotContainKeys(
                        "classesUsing",
                        "roomCapacity",
                        "charterDate",
                        "resourcePersonName",
                        "correction",
                        "obstacleText");
    }
}
