package fr.forment.attack;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.attendance.MarksService;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.Attestations;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Somebody moves school: the old direction listed and was written to, the new one could open what it did not see, and
 * old papers changed.
 */
@HouseTest
@Tag("attack")
class SchoolMovedTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    MarksService marks;

    @Autowired
    Attestations attestations;

    @Autowired
    StaffService staff;

    @Autowired
    ProcessDriver driver;

    @Autowired
    MailBox box;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private Agent mover;
    private Agent before;
    private Agent after;
    private TrainingSession session;
    private String page;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        mover = circo.teachers().get(0);
        before = circo.directors().get(0);
        after = circo.directors().get(1);
        session = some.session(circo, 10, 1);
        page = "/sessions/" + session.id();
    }

    @Test
    void listRightLetterAndPaperSayTheSchoolOfNow() throws Exception {
        Enrolment row = some.enrol(session, mover);
        move();
        assertThat(isListed(after)).isTrue();
        assertThat(isListed(before)).isFalse();
        assertThat(answer(after, page).getStatus()).isEqualTo(200);
        assertThat(answer(before, page).getStatus()).isEqualTo(404);
        assertThat(visitor.page(circo.erun(), page)
                        .select("td[data-label=École]")
                        .text())
                .contains("École d'essai 2")
                .doesNotContain("École d'essai 1");
        summon();
        assertThat(letters(after)).extracting(QueuedMail::template).contains("session/directorInformed");
        assertThat(letters(before)).isEmpty();
        assertThat(paper(row).text())
                .contains("UAI " + circo.schools().get(1))
                .doesNotContain(circo.schools().get(0));
    }

    @Test
    void oneWhoWaitsMovesToo() throws Exception {
        TrainingSession full = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(1), 1, 1);
        some.enrol(full, circo.teachers().get(3));
        some.enrol(full, mover);
        move();
        assertThat(visitor.page(after, "/sessions/" + full.id()).text()).contains(mover.lastName());
        assertThat(answer(before, "/sessions/" + full.id()).getStatus()).isEqualTo(404);
    }

    @Test
    void aSummonsThatIsOutIsIssuedAnewAndTheOldOneStaysAsItWas() throws Exception {
        Enrolment row = some.enrol(session, mover);
        some.enrol(session, circo.teachers().get(1));
        summon();
        driver.travelTo(LocalDateTime.of(2026, 11, 2, 9, 0));
        move();
        assertThat(letters(after)).extracting(QueuedMail::template).contains("session/directorInformed");
        List<QueuedMail> summons = some.mails("convoke", row.id() + ":0");
        assertThat(summons).hasSize(2);
        assertThat(summons.get(0)).says(circo.schools().get(0));
        assertThat(summons.get(1))
                .says(circo.schools().get(1))
                .doesNotSay(circo.schools().get(0));
        assertThat(paper(row).text()).contains(circo.schools().get(1));
    }

    @Test
    void aLetterThatWaitsDoesNotTellTheOldDirection() {
        some.enrol(session, circo.teachers().get(1));
        summon();
        driver.travelTo(LocalDateTime.of(2026, 10, 24, 10, 0)); // in the holidays: letters wait
        some.enrol(session, mover);
        Agent colleague = ground.agent(NewAgent.inSchool(
                "Reste",
                "Paul",
                "paul." + circo.uai().toLowerCase() + "@exemple.invalid",
                AgentFunction.ADJOINT,
                circo.schools().get(0)));
        some.enrol(session, colleague);
        move();
        driver.travelTo(LocalDateTime.of(2026, 11, 3, 9, 0));
        assertThat(left(before))
                .noneMatch(mail -> mail.bodyText().contains(mover.fullName()))
                .anyMatch(mail -> mail.bodyText().contains(colleague.fullName()));
        assertThat(left(after)).anyMatch(mail -> mail.bodyText().contains(mover.fullName()));
    }

    @Test
    void papersStayAsTheyWereIssued() throws Exception {
        Enrolment row = some.enrol(session, mover);
        summon();
        Agent inspector = circo.ien();
        String summons = paper(row).text();
        assertThat(summons).contains(inspector.fullName(), circo.cpc().fullName());
        service.entrustTo(session.id(), circo.erun().id());
        driver.travelTo(SessionGround.WEDNESDAY.plusHours(2));
        marks.allPresent(session.id(), 1);
        driver.theCase("trainingSession", session.id()).completes("mark", Map.of("confirmed", true));
        String number = attestations.ofAgent(mover.id()).get(0).number();
        String proof = visitor.page(circo.secretary(), "/attestations/" + number)
                .select("article")
                .text();
        assertThat(proof).contains(circo.schools().get(0), "Adjoint", inspector.fullName());

        driver.travelTo(LocalDateTime.of(2026, 12, 1, 9, 0));
        staff.leave(inspector.id(), driver.now().toLocalDate());
        ground.agent(NewAgent.inCirconscription(
                "Nouvelle",
                "Claire",
                "claire." + circo.uai().toLowerCase() + "@exemple.invalid",
                AgentFunction.IEN,
                circo.uai()));
        move();
        driver.travelTo(LocalDateTime.of(2026, 12, 2, 9, 0));
        assertThat(visitor.page(circo.secretary(), "/attestations/" + number)
                        .select("article")
                        .text())
                .isEqualTo(proof);
    }

    private void move() {
        staff.move(mover.id(), circo.schools().get(1), driver.now().toLocalDate());
    }

    private void summon() {
        driver.travelTo(LocalDate.of(2026, 10, 13));
        driver.runDue();
    }

    private boolean isListed(Agent reader) throws Exception {
        return !visitor.page(reader, "/sessions")
                .select("a[href$='" + page + "']")
                .isEmpty();
    }

    private Document paper(Enrolment row) throws Exception {
        return visitor.page(circo.secretary(), page + "/convocation/" + row.id());
    }

    private MockHttpServletResponse answer(Agent reader, String path) throws Exception {
        return visitor.as(reader, get(path));
    }

    private List<QueuedMail> left(Agent who) {
        return letters(who).stream()
                .filter(mail -> mail.state() == MailState.DEPOSITED)
                .toList();
    }

    private List<QueuedMail> letters(Agent who) {
        return box.about("trainingSession:").stream()
                .filter(mail -> mail.toAddress().equals(who.email()))
                .toList();
    }
}
