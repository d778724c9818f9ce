package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.plan.words.PlanDifference;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

/** A room is lost in which people without a school were to meet: answered, told on the plan, and counted once. */
@HouseTest
@Tag("attack")
class LostRoomTest extends ToldSession {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate PARENTS = LocalDate.of(2026, 12, 8);
    private static final String LOST = "Médiathèque, Rennes";
    private static final String ASKED = UriUtils.encode(LOST, StandardCharsets.UTF_8);
    private static final String FREE = "Maison, Rennes";

    @Autowired
    RoomService rooms;

    @Autowired
    RecheckClock recheck;

    @Autowired
    IncidentService service;

    @Override
    void furtherLines() {
        approved.line(
                plan,
                2,
                "FORMATEURS",
                "PRES-CADRES",
                DAY,
                LocalTime.of(9, 0),
                180,
                20,
                circo.supplier().id(),
                List.of("ERUN", "CPC"),
                Map.of());
        jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ? AND line = 2")
                .params(LOST, plan.planId())
                .update();
        approved.line(
                plan,
                3,
                "VAGUE",
                "PRES-PARENTS",
                PARENTS,
                LocalTime.of(18, 0),
                60,
                60,
                circo.directors().get(1).id(),
                List.of("PARENT"),
                Map.of(circo.schools().get(1), 52));
        jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ? AND line = 3")
                .params(circo.schools().get(1), plan.planId())
                .update();
        jdbc.sql("""
                INSERT INTO trainer_certification (agent_id, module_code, granted, from_day, decided_by, decided_on)
                VALUES (?, 'PRES-CADRES', TRUE, DATE '2026-01-01', 'ien', DATE '2026-09-01')""").param(circo.supplier().id()).update();
        ground.as(circo.ien());
        rooms.add(room("Médiathèque"));
        rooms.add(room("Maison"));
    }

    private Room room(String name) {
        return new Room(0, 0, circo.uai(), name, null, "Rennes", 20, null, null, null, null, null);
    }

    @Test
    void itMeetsInTheFreeRoomOfTheTownAndThePlanSaysSo() throws Exception {
        String page = "/plans/" + plan.planId() + "/evenement?quoi=SALLE&lieu=" + ASKED + "&du=" + DAY.minusDays(1);
        String told = visitor.page(circo.ien(), page).text();
        assertThat(told).contains("1 session touchée : 1 garde sa date", FREE);

        Happening lost = new Happening(Happened.SALLE, List.of(), List.of(), false, LOST, DAY.minusDays(1), null);
        assertThat(PlanDifference.between(look(lost).before(), look(lost).after())
                        .changed())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.after().place()).isEqualTo(FREE);
                    assertThat(change.after().day()).isEqualTo(DAY);
                });
    }

    @Test
    void onceNotedThePlanWarnsAndNothingElseListsItAgain() throws Exception {
        ground.as(circo.ien());
        Room there = roomOf("Médiathèque");
        rooms.change(new Room(
                there.id(),
                there.version(),
                there.circonscriptionUai(),
                there.name(),
                null,
                there.commune(),
                there.capacity(),
                null,
                null,
                DAY.minusDays(1),
                null,
                null));
        recheck.look();
        assertThat(visitor.page(circo.ien(), "/plans/" + plan.planId()).text())
                .contains("1 session ne tient plus", "La salle n'est pas disponible");
        Happening snow = new Happening(
                Happened.FERMETURE, List.of(), List.of(circo.schools().get(0)), false, null, WEDNESDAY, WEDNESDAY);
        assertThat(look(snow).hits()).extracting(hit -> hit.session().line()).containsExactly(1);
    }

    /** Parents come on their day all the same, to another place of the town. */
    @Test
    void whereParentsAreExpectedIsLostToo() throws Exception {
        String school = circo.schools().get(1);
        Happening lost = new Happening(Happened.SALLE, List.of(), List.of(), false, school, PARENTS.minusDays(1), null);
        Aftermath found = look(lost);
        assertThat(found.hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.session().line()).isEqualTo(3));
        assertThat(found.fates()).containsOnlyKeys(Aftermath.Fate.KEPT);
        assertThat(PlanDifference.between(found.before(), found.after()).changed())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.after().startsAt())
                            .isEqualTo(change.before().startsAt());
                    assertThat(change.after().place()).doesNotMatch("\\d{7}[A-Z]");
                });
        assertThat(visitor.page(
                                circo.ien(),
                                "/plans/" + plan.planId() + "/evenement?quoi=SALLE&lieu=" + school + "&du="
                                        + PARENTS.minusDays(1))
                        .text())
                .contains("La salle où les parents sont attendus n'est pas disponible");
    }

    /** Whatever happens: the heaps of the sentence are as many sessions as were hit. */
    @Test
    void theHeapsSumUp() throws Exception {
        for (String shock : List.of(
                "SALLE&lieu=" + ASKED + "&du=" + DAY.minusDays(1),
                "ABSENCE&qui=" + circo.cpc().id() + "&du=2026-11-16&au=2026-11-30",
                "ABSENCE&qui=" + circo.supplier().id() + "&du=2026-11-01&au=2027-06-30",
                "FERMETURE&ecoles=toutes&du=2026-11-01&au=2027-08-31",
                "DEPART&ecole=" + circo.schools().get(0))) {
            String summary = visitor.page(circo.ien(), "/plans/" + plan.planId() + "/evenement?quoi=" + shock)
                    .select("section[aria-labelledby=touchees] strong")
                    .text();
            assertThat(summary).as(shock).contains(" : ");
            assertThat(Arrays.stream(summary.split(" : ")[1].split(" ; "))
                            .mapToInt(LostRoomTest::first)
                            .sum())
                    .as(shock + ", " + summary)
                    .isEqualTo(first(summary));
        }
    }

    private static int first(String text) {
        return Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .findFirst()
                .orElseThrow();
    }

    private Aftermath look(Happening happening) {
        return service.look(plans.find(plan.planId()).orElseThrow(), happening);
    }

    private Room roomOf(String name) {
        return jdbc.sql("SELECT * FROM training_room WHERE name = ? AND circonscription_uai = ?")
                .params(name, circo.uai())
                .query(Room.class)
                .single();
    }
}
