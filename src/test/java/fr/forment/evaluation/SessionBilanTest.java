package fr.forment.evaluation;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.PlainPages;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.attendance.MarksService;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.engine.TheCase.TasklistAction;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The bilan of a session: drafted from what is known, completed and signed in Tasklist, its figures kept then. */
@HouseTest
@Tag("attack")
class SessionBilanTest {

    private static final Pattern LINK = Pattern.compile("/evaluation/([\\w-]+)");

    @Autowired
    ProcessDriver driver;

    @Autowired
    OpenTasks tasks;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    MarksService marks;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    MailBox mails;

    @Autowired
    Visitor visitor;

    @Autowired
    AccountService accounts;

    private Circo circo;
    private TrainingSession session;
    private TheCase theCase;

    @BeforeEach
    void aSessionSixPeopleCameTo() {
        circo = ground.circonscription(3);
        session = some.session(circo, 10, 2);
        circo.teachers().forEach(teacher -> some.enrol(session, teacher));
        theCase = driver.theCase("trainingSession", session.id());
        driver.travelTo(session.endsAt().plusHours(1));
        marks.allPresent(session.id(), 1);
        theCase.completes("mark", Map.of("confirmed", true));
    }

    private void answer(int from, int to, int mark) {
        List<QueuedMail> asked = mails.about("evaluation:HOT:" + session.id() + ":");
        asked.subList(from, to).forEach(mail -> {
            Matcher link = LINK.matcher(mail.bodyText());
            assertThat(link.find()).isTrue();
            assertThat(evaluations.answer(
                            link.group(1),
                            Said.answer(
                                    mark, mark, mark, mark, mark, mark, 1, mark, null, null, null, null, null, null)))
                    .isEmpty();
        });
    }

    private String path() {
        return "/sessions/" + session.id() + "/bilan";
    }

    private void toTheSignature() {
        theCase.fires("hotEvaluationLate").fires("coldEvaluationDue").fires("coldEvaluationLate");
        theCase.waitsAt("signBilan");
    }

    @Test
    void itsFiguresStandInTheFormOfWhoSigns() {
        answer(0, 5, 4);
        toTheSignature();
        ground.as(circo.cpc());
        String figures = PlainPages.plain(tasks.prefilled("trainingSession", session.id(), "signBilan")
                        .get("sessionFigures")
                        .toString())
                .replace("\\", "");
        assertThat(figures)
                .contains("Session : 1 (prévu : 1)", "6 inscriptions", "après l'annonce")
                .as("what people said is read on the page, by those who may")
                .doesNotContain("sur 4");
    }

    @Test
    void isDraftedFromWhatIsKnownAndKeptOnceSigned() throws Exception {
        answer(0, 4, 4);
        assertThat(visitor.page(circo.ien(), path()).text())
                .contains("Brouillon", "6 inscriptions", "trop peu de réponses", "Besoins nouveaux")
                .doesNotContain("4 sur 4");
        answer(4, 5, 4);
        assertThat(visitor.page(circo.ien(), path()).text()).contains("4 sur 4 (5 réponses sur 6");
        toTheSignature();
        ground.as(circo.cpc());
        theCase.completes(
                "signBilan",
                Map.of(
                        "causes",
                        "<b>Deux retards</b>",
                        "decision",
                        "Refaire la partie sur les comptes",
                        "owner",
                        "CPC",
                        "signed",
                        true));
        assertThat(visitor.page(circo.ien(), path()).text())
                .contains("Signé par " + circo.cpc().fullName(), "<b>Deux retards</b>", "Les CPC", "4 sur 4");
        theCase.isEnded();
        assertThatPdf(visitor.as(circo.ien(), get(path() + ".pdf")).getContentAsByteArray())
                .isAccessible()
                .says("4 sur 4", "Écarts, causes et décision", "Refaire la partie sur les comptes");
        assertThat(visitor.as(circo.ien(), get(path() + ".xlsx")).getContentAsByteArray())
                .startsWith('P', 'K');
    }

    /** Whom the model offers it to. */
    @ParameterizedTest
    @ValueSource(strings = {"trainer", "IEN"})
    void whoeverMaySignDoesSoFromTasklist(String kind) {
        toTheSignature();
        Agent who = kind.equals("trainer") ? circo.cpc() : circo.ien();
        String login = accounts.ofAgent(who.id()).orElseThrow().login();
        ground.as(who);
        assertThat(theCase.asksFromTasklist(login, "signBilan", TasklistAction.claimFor(login)))
                .isNull();
        assertThat(theCase.asksFromTasklist(
                        login,
                        "signBilan",
                        TasklistAction.submit(Map.of("causes", "Aucun", "decision", "", "owner", "", "signed", true))))
                .isNull();
        theCase.passed("recordBilan").isEnded();
    }

    @Test
    void whatPeopleSaidIsForTheTrainerAndTheInspector() throws Exception {
        answer(0, 5, 3);
        for (Agent reader : List.of(circo.cpc(), circo.ien())) {
            assertThat(visitor.page(reader, path()).text()).contains("Satisfaction", "3 sur 4");
        }
        for (Agent reader : List.of(circo.erun(), circo.secretary())) {
            assertThat(visitor.page(reader, path()).select("table").text())
                    .contains("6 inscriptions")
                    .doesNotContain("Satisfaction", "3 sur 4");
        }
        for (Agent stranger : List.of(
                circo.dsi(),
                circo.supplier(),
                circo.directors().get(0),
                circo.teachers().get(0),
                ground.circonscription(1).ien())) {
            for (String end : List.of("", ".pdf", ".xlsx")) {
                assertThat(visitor.as(stranger, get(path() + end)).getStatus()).isIn(403, 404);
            }
        }
    }
}
