package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.attendance.MarksService;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.MailBox;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.ColdEvaluationDue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Those who were there are asked once, and nothing says who answered what. */
@HouseTest
class EvaluationServiceTest {

    private static final Pattern LINK = Pattern.compile("/evaluation/([\\w-]+)");

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    MarksService marks;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    Results results;

    @Autowired
    WordsService texts;

    @Autowired
    MailBox mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Circo circo;
    private TrainingSession session;

    @BeforeEach
    void aSessionSixPeopleCameTo() {
        circo = ground.circonscription(3);
        session = some.session(circo, 10, 2);
        circo.teachers().forEach(teacher -> some.enrol(session, teacher));
        var theCase = driver.theCase("trainingSession", session.id());
        driver.travelTo(session.endsAt().plusHours(1));
        marks.allPresent(session.id(), 1);
        theCase.completes("mark", Map.of("confirmed", true));
    }

    private List<String> tokens(QuestionnaireKind kind) {
        return mails.about("evaluation:" + kind + ":" + session.id() + ":").stream()
                .map(mail -> {
                    Matcher link = LINK.matcher(mail.bodyText());
                    assertThat(link.find()).isTrue();
                    return link.group(1);
                })
                .toList();
    }

    private static Answer hot(int mark) {
        return Said.answer(
                mark, mark, mark, mark, mark, mark, 1, mark, null, null, null, null, null, HelpWanted.TUTORIEL);
    }

    @Test
    void asksEachPersonWhoCameOnce() {
        assertThat(tokens(QuestionnaireKind.HOT)).hasSize(6).doesNotHaveDuplicates();
        evaluations.askAtOnce(new fr.forment.session.SessionHeld(session.id()));
        assertThat(tokens(QuestionnaireKind.HOT)).hasSize(6);
    }

