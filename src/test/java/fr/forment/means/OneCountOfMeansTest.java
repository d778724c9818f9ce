package fr.forment.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.forment.benchmark.plan.Instances;
import fr.forment.means.MeansFacts.Place;
import fr.forment.means.MeansFacts.Trainer;
import fr.forment.means.PlanMeans.RoomMeans;
import fr.forment.plan.Means;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.conditions.ResourceCheck;
import fr.forment.resource.GivenHalfDays;
import fr.forment.resource.Room;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever counts the same thing of one plan says the same: the means (of the page and of every paper), the goals of
 * the search, the alerts and the bounds of trainers. Plans drawn by lot, at odd hours and in listed rooms.
 */
class OneCountOfMeansTest {

    private static final List<LocalTime> HOURS = List.of(
            LocalTime.of(9, 0),
            LocalTime.of(10, 30),
            LocalTime.of(12, 0),
            LocalTime.of(13, 30),
            LocalTime.of(14, 0),
            LocalTime.of(16, 30),
            LocalTime.of(17, 30));
    private static final Pattern TAKES = Pattern.compile("accueille (\\d+) personnes? ; effectif attendu : (\\d+)");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyCountOfOnePlanIsTheSame(long seed) {
        var random = new Random(seed);
        var instances = Instances.in(Instances.OF_TESTS);
        PlanFacts bare = inOrder(instances.get((int) (seed % instances.size())).facts());
        List<Room> rooms = rooms(bare, random);
        PlanFacts facts = bare.with(Conditions.NONE.withRooms(rooms.stream()
                .map(room -> new RoomFacts(
                        room.place(),
                        room.commune(),
                        room.latitude(),
                        room.longitude(),
                        room.capacity(),
                        room.fromDay(),
                        room.untilDay()))
                .toList()));
        List<Draft> drafts = PlanCalculator.propose(facts).stream()
                .map(draft -> elsewhere(draft, rooms, random))
                .toList();
        List<PlannedSession> sessions = PlanJudge.sessions(drafts);
        PlanMeans means = MeansCount.of(means(facts, rooms), sessions);

        goals(facts, drafts, means);
        halfDays(sessions, means);
        rooms(facts, sessions, means);
        sums(sessions, means);
    }

    /** As a plan's facts are read: a town lies where its first school does. */
    private static PlanFacts inOrder(PlanFacts facts) {
        return new PlanFacts(
                facts.circonscriptionUai(),
                facts.from(),
                facts.until(),
                facts.town(),
                facts.schoolDay(),
                facts.modules(),
                facts.vagues(),
                facts.schools().stream()
                        .sorted(Comparator.comparing(SchoolFacts::uai))
                        .toList(),
                facts.people(),
                facts.needs(),
                facts.busy(),
                facts.pace(),
                facts.inForce(),
                facts.conditions());
    }

    private static void goals(PlanFacts facts, List<Draft> drafts, PlanMeans means) {
        Map<Goal, Long> goals = PlanSolver.score(facts, drafts).goals();
        assertThat(means.travel().personKm())
                .as("kilometres")
                .isCloseTo(goals.get(Goal.PERSONNE_KM), within(0.51 + 0.001 * drafts.size()));
        assertThat((long) means.replacements()).as("replacements").isEqualTo(goals.get(Goal.REMPLACEMENT));
    }

    /** As what a trainer gives is bounded and told elsewhere. */
    private static void halfDays(List<PlannedSession> sessions, PlanMeans means) {
        means.trainers().stream().filter(row -> row.trainerId() != null).forEach(row -> assertThat(row.halfDays())
                .as("half-days of %s", row.trainerId())
                .isEqualTo(GivenHalfDays.of(sessions.stream()
                        .filter(session -> Objects.equals(session.trainerAgentId(), row.trainerId()))
                        .map(session -> new GivenHalfDays.Taken(session.day(), session.start(), session.end())))));
    }

