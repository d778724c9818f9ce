package fr.forment.grid;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.engine.Tables;
import fr.forment.survey.Answers;
import fr.forment.survey.Questionnaire;
import fr.forment.territory.PriorityEducation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table as people read it, from the very model that decides. */
class PriorityTableTest {

    private final SchoolPriorities priorities = new SchoolPriorities(Tables.of("grid"));
    private final PriorityTable table = new PriorityTable(priorities, new Questionnaire());

    @Test
    void showsEveryRuleInFrench() {
        PriorityTable.Shown shown = table.shown();
        assertThat(shown.inputs()).hasSize(7).startsWith("Réponse reçue", "Connexion");
        assertThat(shown.rules()).hasSize(Tables.of("grid").rules("schoolPriority"));
        assertThat(shown.rules().get(0))
                .isEqualTo(new PriorityTable.Rule(
                        "silent",
                        1,
                        List.of("non", "", "", "", "", "", ""),
                        "2",
                        "Sans réponse : prendre contact avec l'école avant de la classer",
                        "Rien n'est connu : on rencontre l'école avant de la placer"));
        assertThat(shown.rules().stream()
                        .filter(rule -> rule.id().equals("priorityPlus"))
                        .findFirst()
                        .orElseThrow()
                        .conditions())
                .containsExactly("", "tout sauf Insuffisante", "", "", "REP+", "", "");
        assertThat(shown.rules().stream().flatMap(rule -> rule.conditions().stream()))
                .noneMatch(said -> said.matches(".*[\"<>=_].*"));
    }

    @ParameterizedTest
    @CsvSource({
        "turnoverPercent, >= 30, 30 ou plus",
        "turnoverPercent, < 10, moins de 10",
        "answered, true, oui",
        "wish, 3, 3",
        "priorityEducation, '\"REP\",\"REP_PLUS\"', REP ou REP+"
    })
    void readsAConditionAloud(String fact, String written, String said) {
        assertThat(table.condition(fact, written)).isEqualTo(said);
    }

    @Test
    void saysWhichRuleAppliedAndToWhat() {
        CountedSchool school = new CountedSchool(
                "u", 5, 100, new Answers(Map.of("fullTime", "5", "connection", "SUFFISANT", "wave", "1")), List.of());
        SchoolPriorities.Priority found = priorities.of(school, PriorityEducation.REP);
        assertThat(found.rule()).isEqualTo("priorityNetwork");
        assertThat(found.rank()).isEqualTo(1);
        assertThat(table.facts(
                                List.of(
                                        "{\"answered\":true,\"connection\":\"SUFFISANT\",\"obstacle\":false,\"entExperience\":\"\",\"priorityEducation\":\"REP\",\"wish\":0,\"turnoverPercent\":12}"))
                        .get(0))
                .containsExactly("oui", "Suffisante", "non", "non dit", "REP", "sans préférence", "12");
    }
}
