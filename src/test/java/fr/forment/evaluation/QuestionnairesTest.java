package fr.forment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.french.Refusal;
import fr.forment.mail.MailBox;
import fr.forment.people.Agent;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionHeld;
import fr.forment.session.TrainingSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Questionnaires in versions: what was asked stays, means are taken over what was asked alike. */
@HouseTest
@Tag("attack")
class QuestionnairesTest {

    private static final Pattern LINK = Pattern.compile("/evaluation/([\\w-]+)");

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    QuestionnaireVersions versions;

    @Autowired
    QuestionnaireService service;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    Results results;

    @Autowired
    MailBox mails;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    private Circo circo;

    @BeforeEach
    void aCirconscription() {
        circo = ground.circonscription(3);
    }

    private QuestionnaireVersion draft(QuestionnaireKind kind) {
        return QuestionnaireVersions.draft(kind, versions.all(circo.uai())).orElseThrow();
    }

    /** What the page of today shows of the draft; of one question for its form. */
    private String seen(QuestionnaireKind kind, String code) {
        return QuestionnaireVersions.draft(kind, versions.all(circo.uai()))
                .map(draft -> (code.isEmpty() ? draft.shown() : draft.shown(code)).sent())
                .orElse("");
    }

    private MockHttpServletRequestBuilder does(String geste, QuestionnaireKind kind, String code) {
        return does(geste, kind, seen(kind, ""), code);
    }

    private MockHttpServletRequestBuilder does(String geste, QuestionnaireKind kind, String seen, String code) {
        return post("/questionnaires/" + circo.uai())
                .param("sorte", kind.name())
                .param("geste", geste)
                .param("vu", seen)
                .param("code", code);
    }

    private MockHttpServletRequestBuilder saves(String code, String kind, String label, boolean same) {
        return saves(seen(QuestionnaireKind.HOT, code), code, kind, label, same);
    }

    private MockHttpServletRequestBuilder saves(String seen, String code, String kind, String label, boolean same) {
        return post("/questionnaires/" + circo.uai() + "/questions")
                .param("sorte", "HOT")
                .param("vu", seen)
                .param("code", code)
                .param("genre", kind)
                .param("libelle", label)
                .param("un", "pas du tout")
                .param("quatre", "tout à fait")
                .param("sens", String.valueOf(same));
    }

    /** Why it was refused; empty where it was done. */
    private String refused(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = visitor.as(circo.ien(), request);
        return Jsoup.parse(answer.getContentAsString()).select(".notice.bad").text();
    }

    /** Empty for the one whose form was written; the others read that it stands already, or that they were too late. */
    private String toldAgain(MockHttpServletRequestBuilder request) throws Exception {
        String done = String.valueOf(
                visitor.result(circo.ien(), request).getFlashMap().get("done"));
        return done.startsWith("La question est enregistrée") ? "" : done;
    }

    private void done(MockHttpServletRequestBuilder request) throws Exception {
        MvcResult result = visitor.result(circo.cpc(), request);
        assertThat(result.getFlashMap().get("problem")).isNull();
        assertThat(result.getFlashMap().get("done")).isNotNull();
    }

    private List<String> asked(TrainingSession session) {
        evaluations.askAtOnce(new SessionHeld(session.id()));
        return mails.about("evaluation:HOT:" + session.id() + ":").stream()
                .map(mail -> {
                    Matcher link = LINK.matcher(mail.bodyText());
                    assertThat(link.find()).isTrue();
                    return link.group(1);
                })
                .toList();
    }

