package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who meets with whom. */
class GroupingTest {

    /** The next school fills a session by itself: half of it joins the one person before. */
    @Test
    void leavesNobodyAloneInTheSessionBeforeTheLast() {
        var people = new LinkedHashMap<String, Integer>();
        people.put("A", 1);
        people.put("B", 20);

        assertThat(Group.of(people, 20)).extracting(Group::people).doesNotContain(1);
    }

    @Test
    void keepsASchoolTogetherWhereThereArePlacesToSpare() {
        assertThat(Group.of(schools(12, 12, 12), 20))
                .as("36 people, 2 sessions: no school fits whole without a third")
                .extracting(Group::people)
                .containsExactly(20, 16);
        assertThat(Group.of(schools(12, 12), 20))
                .extracting(Group::seats)
                .containsExactly(Map.of("s0", 12), Map.of("s1", 12));
    }

    @Test
    void cutsASchoolLargerThanASession() {
        assertThat(Group.of(schools(45), 20)).extracting(Group::people).containsExactly(20, 20, 5);
    }

    @Test
    void leavesNobodyAlone() {
        assertThat(Group.of(schools(13, 7, 13, 7, 1), 20))
                .extracting(Group::people)
                .containsExactly(20, 13, 8);
        assertThat(Group.of(schools(41), 20)).extracting(Group::people).containsExactly(20, 10, 11);
    }

    @Test
    void alwaysTakesTheFewestSessionsAndSeatsEverybodyOnce() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int size = 1 + random.nextInt(30);
            var people = schools(random.ints(1 + random.nextInt(30), 1, 40).toArray());
            int total = people.values().stream().mapToInt(Integer::intValue).sum();

            List<Group> groups = Group.of(people, size);

            assertThat(groups)
                    .hasSize((total + size - 1) / size)
                    .allMatch(group -> group.people() <= size && group.people() > 0);
            Map<String, Integer> seated = new LinkedHashMap<>();
            groups.forEach(group -> group.seats().forEach((uai, seats) -> seated.merge(uai, seats, Integer::sum)));
            assertThat(seated).isEqualTo(people);
        }
    }

    @Test
    void ordersByRpiThenCommuneThenDistance() {
        List<SchoolFacts> schools = List.of(
                at("far", "Zoé", null, 48.5),
                at("b", "Brécé", "rpi", 48.1),
                at("near", "Yvré", null, 48.2),
                at("a", "Acigné", "rpi", 48.1),
                at("twin", "Yvré", null, 48.2));

        assertThat(Neighbours.order(schools))
                .extracting(SchoolFacts::uai)
                .containsExactly("near", "twin", "a", "b", "far");
    }

    @Test
    void doesWithoutCoordinates() {
        List<SchoolFacts> schools =
                List.of(at("1", "C", null, null), at("2", "A", null, null), at("3", "B", null, 48.0));

        assertThat(Neighbours.order(schools)).extracting(SchoolFacts::commune).containsExactly("A", "B", "C");
    }

    private static SchoolFacts at(String uai, String commune, String rpi, Double latitude) {
        return new SchoolFacts(
                uai, "École " + uai, commune, rpi, latitude, latitude == null ? null : -1.5, 5, false, 0);
    }

    private static Map<String, Integer> schools(int... people) {
        Map<String, Integer> schools = new LinkedHashMap<>();
        for (int n = 0; n < people.length; n++) {
            schools.put("s" + n, people[n]);
        }
        return schools;
    }
}
