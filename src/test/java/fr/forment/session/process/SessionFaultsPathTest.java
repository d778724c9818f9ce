package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.resource.CertificationService;
import fr.forment.resource.ClosureService;
import fr.forment.resource.TrainerResourceService;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody is convoked in silence to a session whose host school is closed that day, or whose trainer is away or has no
 * right to the module. Today is 1 September, the session is on 18 November.
 */
@HouseTest
class SessionFaultsPathTest {

    private static final LocalDate DAY = SessionGround.WEDNESDAY.toLocalDate();
    private static final String TYPED = "La salle <b>reste</b> ouverte";

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionService service;

    @Autowired
    ClosureService closures;

    @Autowired
    TrainerResourceService trainers;

    @Autowired
    CertificationService rights;

    @Autowired
    Visitor visitor;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
    }

    @Test
    void asksBeforeItConvokesToAClosedSchoolAndConvokesOnceAReasonIsGiven() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment enrolment = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        closures.close(circo.uai(), circo.schools().get(0), DAY, DAY, "Travaux");
        theCase.fires("convocationDue")
                .passed("isDayPossible", "askDate")
                .didNotPass("convoke")
                .waitsAt("prepare", "decideDate");
        assertThat(now(session).state()).isEqualTo(SessionState.DATE_A_FIXER);
        assertThat(some.mails("convoke", enrolment.id() + ":0")).isEmpty();
        assertThat(theCase.formOf("decideDate").get("reasons").toString())
                .contains("accueille la session est fermée le mercredi 18 novembre 2026", "une autre date")
                .doesNotContain("à temps");
        assertThat(some.mails("askDate", session.id() + ":0:0"))
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail.bodyText()).contains("est fermée le mercredi 18 novembre 2026"));

        assertThat(theCase.refuses("decideDate", Map.of("decision", "MAINTENIR")))
                .contains("motif");
        theCase.completes("decideDate", Map.of("decision", "MAINTENIR", "motive", TYPED))
                .passed("recordDate", "announce", "convoke");
        assertThat(some.mails("convoke", enrolment.id() + ":0")).hasSize(1);
        assertThat(now(session).state()).isEqualTo(SessionState.CONVOQUEE);
        String page = visitor.page(circo.ien(), "/sessions/" + session.id()).html();
        assertThat(page)
                .contains("malgré ce qui s", "La salle &lt;b&gt;reste&lt;/b&gt; ouverte", "Tenue malgré ceci")
                .doesNotContain(TYPED);
    }

    @Test
    void takesNoDateOnWhichTheTrainerIsAwayToo() {
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        trainers.away(circo.cpc().id(), DAY, DAY.plusDays(1), null, null);
        theCase.fires("convocationDue").didNotPass("convoke");
        assertThat(theCase.formOf("decideDate").get("reasons").toString()).contains("a dit son absence");
        LocalDate first = DAY.plusDays(1);
        assertThat(theCase.refuses(
                        "decideDate",
                        Map.of("decision", "REPORTER", "newDay", first.toString(), "motive", "Il est malade")))
                .contains("a dit son absence le jeudi 19 novembre 2026", "page de la session");
        theCase.completes(
                "decideDate", Map.of("decision", "REPORTER", "newDay", "2026-12-02", "motive", "Il est malade"));
        assertThat(now(session).startsAt()).isEqualTo(LocalDateTime.of(2026, 12, 2, 14, 0));
        theCase.waitsAt("prepare", "cutOffReached");
        theCase.fires("cutOffReached").fires("convocationDue").passed("convoke");
    }

    @Test
    void asksNoMoreOnceSomebodyElseGivesIt() {
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        rights.decide(circo.cpc().id(), "PRES-ECOLE", false, LocalDate.of(2026, 9, 1), null);
        theCase.fires("convocationDue").didNotPass("convoke");
        assertThat(theCase.formOf("decideDate").get("reasons").toString()).contains("a retiré");
        service.entrustTo(session.id(), circo.erun().id());
        driver.runDue();
        theCase.passed("convoke").waitsAt("prepare", "reminderDue");
    }

    @Test
    void convokesNobodyWhileNobodyIsNamedToGiveIt() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment enrolment = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id());
        service.entrustTo(session.id(), null);
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .contains(
                        "Personne n'est désigné pour assurer la session", "D'ici là, les convocations ne partent pas.");
        theCase.fires("cutOffReached");
        assertThat(some.writtenTo("askCompletion", session.id() + ":0:0"))
                .as("asked before the summons, whoever is away")
                .containsExactlyInAnyOrder(
                        circo.erun().email(),
                        circo.cpc().email(),
                        circo.secretary().email());
        theCase.didNotPass("convoke").waitsAt("prepare", "decideDate");
        assertThat(some.mails("convoke", enrolment.id() + ":0")).isEmpty();
        assertThat(some.mails("convoke", session.id() + ":0:trainer"))
                .as("nobody reads that he gives it")
                .isEmpty();
        assertThat(theCase.nameOf("decideDate")).startsWith("Compléter la session – ");
        assertThat(theCase.formOf("decideDate").get("reasons").toString()).contains("Personne n'est désigné");
        assertThat(theCase.refuses("decideDate", Map.of("decision", "MAINTENIR", "motive", "Tant pis")))
                .as("what it promises and has not is nobody's to accept")
                .contains("Personne n'est désigné", "« Compléter la session »");
        theCase.fires("dateLate").passed("remindDate");

        service.entrustTo(session.id(), circo.erun().id());
        driver.runDue();
        theCase.passed("convoke").waitsAt("prepare", "reminderDue");
        assertThat(some.mails("convoke", enrolment.id() + ":0")).singleElement().satisfies(mail -> assertThat(
                        mail.bodyText())
                .contains(circo.erun().fullName())
                .doesNotContain("à désigner"));
    }

    /** Asked long before its summons, a date is kept or changed while the rest may still be found. */
    @Test
    void asksForWhatIsLackingOnceItIsConfirmed() {
        closures.close(circo.uai(), circo.schools().get(0), DAY, DAY, "Travaux");
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "decideDate");
        assertThat(theCase.nameOf("decideDate")).startsWith("Fixer la date – ");
        service.entrustTo(session.id(), null);
        driver.runDue();
        theCase.completes("decideDate", Map.of("decision", "MAINTENIR", "motive", "Elle ouvre pour nous"))
                .waitsAt("prepare", "cutOffReached");
        some.enrol(session, circo.teachers().get(0));
        theCase.fires("cutOffReached").waitsAt("prepare", "decideDate").didNotPass("convoke");
        assertThat(theCase.formOf("decideDate").get("reasons").toString()).contains("Personne n'est désigné");
    }

    /** Whoever opens a session on such a day is asked by the same task, before anybody hears of it. */
    @Test
    void asksAlsoBeforeItIsAnnounced() {
        closures.close(circo.uai(), circo.schools().get(0), DAY, DAY, "Travaux");
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .waitsAt("prepare", "decideDate")
                .didNotPass("announce");
        theCase.completes("decideDate", Map.of("decision", "MAINTENIR", "motive", "Elle ouvre pour nous"))
                .passed("announce")
                .waitsAt("prepare", "cutOffReached");
        some.enrol(session, circo.teachers().get(0));
        theCase.fires("cutOffReached");
        trainers.away(circo.cpc().id(), DAY, DAY, null, null);
        theCase.fires("convocationDue").didNotPass("convoke").waitsAt("prepare", "decideDate");
        assertThat(theCase.formOf("decideDate").get("reasons").toString())
                .as("what was accepted does not stand for what came after it")
                .contains("a dit son absence");
        theCase.completes("decideDate", Map.of("decision", "ANNULER", "motive", "Personne pour la donner"))
                .didNotPass("convoke")
                .isEnded();
    }

    private TrainingSession now(TrainingSession session) {
        return sessions.find(session.id()).orElseThrow();
    }
}