    private TrainingSession held(int week) {
        TrainingSession session = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(week), 10, 2);
        circo.teachers().forEach(teacher -> some.enrol(session, teacher));
        jdbc.sql("UPDATE enrolment SET state = 'PRESENT' WHERE session_id = ?")
                .param(session.id())
                .update();
        return session;
    }

    private String questionnaire(List<String> tokens) throws Exception {
        return Jsoup.parse(web.perform(get("/evaluation/" + tokens.get(0)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .text();
    }

    private Map<String, String> all(QuestionnaireVersion version, int mark) {
        Map<String, String> fields = new HashMap<>();
        version.of(QuestionKind.MARK).forEach(each -> fields.put(each.code(), String.valueOf(mark)));
        return fields;
    }

    private void answer(List<String> tokens, int mark) {
        for (String token : tokens.subList(0, 5)) {
            QuestionnaireVersion version =
                    evaluations.asked(evaluations.find(token).orElseThrow());
            assertThat(evaluations.answer(token, new Answer(all(version, mark))))
                    .isEmpty();
        }
    }

    /** A link keeps its questions; a mean unites what was asked under one code, and its base is said. */
    @Test
    void whatWasAskedStaysAndMeansAreOfWhatWasAskedAlike() throws Exception {
        TrainingSession before = held(0);
        List<String> old = asked(before);
        done(does("commencer", QuestionnaireKind.HOT, ""));
        done(saves("usefulness", "", "Cela me sert en classe", true));
        done(saves("clarity", "", "On a répondu à mes questions", false));
        done(saves("", "MARK", "Les <b>supports</b> sont réutilisables", false));
        done(does("retirer", QuestionnaireKind.HOT, "pace"));
        done(does("monter", QuestionnaireKind.HOT, "practice"));
        assertThat(questionnaire(old)).contains("Le rythme me convenait");
        done(does("publier", QuestionnaireKind.HOT, ""));

        TrainingSession after = held(1);
        List<String> fresh = asked(after);
        assertThat(questionnaire(old)).contains("Le rythme me convenait").doesNotContain("supports");
        assertThat(questionnaire(fresh))
                .contains("Cela me sert en classe", "Les <b>supports</b> sont réutilisables")
                .doesNotContain("Le rythme me convenait");
        answer(old, 2);
        answer(fresh, 4);

        Readings read = results.whole(new Results.Of(List.of(before.id(), after.id()), List.of()));
        Heard.Hot both = read.hot();
        assertThat(both.answers()).isEqualTo(10);
        assertThat(both.mark("usefulness").orElseThrow()).satisfies(mean -> {
            assertThat(mean.label()).isEqualTo("Cela me sert en classe");
            assertThat(mean.mean()).isEqualTo(3);
            assertThat(mean.answers()).isEqualTo(10);
            assertThat(mean.isOfAll()).isTrue();
        });
        assertThat(both.mark("clarity").orElseThrow()).satisfies(mean -> {
            assertThat(mean.mean()).as("of those who were asked it").isEqualTo(2);
            assertThat(mean.base()).isEqualTo("5 réponses sur 6 personnes invitées");
            assertThat(mean.isOfAll()).isFalse();
        });
        assertThat(both.satisfaction()).as("over what all were asked").isEqualTo(3);
        assertThat(read.hot(Set.of(Followed.session(after.id()))).satisfaction())
                .isEqualTo(4);
        assertThat(read.versions())
                .containsExactly(
                        "à la fin de la session : questionnaire commun, version 1",
                        "à la fin de la session : questionnaire de la circonscription, version 2");
        assertThat(QuestionnaireVersions.inForce(
                                QuestionnaireKind.HOT,
                                versions.all(ground.circonscription(1).uai()))
                        .circonscriptionUai())
                .as("elsewhere nothing changed")
                .isNull();
    }

    @Test
    void aDraftBearsTheNameAndNumberItWillHave() throws Exception {
        done(does("commencer", QuestionnaireKind.HOT, ""));
        assertThat(visitor.page(circo.ien(), "/questionnaires/" + circo.uai())
                        .select("#HOT")
                        .text())
                .contains(
                        "En vigueur : questionnaire commun, version 1",
                        "Brouillon : questionnaire de la circonscription, version 2");
    }

    @Test
    void wordsAreShownAsTheyWereTyped() throws Exception {
        done(does("commencer", QuestionnaireKind.HOT, ""));
        done(saves("", "TEXT", "<script>alert(1)</script>${7*7}", false));
        Document page = visitor.page(circo.ien(), "/questionnaires/" + circo.uai());
        assertThat(page.select("input[name=libelle]").eachAttr("value")).contains("<script>alert(1)</script>${7*7}");
        assertThat(page.select("main script")).isEmpty();
        assertThat(visitor.page(circo.erun(), "/questionnaires/" + circo.uai()).select("form[action^=/questionnaires]"))
                .as("whoever is evaluated reads")
                .isEmpty();
    }

    @Test
    void aVersionInForceNeverChanges() throws Exception {
        QuestionnaireVersion house = versions.inForce(QuestionnaireKind.HOT, circo.uai());
        assertThat(refused(saves("usefulness", "", "Autre chose", true))).contains("Ce brouillon n'est plus là");
        done(does("commencer", QuestionnaireKind.HOT, ""));
        assertThat(visitor.refused(circo.ien(), does("publier", QuestionnaireKind.HOT, "")))
                .contains("Rien n'a changé");
        done(saves("usefulness", "", "Autre chose", true));
        done(does("publier", QuestionnaireKind.HOT, ""));
        QuestionnaireVersion own = versions.inForce(QuestionnaireKind.HOT, circo.uai());
        for (String geste : List.of("monter", "retirer", "publier", "abandonner")) {
            assertThat(visitor.refused(
                            circo.ien(),
                            does(geste, QuestionnaireKind.HOT, own.shown().sent(), "clarity")))
                    .as(geste)
                    .contains("Ce brouillon n'est plus là");
        }
        assertThat(versions.find(own.id()).orElseThrow()).isEqualTo(own);
        assertThat(versions.find(house.id()).orElseThrow()).isEqualTo(house);
    }

    @Test
    void badInputIsSaidAndNothingIsLost() throws Exception {
        done(does("commencer", QuestionnaireKind.HOT, ""));
        Map<MockHttpServletRequestBuilder, String> wrong = Map.of(
                saves("usefulness", "", " ", true), "Écrivez la question",
                saves("usefulness", "", "x".repeat(201), true), "201 caractères",
                saves("", "MARK", "J'ai pu pratiquer", false), "Deux questions disent",
                saves("", "FREQUENCY", "Souvent ?", false), "après quelques semaines",
                saves("", "HELP", "Encore de l'aide ?", false), "il en accepte 1",
                saves("", "AUTRE", "Quelle sorte ?", false), "de quelle sorte",
                saves("", "usefulness", "", "Trop tard", true), "ne dit pas ce qu'elle montrait",
                saves("absente", "", "Rien", true), "n'est plus dans le brouillon",
                does("monter", QuestionnaireKind.HOT, "usefulness"), "extrémité",
                does("danser", QuestionnaireKind.HOT, ""), "Choisissez ce qu'il faut faire");
        for (var each : wrong.entrySet()) {
            String problem = visitor.refused(circo.ien(), each.getKey());
            assertThat(problem.isEmpty() ? refused(each.getKey()) : problem).contains(each.getValue());
        }
        assertThat(draft(QuestionnaireKind.HOT).revision()).isZero();
        assertThat(draft(QuestionnaireKind.HOT).questions())
                .isEqualTo(versions.inForce(QuestionnaireKind.HOT, circo.uai()).questions());
        for (int i = 0; i < 4; i++) {
            done(saves("", "MARK", "Question " + i, false));
        }
        assertThat(refused(saves("", "MARK", "Une de trop", false))).contains("douze gestes");
    }

    @Test
    void theUseOnWhichBilansCountStays() {
        service.begin(circo.uai(), QuestionnaireKind.COLD);
        assertThatThrownBy(() -> service.remove(
                        circo.uai(), QuestionnaireKind.COLD, seen(QuestionnaireKind.COLD, ""), "useFrequency"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nourrit les bilans");
        assertThatThrownBy(() -> service.save(
                        circo.uai(),
                        QuestionnaireKind.COLD,
                        seen(QuestionnaireKind.COLD, "useFrequency"),
                        new QuestionnaireService.TypedQuestion("useFrequency", "", "Et la cantine ?", "", "", false)))
                .hasMessageContaining("Le sens reste le même");
        assertThat(draft(QuestionnaireKind.COLD).question("useFrequency")).isPresent();
    }

    /** One of ten who begin at once; then one of ten who add at once, all on what they saw. */
    @Test
    void ofTenAtOnceOneIsHeard() throws Exception {
        assertThat(heard(() -> visitor.refused(circo.ien(), does("commencer", QuestionnaireKind.HOT, ""))))
                .isEqualTo(1);
        assertThat(versions.all(circo.uai()).stream().filter(QuestionnaireVersion::isDraft))
                .hasSize(1);
        String seen = seen(QuestionnaireKind.HOT, "");
        assertThat(heard(() -> toldAgain(saves(seen, "", "TEXT", "Une seule fois", false))))
                .isEqualTo(1);
        assertThat(draft(QuestionnaireKind.HOT).questions())
                .filteredOn(each -> each.label().equals("Une seule fois"))
                .hasSize(1);
    }

    private static long heard(Callable<String> request) throws Exception {
        var threads = Executors.newFixedThreadPool(10);
        List<String> said = new ArrayList<>();
        for (var each : threads.invokeAll(Collections.nCopies(10, request))) {
            said.add(each.get());
        }
        threads.shutdown();
        return said.stream().filter(String::isEmpty).count();
    }

    /** A page of a draft that was abandoned says nothing of the next one, though both begin alike. */
    @Test
    void nobodyPublishesADraftThatHeDidNotRead() throws Exception {
        done(does("commencer", QuestionnaireKind.HOT, ""));
        String whole = seen(QuestionnaireKind.HOT, "");
        String one = seen(QuestionnaireKind.HOT, "usefulness");
        done(does("abandonner", QuestionnaireKind.HOT, ""));
        done(does("commencer", QuestionnaireKind.HOT, ""));
        QuestionnaireVersion next = draft(QuestionnaireKind.HOT);
        for (String geste : List.of("publier", "abandonner", "descendre", "retirer")) {
            assertThat(visitor.refused(circo.ien(), does(geste, QuestionnaireKind.HOT, whole, "clarity")))
                    .as(geste)
                    .contains("Quelqu'un a changé cela", "Brouillon : ");
        }
        assertThat(refused(saves(one, "usefulness", "", "Autre chose", true))).contains("Brouillon : ");
        assertThat(refused(saves(whole, "", "TEXT", "Encore une", false))).contains("Brouillon : ");
        assertThat(draft(QuestionnaireKind.HOT)).isEqualTo(next);
    }

    @Test
    void theSameQuestionSentTwiceIsAddedOnceAndSaysSo() throws Exception {
        done(does("commencer", QuestionnaireKind.HOT, ""));
        var added = saves(seen(QuestionnaireKind.HOT, ""), "", "TEXT", "Encore une", false);
        done(added);
        assertThat(String.valueOf(
                        visitor.result(circo.ien(), added).getFlashMap().get("done")))
                .contains("déjà enregistré");
        assertThat(draft(QuestionnaireKind.HOT).questions())
                .extracting(AskedQuestion::label)
                .containsOnlyOnce("Encore une");
    }

    /** What was typed stays on the page of the refusal, also where its question or its draft is gone. */
    @Test
    void whatWasTypedIsNotLost() throws Exception {
        done(does("commencer", QuestionnaireKind.HOT, ""));
        var late = saves("pace", "", "Le rythme était le mien", true);
        var later = saves("clarity", "", "C'était clair pour moi", true);
        done(does("retirer", QuestionnaireKind.HOT, "pace"));
        Document page = Jsoup.parse(visitor.as(circo.ien(), late).getContentAsString());
        assertThat(page.select(".notice.bad").text()).contains("Question : « Le rythme me convenait » est devenu « »");
        assertThat(page.select("input[name=libelle]").eachAttr("value")).containsOnlyOnce("Le rythme était le mien");
        done(does("abandonner", QuestionnaireKind.HOT, ""));
        assertThat(refused(later)).contains("n'est plus là", "C'était clair pour moi");
    }

    @Test
    void onlyTheIenTheCpcAndTheDepartementWrite() throws Exception {
        for (Agent other : List.of(
                circo.erun(),
                circo.secretary(),
                circo.directors().get(0),
                circo.teachers().get(0))) {
            assertThat(visitor.as(other, does("commencer", QuestionnaireKind.HOT, ""))
                            .getStatus())
                    .isIn(403, 404);
        }
    }
}
