package fr.forment.convocation;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.Attachment;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Convocations as files, and the word that they were received. */
@HouseTest
class SummonsTest {

    private static final String HOSTILE = "Salle <b>&amp; « œuvre » ]]></p><script>=1+1 \u0007é, Redon";
    private static final Pattern LINK = Pattern.compile("/sessions/\\d+/reception/[\\w-]+");

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    SummonsFiles files;

    @Autowired
    MailBox mails;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingSession session;
    private Enrolment row;
    private Agent teacher;
    private TheCase theCase;

    @BeforeEach
    void convoke() {
        circo = ground.circonscription(2);
        teacher = circo.teachers().get(3);
        session = some.session(circo, 10, 1);
        jdbc.sql("UPDATE training_session SET place = ? WHERE id = ?")
                .params(HOSTILE, session.id())
                .update();
        row = some.enrol(session, teacher);
        some.enrol(session, circo.directors().get(0));
        theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("convocationDue");
    }

    @Test
    void aConvocationIsAPaperThatIsReadAloudAndStaysAsItWasSent() throws Exception {
        String path = "/sessions/" + session.id() + "/convocation/" + row.id() + ".pdf";
        String school = circo.schools().get(1);
        jdbc.sql("UPDATE agent SET school_uai = ? WHERE id = ?")
                .params(circo.schools().get(0), teacher.id())
                .update();
        ground.agent(
                NewAgent.inCirconscription("Nouvelle", "Ien", "n@exemple.invalid", AgentFunction.IEN, circo.uai()));
        byte[] file = taken(teacher, path).getContentAsByteArray();
        assertThatPdf(file)
                .isAccessible()
                .isKept()
                .says(
                        "Académie : Rennes",
                        "Convocation",
                        "S" + session.id() + "-" + row.id(),
                        teacher.fullName(),
                        school,
                        "décomptée des 18 heures",
                        "Salle <b>&amp; « œuvre » ]]></p><script>=1+1 é",
                        circo.cpc().fullName(),
                        "Frais de déplacement",
                        "prise en charge possible",
                        circo.ien().fullName());
        assertThat(taken(circo.teachers().get(0), path).getStatus()).isEqualTo(404);
        assertThat(taken(ground.circonscription(1).secretary(), path).getStatus())
                .isEqualTo(404);
        assertThat(visitor.page(teacher, "/moi/formations").select("a[href='" + path + "']"))
                .hasSize(1);
    }

    @Test
    void thoseOfASessionAreOnePaper() throws Exception {
        String path = "/sessions/" + session.id() + "/convocations.pdf";
        assertThatPdf(taken(circo.secretary(), path).getContentAsByteArray())
                .isAccessible()
                .isKept()
                .hasPages(2)
                .says(teacher.fullName(), circo.directors().get(0).fullName());
        assertThat(taken(teacher, path).getStatus()).isEqualTo(404);
        assertThat(visitor.page(circo.secretary(), "/sessions/" + session.id() + "/convocations")
                        .select("a[href='" + path + "']"))
                .hasSize(1);
    }

    /** Another trainer: both letters keep what they said, whenever they leave. */
    @Test
    void aLetterCarriesThePaperOfItsDay() {
        QueuedMail first = letter("session/convoked");
        ground.as(circo.ien());
        service.entrustTo(session.id(), circo.erun().id());
        QueuedMail second = letter("session/trainerChanged");
        assertThatPdf(paper(first)).isAccessible().says(circo.cpc().fullName());
        assertThatPdf(paper(second)).isAccessible().says(circo.erun().fullName());
    }

