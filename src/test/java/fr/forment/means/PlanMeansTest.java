package fr.forment.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.means.MeansFacts.Place;
import fr.forment.means.MeansFacts.Trainer;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.resource.Room;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The means of a few sessions, counted by hand. Bruz teaches on Wednesday morning, Laillé does not. */
class PlanMeansTest {

    private static final String BRUZ = "0350001A";
    private static final String LAILLE = "0350002B";
    private static final String NOWHERE = "0350003C";
    /** A hundredth of a degree of latitude. */
    private static final double KM = 6_371 * Math.toRadians(0.01);

    private static final long ERUN = 1;
    private static final long DSI = 2;
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);
    private static final MeansFacts FACTS = new MeansFacts(
            "Bruz",
            Map.of(
                    BRUZ,
                    school(BRUZ, "Bruz", null, 48.00, true, 30),
                    LAILLE,
                    school(LAILLE, "Laillé", "7", 48.03, false, 0),
                    NOWHERE,
                    school(NOWHERE, "Orgères", null, null, false, 0)),
            Map.of(),
            Map.of(ERUN, new Trainer(AgentFunction.ERUN, null), DSI, new Trainer(AgentFunction.DSI, null)),
            List.of(
                    new Period("Période 2, 2026-2027", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 18), 7, 6),
                    new Period("Période 3, 2026-2027", LocalDate.of(2027, 1, 4), LocalDate.of(2027, 2, 12), 6, 6)),
            List.of(),
            Set.of(BRUZ, LAILLE, NOWHERE));

    @Test
    void sessionsAreCountedByModuleVagueAndSector() {
        var means = means(
                session(1, WEDNESDAY, 14, 180, BRUZ, ERUN, Map.of(BRUZ, 8)),
                session(2, WEDNESDAY.plusDays(7), 14, 180, LAILLE, ERUN, Map.of(LAILLE, 5)),
                session(3, WEDNESDAY.plusDays(14), 14, 180, BRUZ, ERUN, Map.of(LAILLE, 4)));

        assertThat(means.modules()).singleElement().satisfies(module -> {
            assertThat(module.means().sessions()).isEqualTo(3);
            assertThat(module.sectors())
                    .extracting("sector", "sessions", "people")
                    .containsExactly(tuple("Bruz", 2, 12), tuple("RPI 7", 1, 5));
        });
        assertThat(means.periods())
                .extracting("sessions", "minutes", "people")
                .containsExactly(tuple(3, 540L, 17), tuple(0, 0L, 0));
        assertThat(means.periods().get(0).perWeek()).isCloseTo(3 / 7.0, within(1e-9));
    }

    @Test
    void aTrainerIsPaidByWhoSendsHimAndGivesHalfDays() {
        var means = means(
                session(1, WEDNESDAY, 13, 90, BRUZ, ERUN, Map.of(BRUZ, 8)),
                session(2, WEDNESDAY, 15, 90, BRUZ, ERUN, Map.of(BRUZ, 8)), // the same afternoon
                session(3, WEDNESDAY.plusDays(1), 9, 360, LAILLE, DSI, Map.of()), // a whole day
                session(4, WEDNESDAY.plusDays(1), 17, 90, LAILLE, null, Map.of(LAILLE, 3)),
                session(5, WEDNESDAY.plusDays(1), 17, 90, LAILLE, null, Map.of(LAILLE, 3))); // another one at once

        assertThat(means.trainers())
                .extracting("trainerId", "body", "sessions", "minutes", "halfDays")
                .containsExactlyInAnyOrder(
                        tuple(ERUN, TrainerBody.EDUCATION_NATIONALE, 2, 180L, 1),
                        tuple(DSI, TrainerBody.COLLECTIVITE, 1, 360L, 2),
                        tuple(null, TrainerBody.EDUCATION_NATIONALE, 2, 180L, 2));
        assertThat(means.bodies())
                .extracting("body", "minutes", "days")
                .containsExactly(
                        tuple(TrainerBody.EDUCATION_NATIONALE, 360L, 1.5), tuple(TrainerBody.COLLECTIVITE, 360L, 1.0));
    }

    @Test
    void onlyClassesThatAreTaughtThenNeedAReplacement() {
        assertThat(replaced(WEDNESDAY, 9, 180))
                .as("Wednesday morning: Bruz teaches")
                .isEqualTo(8);
        assertThat(replaced(WEDNESDAY, 14, 180)).as("Wednesday afternoon").isZero();
        assertThat(replaced(WEDNESDAY, 9, 360))
                .as("the whole Wednesday: its morning")
                .isEqualTo(8);
        assertThat(replaced(WEDNESDAY.plusDays(1), 17, 90)).as("after class").isZero();
        assertThat(replaced(WEDNESDAY.plusDays(1), 14, 120))
                .as("an afternoon of school")
                .isEqualTo(13);
        assertThat(replaced(WEDNESDAY.plusDays(1), 9, 360))
                .as("a whole day of school")
                .isEqualTo(26);
    }

    private static int replaced(LocalDate day, int hour, int minutes) {
        return means(session(1, day, hour, minutes, BRUZ, ERUN, Map.of(BRUZ, 8, LAILLE, 5)))
                .replacements();
    }

    @Test
    void kilometresAreOfOneWayAndWhatIsNotOnTheMapIsTold() {
        var means = means(
                session(1, WEDNESDAY, 14, 90, BRUZ, ERUN, Map.of(BRUZ, 8, LAILLE, 5)), // 5 × 3
                session(2, WEDNESDAY.plusDays(1), 17, 60, "Laillé", ERUN, Map.of(BRUZ, 2)), // a town: its school, 2 × 3
                session(3, WEDNESDAY.plusDays(1), 18, 60, "Laillé", ERUN, Map.of(BRUZ, 2)), // 2 × 3, one journey
                session(4, WEDNESDAY.plusDays(2), 17, 60, LAILLE, ERUN, Map.of(NOWHERE, 4)));

        assertThat(means.travel().personKm()).isCloseTo((15 + 6 + 6) * KM, within(1e-6));
        assertThat(means.travel().trainerKm())
                .as("from the town of the circonscription: twice to Laillé")
                .isCloseTo(6 * KM, within(1e-6));
        assertThat(means.travel().unknown()).isEqualTo(4);
        assertThat(means(session(1, WEDNESDAY, 14, 90, "Ailleurs", ERUN, Map.of()))
                        .travel()
                        .unknown())
                .as("the trainer's journey is not counted either")
                .isEqualTo(1);
    }

    @Test
    void roomsSayWhatTheyTakeAndWhichAreHired() {
        var means = means(
                session(1, WEDNESDAY, 14, 90, BRUZ, ERUN, Map.of(BRUZ, 12)),
                session(2, WEDNESDAY, 14, 90, "Laillé", DSI, Map.of(LAILLE, 5)),
                session(3, WEDNESDAY, 14, 90, "Laillé", null, Map.of(LAILLE, 5)));

        assertThat(means.rooms())
                .extracting("place", "isSchool", "sessions", "halfDays", "most", "takes")
                .containsExactly(tuple("Laillé", false, 2, 2, 5, 0), tuple(BRUZ, true, 1, 1, 12, 30));
        assertThat(means.hiredHalfDays()).isEqualTo(2);
    }

    /** As the alerts count: what is listed counts before what a school answered, on the day of each session. */
    @Test
    void aListedRoomTakesWhatItsListSaysOnThatDay() {
        var facts = new MeansFacts(
                FACTS.town(),
                FACTS.schools(),
                Map.of(),
                FACTS.trainers(),
                FACTS.periods(),
                List.of(
                        room(BRUZ, 24, null, WEDNESDAY),
                        room(BRUZ, 10, WEDNESDAY.plusDays(1), null),
                        room(null, 12, null, WEDNESDAY.minusDays(1))),
                FACTS.served());
        var means = MeansCount.of(
                facts,
                List.of(
                        session(1, WEDNESDAY, 14, 90, BRUZ, ERUN, Map.of(BRUZ, 25)),
                        session(2, WEDNESDAY.plusDays(1), 14, 90, BRUZ, ERUN, Map.of(BRUZ, 8)),
                        session(3, WEDNESDAY, 14, 90, "Médiathèque, Bruz", DSI, Map.of(BRUZ, 20))));

        assertThat(means.rooms())
                .extracting("place", "most", "takes", "over", "places")
                .containsExactly(
                        tuple(BRUZ, 25, 10, 1, "10"),
                        tuple("Médiathèque, Bruz", 20, 0, 0, "pas disponible à ces dates"));
        assertThat(means.travel().personKm())
                .as("a room lies where its list says")
                .isCloseTo(20 * 2 * KM, within(1e-6));
    }

    private static Room room(String school, int capacity, LocalDate from, LocalDate until) {
        return new Room(
                0,
                0,
                "C",
                "Médiathèque",
                school,
                "Bruz",
                capacity,
                null,
                from,
                until,
                school == null ? 48.02 : null,
                school == null ? -1.75 : null);
    }

    private static PlanMeans means(PlannedSession... sessions) {
        return MeansCount.of(FACTS, List.of(sessions));
    }

    private static Place school(String uai, String commune, String rpi, Double latitude, boolean wednesday, int room) {
        return new Place(uai, commune, rpi, latitude, latitude == null ? null : -1.75, wednesday, room);
    }

    private static PlannedSession session(
            int line, LocalDate day, int hour, int minutes, String place, Long trainer, Map<String, Integer> seats) {
        return new PlannedSession(
                line,
                1,
                line,
                Phase.VAGUE,
                1,
                "PEDA-1",
                day,
                LocalTime.of(hour, 0),
                minutes,
                place,
                Format.PRESENTIEL,
                20,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                trainer,
                Set.of(Profile.ENSEIGNANT),
                seats,
                seats.values().stream().mapToInt(Integer::intValue).sum());
    }
}