    @Test
    void takesOneAnswerPerLinkEvenWhenItIsSentTenTimesAtOnce() throws Exception {
        String token = tokens(QuestionnaireKind.HOT).get(0);
        var threads = Executors.newFixedThreadPool(10);
        List<Future<Map<String, String>>> tries =
                threads.invokeAll(Collections.nCopies(10, () -> evaluations.answer(token, hot(4))));
        List<Map<String, String>> said = new ArrayList<>();
        for (Future<Map<String, String>> each : tries) {
            said.add(each.get());
        }
        threads.shutdown();
        assertThat(said).filteredOn(Map::isEmpty).hasSize(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM evaluation_answer WHERE session_id = ?")
                        .param(session.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void showsNothingBelowFiveAnswersThenTheMeans() {
        List<String> tokens = tokens(QuestionnaireKind.HOT);
        tokens.subList(0, 4).forEach(token -> evaluations.answer(token, hot(2)));
        assertThat(results.hot(Results.Of.session(session.id()))).satisfies(hot -> {
            assertThat(hot.answers()).as("not even how many").isZero();
            assertThat(hot.satisfaction()).isNull();
        });
        evaluations.answer(tokens.get(4), hot(4));
        assertThat(results.hot(Results.Of.session(session.id())).satisfaction()).isEqualTo(2.4);
    }

    @Test
    void keepsNoPathFromAnAnswerToAPerson() {
        evaluations.answer(tokens(QuestionnaireKind.HOT).get(2), hot(3));
        List<String> columns = jdbc.sql(
                        "SELECT LOWER(column_name) FROM information_schema.columns WHERE LOWER(table_name) = 'evaluation_answer'")
                .query(String.class)
                .list();
        assertThat(columns)
                .isNotEmpty()
                .noneMatch(column -> column.matches(".*(agent|token|invitation|_at|_on|login).*"));
    }

    @Test
    void asksAgainInTheColdAndCountsWeeklyUse() {
        evaluations.askLater(new ColdEvaluationDue(session.id()));
        UseFrequency[] said = {
            UseFrequency.QUOTIDIEN,
            UseFrequency.HEBDOMADAIRE,
            UseFrequency.HEBDOMADAIRE,
            UseFrequency.JAMAIS,
            UseFrequency.MENSUEL
        };
        List<String> tokens = tokens(QuestionnaireKind.COLD);
        for (int i = 0; i < said.length; i++) {
            assertThat(evaluations.answer(
                            tokens.get(i),
                            Said.answer(
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    said[i],
                                    "Le cahier",
                                    null,
                                    null,
                                    null,
                                    null)))
                    .isEmpty();
        }
        assertThat(results.cold(Results.Of.session(session.id())).weekly()).isEqualTo(0.6);
        var one = Results.Of.session(session.id());
        texts.of(one).forEach(word -> texts.review(1, word.id(), Review.A_LIRE, Review.MONTRE));
        assertThat(results.words(one, results.whole(one))).containsExactly("Le cahier");
    }

    @Test
    void whoHasNoEntYetIsNobodyWhoNeverUsesIt() throws Exception {
        evaluations.askLater(new ColdEvaluationDue(session.id()));
        List<String> tokens = tokens(QuestionnaireKind.COLD);
        web.perform(get("/evaluation/" + tokens.get(0)))
                .andExpect(content().string(containsString("pas encore ouvert dans mon école")));
        for (int i = 0; i < 5; i++) {
            UseFrequency said = i == 0 ? UseFrequency.PAS_OUVERT : UseFrequency.QUOTIDIEN;
            assertThat(evaluations.answer(
                            tokens.get(i),
                            Said.answer(
                                    null, null, null, null, null, null, null, null, said, null, null, null, null,
                                    null)))
                    .isEmpty();
        }
        assertThat(results.cold(Results.Of.session(session.id())).weekly())
                .as("of four people nothing is shown, and nobody counts as one who never uses it")
                .isNull();
    }

    @Test
    void answersOnAPageWithoutSigningIn() throws Exception {
        String token = tokens(QuestionnaireKind.HOT).get(0);
        web.perform(get("/evaluation/" + token))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("anonymes")));
        web.perform(post("/evaluation/" + token).with(csrf()).param("usefulness", "4"))
                .andExpect(content().string(containsString("Il manque au moins une réponse")));
        var full = post("/evaluation/" + token).with(csrf());
        for (String field : List.of(
                "usefulness",
                "clarity",
                "pace",
                "practice",
                "organisation",
                "recommends",
                "connectBefore",
                "connectAfter")) {
            full.param(field, "4");
        }
        web.perform(full).andExpect(content().string(containsString("Merci")));
        web.perform(get("/evaluation/" + token)).andExpect(content().string(containsString("fermé")));
        web.perform(get("/evaluation/" + token + "x")).andExpect(status().isNotFound());
    }

    /**
     * Counted as a thumb does: the link, one tap a question (each on the page, none by keyboard), the button. Each
     * compulsory question is shown to be so by leaving it out.
     */
    @Test
    void isAnsweredOnATelephoneInTwelveTapsAtMost() throws Exception {
        evaluations.askLater(new ColdEvaluationDue(session.id()));
        assertThat(tapsOf(tokens(QuestionnaireKind.HOT).get(0))).containsExactly(8, 17);
        assertThat(tapsOf(tokens(QuestionnaireKind.COLD).get(0))).containsExactly(3, 4);
    }

    /** What is needed, and when everything that can be tapped is. */
    private List<Integer> tapsOf(String token) throws Exception {
        Document page = Jsoup.parse(web.perform(get("/evaluation/" + token))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("form button")).hasSize(1);
        assertThat(page.select("form select, form [type=number], form [type=checkbox]"))
                .isEmpty();
        Map<String, String> offered = new LinkedHashMap<>();
        page.select("form input[type=radio]")
                .forEach(radio -> offered.putIfAbsent(radio.attr("name"), radio.attr("value")));
        List<String> needed = page.select("form fieldset:not(:has(.optional))").stream()
                .map(set -> set.select("input").attr("name"))
                .toList();
        for (String left : needed) {
            assertThat(sent(
                            token,
                            offered,
                            needed.stream().filter(name -> !name.equals(left)).toList()))
                    .as("without " + left)
                    .contains("Il manque");
        }
        assertThat(sent(token, offered, needed)).contains("Merci");
        return List.of(1 + needed.size() + 1, 1 + offered.size() + 1);
    }

    private String sent(String token, Map<String, String> offered, List<String> names) throws Exception {
        var form = post("/evaluation/" + token).with(csrf());
        names.forEach(name -> form.param(name, offered.get(name)));
        return web.perform(form).andReturn().getResponse().getContentAsString();
    }
}
