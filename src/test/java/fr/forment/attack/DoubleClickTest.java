package fr.forment.attack;

import static fr.forment.attack.together.AtOnce.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.french.Told;
import fr.forment.people.Agent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Every form of the house sent twice at the same moment: each click is answered by a page or by a sentence. */
@HouseTest
@Tag("attack")
class DoubleClickTest {

    /** What is written of things, and is none itself. */
    private static final Set<String> WRITTEN_OF = Set.of(
            "JOURNAL",
            "JOURNAL_SEAL",
            "OUTBOX_MAIL",
            "MAIL_BUNDLE",
            "MAIL_ATTACHMENT",
            "UNDELIVERABLE",
            "ATTEMPT",
            "WEB_SESSION",
            "WEB_SESSION_ATTRIBUTES");

    @Autowired
    MockMvc web;

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @Autowired
    TwoPlaces places;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @TestFactory
    Stream<DynamicTest> eachClickIsAnswered() {
        OnePlace here = places.make();
        places.begin();
        List<Door> forms =
                Doors.all().filter(door -> door.method.equals("POST")).toList();
        assertThat(forms).hasSizeGreaterThan(80);
        Knock knock = new Knock(web, ground);
        return forms.stream()
                .map(door -> DynamicTest.dynamicTest(door.toString(), () -> {
                    Agent actor = here.people().get(door.actor);
                    Map<String, String> own = Knock.values(door, here);
                    Callable<MvcResult> click = () -> knock.ask(door, actor, own);
                    for (MvcResult answer : together(click, click)) {
                        answered(door, answer);
                    }
                }));
    }

    /** One click after the other, as an impatient hand does: what the first made is not made again. */
    @TestFactory
    Stream<DynamicTest> whatOneClickMadeTheNextDoesNotMakeAgain() {
        OnePlace here = places.make();
        places.begin();
        Knock knock = new Knock(web, ground);
        return Doors.all()
                .filter(door -> door.method.equals("POST"))
                .map(door -> DynamicTest.dynamicTest(door.toString(), () -> {
                    Agent actor = here.people().get(door.actor);
                    Map<String, String> own = Knock.values(door, here);
                    Map<String, Integer> before = rows();
                    knock.ask(door, actor, own);
                    Map<String, Integer> once = rows();
                    knock.ask(door, actor, own);
                    Map<String, Integer> twice = rows();
                    assertThat(once.keySet())
                            .as("tables that grew at each of two clicks on %s", door)
                            .noneMatch(
                                    table -> once.get(table) > before.get(table) && twice.get(table) > once.get(table));
                }));
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new TreeMap<>();
        jdbc
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.startsWith("ACT_") && !WRITTEN_OF.contains(table))
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("SELECT COUNT(*) FROM \"" + table + "\"")
                                .query(Integer.class)
                                .single()));
        return rows;
    }

    private static void answered(Door door, MvcResult answer) throws Exception {
        int status = answer.getResponse().getStatus();
        assertThat(status).as("%s, clicked twice", door).isIn(200, 302, 303, 404, 409);
        if (status == 409) {
            Document page = Jsoup.parse(answer.getResponse().getContentAsString());
            assertThat(page.select("[role=alert]").text())
                    .as("%s, the sentence to the second click", door)
                    .endsWith(".");
        }
    }

    /** A form whose page knows nothing of two hands: what was sent is there again, but no secret is. */
    @Test
    void whatTheSecondHandSentCanBeSentAgain() throws Exception {
        Circo circo = ground.circonscription(1);
        Agent director = circo.directors().get(0);
        Document told = whileHeld(
                circo,
                director,
                () -> Jsoup.parse(visitor.as(
                                director, post("/moi/agendas").param("zone", "").param("essai", "<b>é</b>"))
                        .getContentAsString()));
        assertThat(told.select("[role=alert]").text()).isEqualTo(Told.MEANWHILE);
        assertThat(told.select("main form").attr("action")).isEqualTo("/moi/agendas");
        assertThat(told.select("main input[name=essai]").val()).isEqualTo("<b>é</b>");
    }

    private <T> T whileHeld(Circo circo, Agent agent, Callable<T> act) throws Exception {
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var other = Executors.newSingleThreadExecutor();
        try {
            var holder = other.submit(() -> transaction.executeWithoutResult(tx -> {
                jdbc.sql("SELECT id FROM agent WHERE id = ? FOR UPDATE")
                        .param(agent.id())
                        .query(Long.class)
                        .single();
                held.countDown();
                try {
                    done.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            held.await();
            T answer = act.call();
            done.countDown();
            holder.get();
            return answer;
        } finally {
            done.countDown();
            other.shutdownNow();
        }
    }
}