    /** As the alerts count seats. */
    private static void rooms(PlanFacts facts, List<PlannedSession> sessions, PlanMeans means) {
        var check = new ResourceCheck(facts, sessions);
        for (RoomMeans room : means.rooms()) {
            List<int[]> told = sessions.stream()
                    .filter(session -> session.place().equals(room.place()) && !session.isForParents())
                    .flatMap(session -> check.problems(session).stream())
                    .flatMap(text -> TAKES.matcher(text).results())
                    .map(found -> new int[] {Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))})
                    .toList();
            assertThat(room.over())
                    .as("%s", room)
                    .isEqualTo(told.stream()
                            .mapToInt(seats -> seats[1] - seats[0])
                            .max()
                            .orElse(0));
            told.forEach(seats -> assertThat(room.takes()).as("%s", room).isLessThanOrEqualTo(seats[0]));
        }
    }

    private static void sums(List<PlannedSession> sessions, PlanMeans means) {
        Means whole = Means.of(sessions);
        assertThat(means.whole()).isEqualTo(whole);
        assertThat(means.modules().stream()
                        .mapToInt(row -> row.means().sessions())
                        .sum())
                .isEqualTo(whole.sessions());
        assertThat(means.modules().stream()
                        .mapToInt(row -> row.means().expected())
                        .sum())
                .isEqualTo(whole.expected());
        assertThat(means.trainers().stream()
                        .mapToLong(PlanMeans.TrainerMeans::minutes)
                        .sum())
                .isEqualTo(whole.trainerMinutes());
        assertThat(means.bodies().stream()
                        .mapToLong(PlanMeans.BodyMeans::minutes)
                        .sum())
                .isEqualTo(whole.trainerMinutes());
        assertThat(means.bodies().stream()
                        .mapToInt(PlanMeans.BodyMeans::halfDays)
                        .sum())
                .isEqualTo(means.trainers().stream()
                        .mapToInt(PlanMeans.TrainerMeans::halfDays)
                        .sum());
        assertThat(means.periods().stream()
                        .mapToInt(PlanMeans.PeriodMeans::people)
                        .sum())
                .isEqualTo(whole.expected());
        assertThat(means.periods().stream()
                        .mapToLong(PlanMeans.PeriodMeans::minutes)
                        .sum())
                .isEqualTo(whole.trainerMinutes());
    }

    private static List<Room> rooms(PlanFacts facts, Random random) {
        List<Room> rooms = new ArrayList<>();
        for (SchoolFacts school : facts.schools()) {
            if (random.nextInt(3) == 0) {
                LocalDate turn = facts.from().plusDays(random.nextInt(120));
                rooms.add(room("Préau", school.uai(), school.commune(), 4 + random.nextInt(25), null, turn, null));
                rooms.add(room("Préau", school.uai(), school.commune(), 4 + random.nextInt(25), turn, null, null));
            } else if (random.nextInt(4) == 0) {
                rooms.add(room(
                        "Salle " + school.uai(), null, school.commune(), 4 + random.nextInt(25), null, null, 48.0));
            }
        }
        return rooms;
    }

    private static Room room(
            String name, String school, String commune, int seats, LocalDate from, LocalDate until, Double latitude) {
        return new Room(
                0, 0, "C", name, school, commune, seats, null, from, until, latitude, latitude == null ? null : -1.7);
    }

    /** A third of them at another hour, or in one of the rooms. */
    private static Draft elsewhere(Draft draft, List<Room> rooms, Random random) {
        if (draft.module().isHeldBySchool() || random.nextInt(3) > 0) {
            return draft;
        }
        return new Draft(
                draft.vagueRank(),
                draft.module(),
                draft.day(),
                HOURS.get(random.nextInt(HOURS.size())),
                draft.seats().isEmpty() || rooms.isEmpty()
                        ? draft.place()
                        : rooms.get(random.nextInt(rooms.size())).place(),
                draft.capacity(),
                draft.trainerId(),
                draft.profiles(),
                draft.seats(),
                draft.expected());
    }

    private static MeansFacts means(PlanFacts facts, List<Room> rooms) {
        Map<Long, Trainer> trainers = new HashMap<>();
        facts.people().forEach(person -> trainers.put(person.id(), new Trainer(person.function(), person.schoolUai())));
        return new MeansFacts(
                facts.town(),
                facts.schools().stream()
                        .map(school -> new Place(
                                school.uai(),
                                school.commune(),
                                school.rpi(),
                                school.latitude(),
                                school.longitude(),
                                school.wednesdayMorning(),
                                school.room()))
                        .collect(Collectors.toMap(Place::uai, place -> place)),
                Map.of(),
                trainers,
                List.of(new Period(
                        "L'année", facts.from().minusYears(1), facts.until().plusYears(1), 36, 36)),
                rooms,
                facts.schoolsByUai().keySet());
    }
}