    @Test
    void openingTheLinkSaysNothingAndTheButtonSaysItOnce() throws Exception {
        String link = link("session/convoked");
        for (int scan = 0; scan < 2; scan++) {
            assertThat(stranger(link))
                    .contains("bien reçu ma convocation", "Salle &lt;b&gt;")
                    .doesNotContain(teacher.lastName());
        }
        assertThat(state()).isEqualTo(EnrolmentState.CONVOQUE);
        for (int click = 0; click < 2; click++) {
            assertThat(web.perform(post(link).with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl())
                    .isEqualTo(link);
            assertThat(state()).isEqualTo(EnrolmentState.ACCUSE);
        }
        assertThat(stranger(link)).contains("accusé de réception est enregistré depuis le");
        String seen =
                visitor.page(circo.secretary(), "/sessions/" + session.id()).text();
        assertThat(seen).contains("Accusés de réception : 1 sur 2 convocations", "le 13/10/2026 à 8 h");
    }

    @Test
    void onlyTheRightLinkOpensAndOnlyForItsReader() throws Exception {
        String link = link("session/convoked");
        String forged = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
        assertThat(status(forged)).isEqualTo(404);
        TrainingSession other = some.session(circo, SessionGround.WEDNESDAY.plusDays(7), 10, 1);
        assertThat(status(link.replace("/sessions/" + session.id(), "/sessions/" + other.id())))
                .isEqualTo(404);
        assertThat(visitor.page(circo.teachers().get(0), link).text()).contains("destiné à une autre personne");
        visitor.as(circo.teachers().get(0), post(link));
        assertThat(state()).isEqualTo(EnrolmentState.CONVOQUE);
        int answer = 404;
        for (int guess = 0; guess < 40 && answer == 404; guess++) {
            answer = status("/sessions/" + session.id() + "/reception/guess" + guess);
        }
        assertThat(answer).as("who guesses has to wait").isEqualTo(429);
        assertThat(stranger(link)).contains("bien reçu ma convocation");
    }

    @Test
    void aLinkOfAFormerConvocationDoesNothingAnyMore() throws Exception {
        String link = link("session/convoked");
        service.postpone(session.id(), SessionGround.WEDNESDAY.plusDays(14), null, "Neige");
        assertThat(stranger(link)).contains("ne vaut plus").doesNotContain("<button");
        web.perform(post(link).with(csrf()));
        assertThat(state()).isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void whileTheSessionRunsItsLinkSaysSo() throws Exception {
        String link = link("session/convoked");
        driver.travelTo(SessionGround.WEDNESDAY.plusMinutes(2));
        assertThat(stranger(link)).contains("est commencée").doesNotContain("ne vaut plus", "<button");
        driver.travelTo(session.endsAt().plusMinutes(2));
        assertThat(stranger(link)).contains("a eu lieu").doesNotContain("ne vaut plus", "<button");
    }

    @Test
    void theReminderAsksThoseWhoHaveNotSaidIt() throws Exception {
        web.perform(post(link("session/convoked")).with(csrf()));
        theCase.fires("reminderDue");
        assertThat(letter("session/reminded").bodyText()).doesNotContain("/reception/", "savons pas encore");
        QueuedMail silent =
                some.mails("remind", enrolment(circo.directors().get(0)) + ":0").get(0);
        assertThat(silent.bodyText()).contains("/reception/", "savons pas encore");
    }

    private long enrolment(Agent agent) {
        return sessions.enrolments(session.id()).stream()
                .filter(each -> each.agentId() == agent.id())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private byte[] paper(QueuedMail mail) {
        List<Attachment> made = files.of(mail, true);
        assertThat(made).singleElement().extracting(Attachment::mediaType).isEqualTo("application/pdf");
        return made.get(0).content();
    }

    private QueuedMail letter(String template) {
        return mails.latest(teacher.email(), 100).stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    private String link(String template) {
        Matcher found = LINK.matcher(letter(template).bodyText());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private EnrolmentState state() {
        return sessions.enrolment(row.id()).orElseThrow().state();
    }

    private String stranger(String path) throws Exception {
        MockHttpServletResponse answer = web.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private int status(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse().getStatus();
    }

    private MockHttpServletResponse taken(Agent reader, String path) throws Exception {
        return visitor.as(reader, get(path));
    }
}
