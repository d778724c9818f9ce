package fr.forment.grid;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.engine.Tables;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code schoolPriority.dmn}: one row per rule, then the order between rules. */
class SchoolPriorityTest {

    private final Tables tables = Tables.of("grid");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false |             | false |          | AUCUNE   | 0 | 50 | 2 | Sans réponse : prendre contact avec l'école avant de la classer",
                "true  | AUCUNE      | false | AUCUN    | REP_PLUS | 1 | 50 | 3 | Sans connexion : l'équipement d'abord",
                "true  | SUFFISANT   | true  | AUCUN    | REP      | 1 | 50 | 3 | Obstacle signalé par l'école",
                "true  | SUFFISANT   | false | AUCUN    | REP      | 3 | 50 | 3 | L'école souhaite la troisième vague",
                "true  | IRREGULIER  | false | ENT      | REP_PLUS | 0 | 0  | 1 | REP+ : école prioritaire",
                "true  | SUFFISANT   | false | ENT      | REP      | 0 | 0  | 1 | REP : école prioritaire",
                "true  | SUFFISANT   | false | ENT      | AUCUNE   | 1 | 50 | 3 | Utilise déjà un ENT : accompagner ensuite",
                "true  | INSUFFISANT | false | AUCUN    | REP      | 0 | 30 | 1 | Équipe renouvelée pour un tiers ou plus",
                "true  | SUFFISANT   | false | AUTRE    | AUCUNE   | 1 | 29 | 1 | Volontaire pour la première vague",
                "true  | IRREGULIER  | false | PLUSIEURS| AUCUNE   | 1 | 29 | 2 | Calendrier ordinaire"
            })
    void ranksASchool(
            boolean answered,
            String connection,
            boolean obstacle,
            String experience,
            String education,
            int wish,
            int turnover,
            int priority,
            String reason) {
        var row = tables.decide(
                "schoolPriority",
                Map.of(
                        "answered",
                        answered,
                        "connection",
                        connection == null ? "" : connection,
                        "obstacle",
                        obstacle,
                        "entExperience",
                        experience == null ? "" : experience,
                        "priorityEducation",
                        education,
                        "wish",
                        wish,
                        "turnoverPercent",
                        turnover));
        assertThat(row).containsExactly(Map.of("priority", priority, "reason", reason));
    }

    @Test
    void hasNoOtherRule() {
        assertThat(tables.rules("schoolPriority")).isEqualTo(10);
    }
}
