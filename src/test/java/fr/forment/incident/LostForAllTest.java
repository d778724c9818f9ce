package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.french.Refusal;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.calculation.Conditions;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A place that was said to be lost is one for whatever is planned or opened afterwards, whatever kind of place it is.
 */
@HouseTest
@Tag("attack")
class LostForAllTest extends ToldSession {

    private static final LocalDate LOST = LocalDate.of(2026, 11, 25);
    private static final LocalDate AFTER = LocalDate.of(2026, 12, 2);
    private static final String NEVER_LISTED = "Mairie, Rennes";

    @Autowired
    IncidentService service;

    @Autowired
    ComputedPlanService computed;

    @Autowired
    RoomService rooms;

    @Autowired
    SessionService opening;

    @Override
    void furtherLines() {
        approved.line(
                plan,
                2,
                "VAGUE",
                "ADM-DIR",
                AFTER,
                LocalTime.of(14, 0),
                90,
                20,
                circo.erun().id(),
                List.of("DIRECTEUR"),
                Map.of(circo.schools().get(0), 1));
        jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ? AND line = 2")
                .params(NEVER_LISTED, plan.planId())
                .update();
    }

    /** Before its day it takes whom it always took. */
    @Test
    void aSchoolThatNamedNoRoomHasNoneFromThatDayOn() {
        String school = circo.schools().get(2);
        lose(school);
        assertThat(known().capacity(school, LOST.minusDays(1))).isEmpty();
        assertThat(known().capacity(school, LOST)).hasValue(0);
    }

    @Test
    void aRoomOfASchoolThatWasToBeginLaterNeverDoes() {
        String school = circo.schools().get(2);
        ground.as(circo.ien());
        rooms.add(room("Préau", school, LOST.plusDays(7)));
        lose(school);
        assertThat(known().capacity(school, LOST.plusDays(8))).hasValue(0);
    }

    @Test
    void aRoomThatNobodyListedIsLostAsWell() throws Exception {
        assertThat(visitor.page(circo.ien(), "/plans/" + plan.planId() + "/evenement?quoi=SALLE")
                        .select("select[name=lieu] option")
                        .eachText())
                .contains(NEVER_LISTED);
        lose(NEVER_LISTED);
        assertThat(known().capacity(NEVER_LISTED, AFTER)).hasValue(0);
        assertThat(visitor.page(circo.ien(), "/ressources/salles?circonscription=" + circo.uai())
                        .text())
                .contains("Lieux perdus", NEVER_LISTED, "25/11/2026");
    }

    @Test
    void aRoomThatIsCalledOtherwiseIsGoneAndOneThatComesBackIsNot() {
        ground.as(circo.ien());
        long there = rooms.add(room("Médiathèque", null, null));
        rooms.remove(there);
        assertThat(known().capacity("Médiathèque, Rennes", AFTER)).hasValue(0);
        rooms.add(room("Médiathèque", null, null));
        assertThat(known().capacity("Médiathèque, Rennes", AFTER)).hasValue(20);
    }

    @Test
    void nobodyOpensASessionThere() {
        String school = circo.schools().get(2);
        lose(school);
        ground.as(circo.ien());
        NewSession asked = new NewSession(
                circo.uai(),
                null,
                "PEDA-1",
                AFTER.atTime(14, 0),
                180,
                school,
                Format.PRESENTIEL,
                12,
                3,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                circo.erun().id(),
                false);
        assertThatThrownBy(() -> opening.open(asked, true, ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("la salle n'est pas disponible");
        assertThatThrownBy(() -> opening.postpone(session.id(), AFTER.atTime(14, 0), school, "Autre jour", true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("la salle n'est pas disponible");
    }

    private void lose(String place) {
        ground.as(circo.ien());
        Happening lost = new Happening(Happened.SALLE, List.of(), List.of(), false, place, LOST, null);
        service.apply(
                plan.planId(),
                lost,
                "",
                service.look(plans.find(plan.planId()).orElseThrow(), lost).print());
    }

    private Conditions known() {
        return computed.basis(plan.planId()).facts().conditions();
    }

    private Room room(String name, String school, LocalDate from) {
        return new Room(0, 0, circo.uai(), name, school, "Rennes", 20, null, from, null, null, null);
    }
}
