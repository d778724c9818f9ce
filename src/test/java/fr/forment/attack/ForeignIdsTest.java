package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.people.Agent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every door that takes an id, knocked at with somebody else's, one id at a time, wherever it stands: in the path, in a
 * parameter, in a form, in a list. What belongs elsewhere is answered like what does not exist, no name of it is said,
 * and nothing is written.
 */
@HouseTest
@Tag("attack")
class ForeignIdsTest {

    private static final List<String> STRANGERS_ELSEWHERE = List.of("ien", "erun", "secretary", "director", "teacher");
    private static final List<String> STRANGERS_HERE = List.of(
            "teacher",
            "otherTeacher",
            "director",
            "otherDirector",
            "supplier",
            "dsi",
            "cpc",
            "secretary",
            "erun",
            "ien");
    private static final List<String> NO_IDS = List.of("0", "-1", "99999999999999999999", "abc");

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    TwoPlaces places;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private OnePlace here;
    private OnePlace elsewhere;
    private Written written;

    @TestFactory
    Stream<DynamicTest> belongsToOthers() {
        here = places.make();
        elsewhere = places.make();
        places.begin();
        SecurityContextHolder.clearContext();
        written = new Written(jdbc);
        return Doors.all().map(door -> DynamicTest.dynamicTest(door.toString(), () -> knock(door)));
    }

    /** A handler nobody put into the table is one that nobody knocked at. */
    @Test
    void knowsEveryDoorThatTakesAnId() {
        var missing = new TreeSet<String>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getName().startsWith("fr.forment")) {
                Handled.of(mapping, handler)
                        .forEach(handled ->
                                missing.addAll(handled.without(Doors.all().toList())));
            }
        });
        assertThat(missing)
                .as(
                        "handlers, or parameters of handlers, that stand neither in the table of doors nor among those that ask otherwise")
                .isEmpty();
    }

    private void knock(Door door) throws Exception {
        var soft = new SoftAssertions();
        Map<String, String> own = Knock.values(door, here);
        boolean shows = door.ids.stream().allMatch(id -> door.filters.contains(id.name()));
        var before = written.now();
        for (String name : shows ? List.<String>of() : STRANGERS_ELSEWHERE) {
            refused(
                    soft,
                    door,
                    "elsewhere's " + name,
                    elsewhere.people().get(name),
                    own,
                    nobodys(door, own, null),
                    here,
                    !door.said.isEmpty()
                            ? new int[] {200, 302, 403, 404, 409}
                            : name.equals(door.actor) ? new int[] {404} : new int[] {403, 404});
        }
        for (String name : shows ? List.<String>of() : STRANGERS_HERE) {
            if (!name.equals(door.actor) && !door.open.contains(name)) {
                int status =
                        ask(door, here.people().get(name), own).getResponse().getStatus();
                soft.assertThat(status).as("%s of this place at %s", name, door).isIn(403, 404);
            }
        }
        Agent actor = here.people().get(door.actor);
        for (Door.Id id : door.ids) {
            attack(soft, door, actor, own, id);
        }
        soft.assertThat(written.now())
                .as("what stands in the database after %s", door)
                .isEqualTo(before);
        soft.assertThat(ask(door, actor, own).getResponse().getStatus())
                .as("%s for %s, whose it is", door, door.actor)
                .isIn(200, 302, 409);
        soft.assertAll();
    }

    private void attack(SoftAssertions soft, Door door, Agent actor, Map<String, String> own, Door.Id id)
            throws Exception {
        String foreign = elsewhere.of(id.thing());
        int[] absent = door.said.contains(id.name()) ? new int[] {200, 302, 409} : new int[] {404};
        Map<String, String> theirs = with(own, id.name(), foreign);
        if (door.filters.contains(id.name())) {
            MvcResult shown = ask(door, actor, theirs);
            soft.assertThat(shown.getResponse().getStatus())
                    .as("%s of elsewhere at %s", id.name(), door)
                    .isIn(200, 302, 404);
            silent(soft, door, id.name(), shown, elsewhere, theirs);
            return;
        }
        refused(
                soft,
                door,
                id.name() + " of elsewhere",
                actor,
                theirs,
                nobodys(door, own, id.name()),
                elsewhere,
                absent);
        if (id.many()) {
            for (String list : List.of(own.get(id.name()) + "," + foreign, foreign + "," + own.get(id.name()))) {
                refused(
                        soft,
                        door,
                        "one " + id.name() + " of elsewhere among own ones",
                        actor,
                        with(own, id.name(), list),
                        null,
                        elsewhere,
                        absent);
            }
        }
        if (id.thing().isNumber()) {
            for (String nonsense : NO_IDS) {
                int status = ask(door, actor, with(own, id.name(), nonsense))
                        .getResponse()
                        .getStatus();
                soft.assertThat(status)
                        .as("%s=%s at %s", id.name(), nonsense, door)
                        .isEqualTo(404);
            }
        }
    }

    /** Like nobody's: the same status, the same words, no name. */
    private void refused(
            SoftAssertions soft,
            Door door,
            String what,
            Agent who,
            Map<String, String> theirs,
            Map<String, String> nobodys,
            OnePlace secret,
            int... statuses)
            throws Exception {
        MvcResult answer = ask(door, who, theirs);
        soft.assertThat(answer.getResponse().getStatus())
                .as("%s at %s", what, door)
                .isIn(IntStream.of(statuses).boxed().toList());
        silent(soft, door, what, answer, secret, theirs);
        if (nobodys != null) {
            MvcResult none = ask(door, who, nobodys);
            soft.assertThat(none.getResponse().getStatus())
                    .as("nobody's like %s at %s", what, door)
                    .isEqualTo(answer.getResponse().getStatus());
            soft.assertThat(words(answer, theirs))
                    .as("%s at %s, told like nobody's", what, door)
                    .isEqualTo(words(none, nobodys));
        }
    }

    private static void silent(
            SoftAssertions soft, Door door, String what, MvcResult answer, OnePlace secret, Map<String, String> sent)
            throws Exception {
        String said = words(answer, sent)
                + answer.getResponse().getHeaderNames().stream()
                        .map(answer.getResponse()::getHeader)
                        .map(header -> sent.containsValue(secret.circo().uai())
                                ? header.replace(secret.circo().uai(), "…")
                                : header)
                        .toList();
        soft.assertThat(secret.secrets().stream().filter(said::contains).toList())
                .as("what %s at %s gives away", what, door)
                .isEmpty();
    }

    /** What was sent may come back in a form, and differs. */
    private static String words(MvcResult answer, Map<String, String> sent) throws Exception {
        String words = answer.getResponse().getErrorMessage()
                + answer.getResponse().getContentAsString()
                + answer.getFlashMap();
        for (String value : sent.values().stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .toList()) {
            words = value.isEmpty() ? words : words.replaceAll("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)", "…");
        }
        return words.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static Map<String, String> nobodys(Door door, Map<String, String> own, String only) {
        Map<String, String> values = new LinkedHashMap<>(own);
        door.ids.stream()
                .filter(id -> only == null || only.equals(id.name()))
                .forEach(id -> values.put(id.name(), id.thing().nobodys()));
        return values;
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return changed;
    }

    private MvcResult ask(Door door, Agent who, Map<String, String> values) throws Exception {
        return new Knock(web, ground).ask(door, who, values);
    }
}
