package fr.forment.session.guard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Moved by hand, a meeting with parents stays after the training of its school, and the training before it. */
class FamilyOrderTest {

    private static final LocalDate TRAINING = LocalDate.of(2026, 12, 2);
    private static final LocalDate MEETING = LocalDate.of(2026, 12, 10);

    private final PlannedSession training = session(1, TRAINING, Profile.DIRECTEUR, "S1");
    private final PlannedSession meeting = session(2, MEETING, Profile.PARENT, "S1");
    private final FamilyOrder order = new FamilyOrder(
            Map.of(1, training, 2, meeting, 3, session(3, TRAINING.plusDays(20), Profile.DIRECTEUR, "S2")), List.of());

    @Test
    void aMeetingIsNotMovedToTheDayOfTheTrainingOrBefore() {
        assertThat(order.broken(meeting, List.of(TRAINING))).hasValueSatisfying(text -> assertThat(text)
                .startsWith("les parents seraient réunis avant la formation")
                .endsWith("mercredi 2 décembre 2026"));
        assertThat(order.broken(meeting, List.of(TRAINING.plusDays(1)))).isEmpty();
    }

    @Test
    void aTrainingIsNotMovedBehindTheMeetingNorIsOneOfItsDates() {
        assertThat(order.broken(training, List.of(MEETING)))
                .hasValueSatisfying(text -> assertThat(text).endsWith("leur réunion est le jeudi 10 décembre 2026"));
        assertThat(order.broken(training, List.of(TRAINING, MEETING.plusDays(1))))
                .isPresent();
        assertThat(order.broken(training, List.of(MEETING.minusDays(1)))).isEmpty();
    }

    /** What follows the meeting in the plan is a training that may wait: it is in nobody's way. */
    @Test
    void whatThePlanHoldsAfterTheMeetingMayStayThere() {
        var later = session(4, MEETING.plusDays(30), Profile.ENSEIGNANT, "S1");
        var all = new FamilyOrder(Map.of(2, meeting, 4, later), List.of());
        assertThat(all.broken(meeting, List.of(MEETING.plusDays(3)))).isEmpty();
        assertThat(all.broken(later, List.of(MEETING.plusDays(40)))).isEmpty();
    }

    private static PlannedSession session(int line, LocalDate day, Profile profile, String school) {
        return new PlannedSession(
                line,
                1,
                line,
                Phase.VAGUE,
                1,
                "M" + line,
                day,
                LocalTime.of(14, 0),
                90,
                school,
                Format.PRESENTIEL,
                20,
                TrainerKind.ENSEIGNANT,
                null,
                Set.of(profile),
                Map.of(school, 3),
                3);
    }
}
