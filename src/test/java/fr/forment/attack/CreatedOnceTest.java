package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.people.Agent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Every form of the house sent twice, one after the other: what the first click made is not made again. */
@HouseTest
@Tag("attack")
class CreatedOnceTest {

    /** What is written of things, and is none itself; each click that is answered may write of it. */
    private static final Set<String> WRITTEN_OF = Set.of(
            "JOURNAL", "JOURNAL_SEAL", "OUTBOX_MAIL", "MAIL_BUNDLE", "MAIL_ATTACHMENT", "UNDELIVERABLE", "ATTEMPT", "WEB_SESSION", "WEB_SESSION_ATTRIBUTES");

    /** Each click is something else: an upload is a draft of its own, looked at before it counts. */
    private static final Map<String, String> EACH_ANEW = Map.of();

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    TwoPlaces places;

    @Autowired
    JdbcClient jdbc;

    @TestFactory
    Stream<DynamicTest> whatWasMadeIsNotMadeAgain() {
        OnePlace here = places.make();
        places.begin();
        Knock knock = new Knock(web, ground);
        List<Door> forms =
                Doors.all().filter(door -> door.method.equals("POST")).toList();
        assertThat(forms).hasSizeGreaterThan(80);
        return forms.stream().map(door -> DynamicTest.dynamicTest(door.toString(), () -> {
            Agent actor = here.people().get(door.actor);
            Map<String, String> own = Knock.values(door, here);
            Map<String, Integer> before = rows();
            knock.ask(door, actor, own);
            Map<String, Integer> once = rows();
            knock.ask(door, actor, own);
            Map<String, Integer> twice = rows();
            assertThat(once.keySet().stream()
                            .filter(table -> once.get(table) > before.get(table) && twice.get(table) > once.get(table))
                            .filter(table -> !EACH_ANEW.containsKey(door.path)))
                    .as("tables that grew at each of two clicks on %s", door)
                    .isEmpty();
        }));
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new TreeMap<>();
        jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.toUpperCase().startsWith("ACT_") && !WRITTEN_OF.contains(table.toUpperCase()))
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("SELECT COUNT(*) FROM \"" + table + "\"")
                                .query(Integer.class)
                                .single()));
        return rows;
    }
}
