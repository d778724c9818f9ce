package fr.forment.plan.calculation.hours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Pace;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The hours of one school: who is seated, who lacks how much, and that so much more is enough. */
class SharedHoursTest {

    private static final String SCHOOL = "S1";
    private static final ModuleFacts FIRST = module("FIRST", 60, true, Profile.ENSEIGNANT);
    private static final ModuleFacts LONG = module("LONG", 180, false, Profile.ENSEIGNANT);
    private static final ModuleFacts SHORT = module("SHORT", 90, false, Profile.ENSEIGNANT);

    private final List<Person> people = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private boolean beyond;

    /** Whoever gets hours has most and is asked first for the other module: he gets what he lacks then. */
    @Test
    void whatIsSaidToLackIsEnoughWhenGiven() {
        teacher(1, 60, Set.of());
        teacher(2, 90, Set.of("SHORT"));
        needs.add(new Need(SCHOOL, "FIRST", Profile.ENSEIGNANT, 1));
        needs.add(new Need(SCHOOL, "SHORT", Profile.ENSEIGNANT, 1));
        Map<ModuleFacts, Integer> seats = Map.of(FIRST, 1);
        Map<Long, Integer> lacking = hours().lacking(seats, SHORT, 1);

        assertThat(lacking.keySet()).containsExactly(1L);
        give(lacking);
        assertThat(hours().areEnough(Map.of(FIRST, 1, SHORT, 1))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void soItIsWhateverTheSchool(int seed) {
        Map<ModuleFacts, Integer> seats = drawn(new Random(seed));
        assertThat(hours().areEnough(seats)).isTrue();
        for (ModuleFacts module : List.of(FIRST, LONG, SHORT)) {
            int more = 1 + seed % 4;
            Map<ModuleFacts, Integer> with = new HashMap<>(seats);
            with.merge(module, more, Integer::sum);
            List<Person> before = List.copyOf(people);
            Map<Long, Integer> lacking = hours().lacking(seats, module, more);
            assertThat(lacking.values()).allMatch(minutes -> minutes > 0);
            assertThat(lacking.isEmpty())
                    .as("nobody lacks anything where all have a seat within their hours")
                    .isEqualTo(hours().areEnough(with));
            give(lacking);
            assertThat(hours().areEnough(with))
                    .as("%s more in %s with %s", more, module.code(), lacking)
                    .isTrue();
            people.clear();
            people.addAll(before);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    /** Seats beyond what the school asked for take hours as well. */
    @Test
    void seatsThatNobodyAskedForTakeHours() {
        teacher(1, 180, Set.of());
        assertThat(hours().followed(Map.of(LONG, 1))).isEqualTo(Map.of(1L, 180));
        assertThat(hours().tooMany(Map.of(LONG, 1, SHORT, 1))).isEqualTo(Map.of(SHORT, 1));
    }

    /** Nobody follows a module twice, however long it lasts in one session or another. */
    @Test
    void aSessionTakesTheHoursItLasts() {
        teacher(1, 240, Set.of());
        teacher(2, 240, Set.of());
        needs.add(new Need(SCHOOL, "LONG", Profile.ENSEIGNANT, 2));
        Map<ModuleFacts, Integer> seats = Map.of(LONG, 1, LONG.lasting(240), 1);
        assertThat(hours().areEnough(seats)).isTrue();
        assertThat(hours().followed(seats).values()).containsExactlyInAnyOrder(180, 240);
        assertThat(hours().tooMany(Map.of(LONG.lasting(241), 1))).isEqualTo(Map.of(LONG.lasting(241), 1));
    }

    @Test
    void whatMustComeBeforeTheOpeningTakesHoursFirst() {
        teacher(1, 180, Set.of());
        needs.add(new Need(SCHOOL, "FIRST", Profile.ENSEIGNANT, 1));
        needs.add(new Need(SCHOOL, "LONG", Profile.ENSEIGNANT, 1));
        assertThat(hours().tooMany(Map.of(FIRST, 1, LONG, 1))).isEqualTo(Map.of(LONG, 1));
        people.clear();
        teacher(1, 30, Set.of());
        assertThat(hours().tooMany(Map.of(FIRST, 1))).isEqualTo(Map.of(FIRST, 1));
        beyond = true;
        assertThat(hours().areEnough(Map.of(FIRST, 1))).as("somebody chose so").isTrue();
    }

    private Map<ModuleFacts, Integer> drawn(Random random) {
        people.clear();
        needs.clear();
        List<ModuleFacts> all = List.of(FIRST, LONG, SHORT);
        int number = random.nextInt(6);
        for (int n = 0; n < number; n++) {
            String known = all.get(random.nextInt(3)).code();
            teacher(n + 1L, 30 * random.nextInt(12), random.nextBoolean() ? Set.of(known) : Set.of());
        }
        Map<ModuleFacts, Integer> seats = new HashMap<>();
        for (ModuleFacts module : all) {
            needs.add(new Need(SCHOOL, module.code(), Profile.ENSEIGNANT, random.nextInt(6)));
            seats.put(module, hours().fit(seats, module, random.nextInt(4)));
        }
        return seats;
    }

    private void give(Map<Long, Integer> minutes) {
        people.replaceAll(
                person -> person.withMinutesLeft(person.minutesLeft() + minutes.getOrDefault(person.id(), 0)));
    }

    private void teacher(long id, int minutes, Set<String> trained) {
        people.add(new Person(id, AgentFunction.ADJOINT, SCHOOL, minutes, trained));
    }

    private SharedHours hours() {
        return SharedHours.of(
                new PlanFacts(
                        "0350060A",
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2027, 6, 30),
                        "Bruz",
                        day -> true,
                        List.of(FIRST, LONG, SHORT),
                        List.of(),
                        List.of(),
                        people,
                        needs,
                        List.of(),
                        new Pace(30, 5, 1, 15),
                        Map.of(),
                        Conditions.NONE.withBeyondHours(beyond)),
                SCHOOL);
    }

    private static ModuleFacts module(String code, int minutes, boolean compulsory, Profile profile) {
        return new ModuleFacts(
                code,
                code,
                1,
                0,
                minutes,
                20,
                Format.PRESENTIEL,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                ResponsibleBody.EDUCATION_NATIONALE,
                Set.of(profile),
                compulsory ? Set.of(profile) : Set.of(),
                Set.of(),
                false);
    }
}
