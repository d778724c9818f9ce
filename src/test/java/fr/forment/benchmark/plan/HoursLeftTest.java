package fr.forment.benchmark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge of hours counts what a session takes, not what its module usually does. */
class HoursLeftTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aSessionThatLastsLongerThanItsModuleTakesItsOwnTime() throws Exception {
        assertThat(exceeded(2, 120, session(90, 2))).isEmpty();
        assertThat(exceeded(2, 120, session(180, 2))).singleElement().asString().contains("2 people");
        assertThat(exceeded(2, 120, session(60, 2))).isEmpty();
    }

    /** One has the time for the long one, the other for the short one. */
    @Test
    void groupsOfDifferentLengthsAreSeatedTogether() throws Exception {
        String people = person(1, 180) + "," + person(2, 60);
        assertThat(exceededOf(people, 2, session(180, 1), session(60, 1))).isEmpty();
        assertThat(exceededOf(people, 2, session(180, 2)))
                .singleElement()
                .asString()
                .contains("1 people");
        assertThat(exceededOf(people, 2, session(90, 1), session(90, 1)))
                .as("only one has ninety minutes")
                .singleElement()
                .asString()
                .contains("1 people");
    }

    private static List<String> exceeded(int people, int left, String... sessions) throws Exception {
        List<String> all = new ArrayList<>();
        for (int number = 1; number <= people; number++) {
            all.add(person(number, left));
        }
        return exceededOf(String.join(",", all), people, sessions);
    }

    private static List<String> exceededOf(String people, int needed, String... sessions) throws Exception {
        JsonNode plan = JSON.readTree("""
                {"beyondHours":false,"people":[%s],
                 "modules":[{"code":"M","minutes":90,"profiles":["ENSEIGNANT"],"beforeOpening":[]}],
                 "needs":[{"school":"S","module":"M","profile":"ENSEIGNANT","people":%d}]}""".formatted(people, needed));
        List<JsonNode> held = new ArrayList<>();
        for (String session : sessions) {
            held.add(JSON.readTree(session));
        }
        return new HoursLeft(plan, held).exceeded();
    }

    private static String person(int number, int left) {
        return "{\"number\":%d,\"school\":\"S\",\"function\":\"ADJOINT\",\"minutesLeft\":%d,\"trained\":[]}"
                .formatted(number, left);
    }

    private static String session(int minutes, int people) {
        return "{\"module\":\"M\",\"minutes\":%d,\"seats\":{\"S\":%d}}".formatted(minutes, people);
    }
}
