package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Those who are trained without a school meet in a room like everybody, and lose it like everybody. */
class OwnPeopleRoomTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final String LOST = "Médiathèque, Bruz";
    private static final RoomFacts CLOSED = new RoomFacts(LOST, "Bruz", null, null, 20, null, DAY.minusDays(2));
    private static final RoomFacts SMALL = new RoomFacts("Bureau, Bruz", "Bruz", null, null, 1, null, null);
    private static final RoomFacts FREE = new RoomFacts("Maison, Bruz", "Bruz", null, null, 16, null, null);
    private static final RoomFacts AFAR = new RoomFacts("Mairie, Vern", "Vern", null, null, 16, null, null);

    private final Circo circo =
            new Circo().trainersModule("FORM", 180, TrainerKind.EQUIPE_CIRCONSCRIPTION, Profile.ERUN, Profile.IEN);

    @Test
    void aLostRoomHitsTheirSessionWhichKeepsItsMomentInAnotherRoom() {
        Repaired repaired = repaired(CLOSED, SMALL, FREE, AFAR);
        assertThat(repaired.hit()).containsExactly(1);
        assertThat(repaired.stuck()).isEmpty();
        Draft now = repaired.byLine().get(1);
        assertThat(now.day()).isEqualTo(DAY);
        assertThat(now.place()).isEqualTo(FREE.place());
        assertThat(now.capacity()).isEqualTo(16);
        assertThat(now.trainerId()).isEqualTo(Circo.CPC);
    }

    @Test
    void withoutAnyRoomTheTownIsLeftWhereOneHasToBeBooked() {
        Repaired repaired = repaired(CLOSED, SMALL);
        assertThat(repaired.byLine().get(1).place()).isEqualTo("Bruz");
        assertThat(repaired.byLine().get(1).day()).isEqualTo(DAY);
    }

    @Test
    void aRoomThatIsTakenAtThatHourIsNone() {
        circo.busy.add(new Busy(null, FREE.place(), DAY, LocalTime.of(9, 0), LocalTime.of(12, 0)));
        assertThat(repaired(CLOSED, FREE).byLine().get(1).place()).isEqualTo("Bruz");
    }

    private Repaired repaired(RoomFacts... rooms) {
        Draft own = new Draft(
                null,
                circo.modules.get(0),
                DAY,
                LocalTime.of(9, 0),
                LOST,
                20,
                Circo.CPC,
                circo.modules.get(0).profiles(),
                Map.of(),
                2);
        PlanFacts facts = circo.facts();
        Conditions said = facts.conditions().withRooms(List.of(rooms)).with(List.of(new Held(1, own, false, true)));
        Repaired repaired = Repair.of(facts.with(said), Weights.delivered(), Circo.FROM);
        assertThat(PlanJudge.blocking(facts.with(said.with(List.of())), repaired.sessions()))
                .isEmpty();
        return repaired;
    }
}
