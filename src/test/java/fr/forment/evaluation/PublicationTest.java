package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.Tokens;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is shown of answers moves by five people at least, and nothing in the database joins an answer to a person. */
@HouseTest
class PublicationTest {

    private static final LocalDate OPEN = LocalDate.of(2027, 1, 31);

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    PublicationService publication;

    @Autowired
    WordsService texts;

    @Autowired
    Results results;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingSession session;

    @BeforeEach
    void aSession() {
        circo = ground.circonscription(2);
        session = some.session(circo, 20, 2);
    }

    /** Links of people who were there, in the order of their invitations. */
    private List<String> asked(TrainingSession of, int people) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String token = Tokens.fresh();
            tokens.add(token);
            jdbc.sql(
                            "INSERT INTO evaluation_invitation (version_id, kind, session_id, agent_id, token_hash, expires_on) VALUES (1, 'HOT', ?, ?, ?, ?)")
                    .params(of.id(), 1_000_000 + of.id() * 100 + i, Tokens.fingerprint(token), Date.valueOf(OPEN))
                    .update();
        }
        return tokens;
    }

    private static Answer hot(int mark, String unclear) {
        return Said.answer(mark, mark, mark, mark, mark, mark, 1, mark, null, null, null, unclear, null, null);
    }

    private void answer(List<String> tokens, int from, int to, int mark) {
        tokens.subList(from, to).forEach(token -> assertThat(evaluations.answer(token, hot(mark, null)))
                .isEmpty());
    }

    private Heard.Hot shown() {
        return results.hot(Results.Of.session(session.id()));
    }

    @Test
    void aFigureMovesByFiveAnswersOrNotAtAll() {
        List<String> tokens = asked(session, 12);
        answer(tokens, 0, 4, 2);
        assertThat(shown().answers()).isZero();
        assertThat(shown().base()).isEqualTo("moins de 5 réponses à lire, sur 12 personnes invitées");
        answer(tokens, 4, 5, 2);
        assertThat(shown().satisfaction()).isEqualTo(2);
        answer(tokens, 5, 9, 4);
        assertThat(shown()).satisfies(hot -> {
            assertThat(hot.base()).isEqualTo("5 réponses sur 12 personnes invitées");
            assertThat(hot.satisfaction()).isEqualTo(2);
        });
        answer(tokens, 9, 10, 4);
        assertThat(shown().satisfaction()).isEqualTo(3);
        answer(tokens, 10, 12, 1);
        publication.settle();
        assertThat(shown().answers())
                .as("the last two are never read by themselves")
                .isEqualTo(10);
    }

    @Test
    void aMeanWantsOneInFiveOfThoseWhoWereAsked() {
        List<String> tokens = asked(session, 26);
        answer(tokens, 0, 5, 4);
        assertThat(shown()).satisfies(hot -> {
            assertThat(hot.answers()).isEqualTo(5);
            assertThat(hot.satisfaction()).as("5 of 26").isNull();
            assertThat(hot.mark("usefulness").orElseThrow().mean()).isNull();
            assertThat(hot.skill("connect").orElseThrow().after()).isNull();
        });
        answer(tokens, 5, 10, 4);
        assertThat(shown().satisfaction()).as("10 of 26").isEqualTo(4);
    }

    @Test
    void whatIsLeftOfTwoClosedSessionsOfOneModuleIsReadOfBothOnly() {
        TrainingSession other = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(1), 20, 2);
        answer(asked(session, 3), 0, 3, 2);
        answer(asked(other, 2), 0, 2, 2);
        publication.settle();
        var both = new Results.Of(List.of(session.id(), other.id()), List.of());
        Readings read = results.whole(both);
        assertThat(read.hot().satisfaction()).isEqualTo(2);
        assertThat(read.hot(Followed.session(session.id())).answers()).isZero();
        assertThat(read.hot(Set.of(Followed.session(other.id()))).answers()).isZero();
        assertThat(results.hot(Results.Of.session(session.id())).answers()).isZero();
    }

    @Test
    void whatIsLeftWaitsWhileSomebodyMayStillAnswer() {
        TrainingSession other = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(1), 20, 2);
        answer(asked(session, 4), 0, 3, 2);
        answer(asked(other, 2), 0, 2, 2);
        publication.settle();
        assertThat(results.hot(new Results.Of(List.of(session.id(), other.id()), List.of()))
                        .answers())
                .isZero();
    }

    @Test
    void progressIsOfThoseWhoAcceptToSayIt() {
        List<String> tokens = asked(session, 10);
        for (int i = 0; i < 5; i++) {
            evaluations.answer(
                    tokens.get(i),
                    Said.answer(
                            3, 3, 3, 3, 3, 3, i < 4 ? 1 : null, i < 4 ? 4 : null, null, null, null, null, null, null));
        }
        assertThat(shown().satisfaction()).isEqualTo(3);
        assertThat(shown().skill("connect").orElseThrow().before())
                .as("four of five")
                .isNull();
        answer(tokens, 5, 6, 4);
        assertThat(shown().skill("connect").orElseThrow().before()).as("five").isEqualTo(1);
        assertThat(shown().answers()).isEqualTo(5);
    }

    @Test
    void textsAreReadByTheTeamFirstAndOnlyWithTheirLot() {
        List<String> tokens = asked(session, 6);
        for (int i = 0; i < 4; i++) {
            evaluations.answer(tokens.get(i), hot(3, "Texte " + i));
        }
        var one = Results.Of.session(session.id());
        assertThat(texts.of(one)).isEmpty();
        evaluations.answer(tokens.get(4), hot(3, null));
        List<WordsService.Word> toRead = texts.of(one);
        assertThat(toRead)
                .extracting(WordsService.Word::said)
                .containsExactly("Texte 0", "Texte 1", "Texte 2", "Texte 3");
        assertThat(results.words(one, results.whole(one))).isEmpty();
        texts.review(1, toRead.get(1).id(), Review.A_LIRE, Review.MONTRE);
        assertThat(results.words(one, results.whole(one))).containsExactly("Texte 1");
        texts.review(1, toRead.get(1).id(), Review.MONTRE, Review.ECARTE);
        assertThat(results.words(one, results.whole(one))).isEmpty();
        evaluations.answer(tokens.get(5), hot(3, "Texte 5"));
        assertThat(texts.of(one)).as("its lot is not read").hasSize(4);
    }

    /**
     * Somebody who reads the database itself knows the order of the invitations that were used, if answers came in that
     * order. Rows of answers stand in no such order, whichever way they are read: four sessions in a row would have to
     * be drawn so by chance.
     */
    @Test
    void theOrderOfRowsDoesNotTellWhoAnswered() {
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            TrainingSession one = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(1 + round), 20, 2);
            List<String> tokens = asked(one, 14);
            for (int i = 0; i < tokens.size(); i++) {
                evaluations.answer(tokens.get(i), hot(1 + i % 4, "Texte %02d".formatted(i)));
            }
            List<String> came =
                    IntStream.range(0, 14).mapToObj("Texte %02d"::formatted).toList();
            List<Integer> marks =
                    IntStream.range(0, 14).mapToObj(i -> 1 + i % 4).toList();
            for (String order : List.of("_ROWID_", "id", "lot, _ROWID_")) {
                List<String> words = jdbc.sql("SELECT said FROM evaluation_word WHERE session_id = ? ORDER BY " + order)
                        .param(one.id())
                        .query(String.class)
                        .list();
                List<Integer> given = jdbc.sql(
                                "SELECT m1 FROM evaluation_answer WHERE session_id = ? ORDER BY " + order)
                        .param(one.id())
                        .query(Integer.class)
                        .list();
                assertThat(words).hasSize(14);
                assertThat(given).hasSize(14);
                wrong.add(order + (words.equals(came) ? " words" : "") + (given.equals(marks) ? " marks" : ""));
            }
        }
        assertThat(wrong).filteredOn("_ROWID_ words"::equals).hasSizeLessThan(4);
        assertThat(wrong).filteredOn("_ROWID_ marks"::equals).hasSizeLessThan(4);
        assertThat(wrong).filteredOn(said -> said.endsWith("words marks")).hasSizeLessThan(4);
        assertThat(wrong).hasSize(12).filteredOn("_ROWID_"::equals).isNotEmpty();
    }

    /** No column that two of the tables share, or that tells a day, an hour, an order or a person. */
    @Test
    void noColumnJoinsAnAnswerToItsPersonOrItsOtherRows() {
        List<String> columns = jdbc.sql("""
                SELECT LOWER(column_name) FROM information_schema.columns
                 WHERE LOWER(table_name) IN ('evaluation_answer', 'evaluation_progress', 'evaluation_word')""").query(String.class).list();
        assertThat(columns)
                .isNotEmpty()
                .noneMatch(column ->
                        column.matches(".*(agent|token|invitation|answer|_at|_on|login|school|rank|number).*"));
    }

    @Test
    void peopleWhoAnswerAtOnceAreAllCounted() throws Exception {
        List<String> tokens = asked(session, 10);
        var threads = Executors.newFixedThreadPool(10);
        List<Callable<Object>> calls = new ArrayList<>();
        tokens.forEach(token -> calls.add(() -> evaluations.answer(token, hot(3, "Texte"))));
        Collections.shuffle(calls);
        for (var each : threads.invokeAll(calls)) {
            assertThat(each.get()).isEqualTo(java.util.Map.of());
        }
        threads.shutdown();
        assertThat(shown().answers()).isEqualTo(10);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM evaluation_word WHERE session_id = ? AND lot IS NOT NULL")
                        .param(session.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }
}
