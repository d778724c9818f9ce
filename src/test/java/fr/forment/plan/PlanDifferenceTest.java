package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.words.DifferenceWords;
import fr.forment.plan.words.PlanDifference;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What changed between two versions, and what a set of sessions costs. */
class PlanDifferenceTest {

    @Test
    void recognisesSessionsByTheirNumber() {
        var kept = session(1, 2, "Bruz", 20);
        var moved = session(2, 9, "Bruz", 20);
        var removed = session(3, 16, "Bruz", 20);
        var added = session(4, 16, "Laillé", 20);

        var difference = PlanDifference.between(
                List.of(kept, moved, removed), List.of(kept, session(2, 16, "Laillé", 15), added));

        assertThat(difference.added()).containsExactly(added);
        assertThat(difference.removed()).containsExactly(removed);
        assertThat(difference.changed()).singleElement().satisfies(changed -> assertThat(changed.what())
                .containsExactly("date", "lieu", "places"));
        assertThat(PlanDifference.between(List.of(kept), List.of(kept)).isEmpty())
                .isTrue();
    }

    /** A field that is added to a session and forgotten here would change unseen. */
    @Test
    void seesEveryField() throws Exception {
        var before = session(1, 2, "Bruz", 20);
        Map<String, Object> others = Map.ofEntries(
                Map.entry("phase", Phase.FORMATEURS),
                Map.entry("vagueRank", 2),
                Map.entry("moduleCode", "PEDA-2"),
                Map.entry("day", LocalDate.of(2027, 1, 6)),
                Map.entry("start", LocalTime.of(14, 0)),
                Map.entry("minutes", 90),
                Map.entry("place", "Laillé"),
                Map.entry("format", Format.DISTANCE),
                Map.entry("capacity", 12),
                Map.entry("trainerKind", TrainerKind.FOURNISSEUR),
                Map.entry("trainerAgentId", 7L),
                Map.entry("profiles", Set.of(Profile.DIRECTEUR)),
                Map.entry("seats", Map.of("S2", 18)),
                Map.entry("expected", 17));
        RecordComponent[] fields = PlannedSession.class.getRecordComponents();
        for (RecordComponent changed : fields) {
            if (!Set.of("id", "planId", "line").contains(changed.getName())) {
                Object[] values = new Object[fields.length];
                Class<?>[] types = new Class<?>[fields.length];
                for (int n = 0; n < fields.length; n++) {
                    types[n] = fields[n].getType();
                    values[n] = fields[n].equals(changed)
                            ? others.get(changed.getName())
                            : fields[n].getAccessor().invoke(before);
                }
                var after = PlannedSession.class.getDeclaredConstructor(types).newInstance(values);
                var difference = PlanDifference.between(List.of(before), List.of(after));
                assertThat(difference.changed()).as(changed.getName()).hasSize(1);
                assertThat(DifferenceWords.of(difference, new PlanNames.Of(Map.of(), Map.of(), Map.of())))
                        .as(changed.getName())
                        .singleElement()
                        .asString()
                        .startsWith("Ligne 1 (")
                        .satisfiesAnyOf(
                                sentence -> assertThat(sentence).contains(" → "),
                                sentence -> assertThat(changed.getName()).isEqualTo("trainerAgentId")); // nobody known
            }
        }
    }

    /** 3 sessions of 3 h at 20 places, 18 people each: 9 h of trainer, 162 h of trainee. */
    @Test
    void countsTheMeans() {
        var means = Means.of(List.of(session(1, 2, "A", 20), session(2, 9, "A", 20), session(3, 16, "A", 20)));

        assertThat(means).isEqualTo(new Means(3, 60, 54, 540, 9720));
        assertThat(means.trainerHours()).isEqualTo("9 h");
        assertThat(means.traineeHours()).isEqualTo("162 h");
    }

    @Test
    void countsParentsAsNoTrainees() {
        var meeting = new PlannedSession(
                5,
                1,
                5,
                Phase.VAGUE,
                1,
                "PRES-PARENTS",
                LocalDate.of(2026, 12, 1),
                LocalTime.of(18, 0),
                45,
                "S1",
                Format.PRESENTIEL,
                120,
                TrainerKind.ENSEIGNANT,
                null,
                Set.of(Profile.PARENT),
                Map.of("S1", 120),
                120);

        assertThat(Means.of(List.of(meeting))).isEqualTo(new Means(1, 0, 0, 45, 0));
    }

    private static PlannedSession session(int line, int day, String place, int capacity) {
        return new PlannedSession(
                line,
                1,
                line,
                Phase.VAGUE,
                1,
                "PEDA-1",
                LocalDate.of(2026, 12, day),
                LocalTime.of(13, 30),
                180,
                place,
                Format.PRESENTIEL,
                capacity,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                9L,
                Set.of(Profile.ENSEIGNANT),
                Map.of("S1", 18),
                18);
    }
}
