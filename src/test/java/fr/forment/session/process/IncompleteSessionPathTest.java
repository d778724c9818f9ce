package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.session.Enrolment;
import fr.forment.session.NewSession;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionService;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a session lacks is asked for early enough: an answer on the last day still convokes everybody in time, a later
 * one makes a person decide, whatever it gives. Today is 1 September, the session is on 18 November, and people are
 * convoked on 13 October.
 */
@HouseTest
class IncompleteSessionPathTest {

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
    SessionDates dates;

    @Autowired
    OpenTasks tasks;

    @Autowired
    RoomService rooms;

    @Autowired
    Visitor visitor;

    @Autowired
    MailBox mails;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
    }

    /** The page, the task and the summons ask the same question. */
    @ParameterizedTest
    @ValueSource(strings = {"Salle polyvalente", "Commune-1"})
    void namingTheTrainerConvokesNobodyWhileTheRoomIsNotKnown(String place) throws Exception {
        TrainingSession session = opened(place, null);
        Enrolment comes = some.enrol(session, circo.teachers().get(0));
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .contains("La salle n'est pas connue", "les convocations ne partent pas");
        TheCase theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .waitsAt("prepare", "decideDate");
        assertThat(theCase.nameOf("decideDate")).startsWith("Compléter la session – ");
        assertThat(theCase.formOf("decideDate").get("reasons").toString())
                .contains("Personne n'est désigné", "La salle n'est pas connue");
        service.entrustTo(session.id(), circo.erun().id());
        driver.travelTo(dates.convocation(session).plusMinutes(5));
        theCase.waitsAt("prepare", "decideDate").didNotPass("convoke");
        assertThat(some.mails("convoke", comes.id() + ":0")).isEmpty();
        assertThat(theCase.formOf("decideDate").get("reasons").toString())
                .contains("La salle n'est pas connue")
                .doesNotContain("Personne n'est désigné");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Salle des fêtes, Redon", "Salle des fêtes (Redon)"})
    void aRoomWithItsTownIsOne(String place) {
        TrainingSession session = opened(place, circo.cpc().id());
        some.enrol(session, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .waitsAt("prepare", "convocationDue")
                .didNotPass("askDate");
    }

    @Test
    void isAskedForInTimeAndAnAnswerOnTheLastDayConvokes() throws Exception {
        TrainingSession session = opened("Commune-1", circo.cpc().id());
        Enrolment comes = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        LocalDate last = dates.convocation(session).toLocalDate();
        assertThat(tasks.in("trainingSession", session.id())).singleElement().satisfies(task -> {
            assertThat(task.dueOn()).isEqualTo(dates.instant(session, last.atTime(18, 0)));
            assertThat(task.createdOn()).isBefore(dates.instant(session, last.atStartOfDay()));
        });
        assertThat(now(session).state())
                .as("its date stands, people come and go")
                .isEqualTo(SessionState.CONFIRMEE);
        assertThat(some.writtenTo("askCompletion", session.id() + ":0:0"))
                .containsExactlyInAnyOrder(
                        circo.cpc().email(),
                        circo.erun().email(),
                        circo.secretary().email());
        theCase.fires("dateLate").passed("remindDate");
        assertThat(some.mails("askCompletion", session.id() + ":0:1"))
                .isNotEmpty()
                .allSatisfy(mail -> {
                    assertThat(mail.subject()).startsWith("Rappel : session à compléter");
                    assertThat(mail.bodyText())
                            .contains("La salle n'est pas connue")
                            .doesNotContain("ate à fixer");
                });
        driver.travelTo(last.atTime(17, 30));
        service.postpone(session.id(), session.startsAt(), "Mairie, Redon", "La salle est réservée");
        driver.runDue();
        theCase.passed("convoke").waitsAt("prepare", "reminderDue");
        assertThat(some.mails("convoke", comes.id() + ":1")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true, Commune-1", "false, 'Mairie, Redon'"})
    void anAnswerThatComesTooLateIsAMatterOfDateWhateverItGives(boolean named, String place) {
        TrainingSession session = opened(place, named ? circo.cpc().id() : null);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        LocalDateTime late = dates.convocation(session).plusDays(1).plusHours(1);
        driver.travelTo(late);
        theCase.passed("escalateDate").waitsAt("prepare", "decideDate");
        assertThat(now(session).state()).isEqualTo(SessionState.DATE_A_FIXER);
        assertThat(theCase.nameOf("decideDate")).startsWith("Fixer la date – ");
        assertThat(theCase.formOf("decideDate").get("reasons").toString()).contains("à temps");
        int before = some.mails("askDate", session.id()).size();
        if (named) {
            service.postpone(session.id(), session.startsAt(), "Mairie, Redon", "La salle est réservée");
        } else {
            service.entrustTo(session.id(), circo.erun().id());
        }
        driver.runDue();
        theCase.waitsAt("prepare", "decideDate").didNotPass("convoke");
        assertThat(theCase.formOf("decideDate").get("reasons").toString())
                .contains("à temps")
                .doesNotContain("La salle n'est pas connue", "Personne n'est désigné");
        assertThat(some.mails("askDate", session.id()))
                .as("whoever answered late is not asked by letter once more")
                .hasSize(before);
        theCase.completes("decideDate", Map.of("decision", "MAINTENIR", "motive", "Les écoles sont d'accord"))
                .passed("convoke");
    }

    /** Each of those it is offered to, the secretariat too. */
    @Test
    void theTaskItselfTakesTheRoomAndTheTrainer() {
        long hall = rooms.add(
                new Room(0, 0, circo.uai(), "Salle du conseil", null, "Redon", 40, null, null, null, null, null));
        TrainingSession session = opened("Commune-1", null);
        Enrolment comes = some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        assertThat(theCase.candidatesOf("decideDate")).hasSize(4);
        assertThat(theCase.formOf("decideDate").get("rooms").toString()).contains(hall + "=Salle du conseil, Redon");
        Agent trains = circo.erun();
        assertThat(theCase.formOf("decideDate").get("trainers").toString()).contains(trains.id() + "=");

        assertThat(theCase.refuses("decideDate", Map.of("decision", "COMPLETER")))
                .contains("Indiquez la salle");
        assertThat(theCase.refuses("decideDate", Map.of("decision", "COMPLETER", "place", "Salle des fêtes")))
                .contains("avec sa commune");
        assertThat(theCase.refuses("decideDate", Map.of("decision", "COMPLETER", "knownPlace", "-4")))
                .contains("salle de la liste");
        assertThat(theCase.refuses(
                        "decideDate",
                        Map.of("decision", "COMPLETER", "knownPlace", String.valueOf(hall), "place", "Mairie, Redon")))
                .contains("pas les deux");
        assertThat(theCase.refuses(
                        "decideDate",
                        Map.of(
                                "decision",
                                "COMPLETER",
                                "trainer",
                                circo.teachers().get(0).id().toString())))
                .contains("Choisissez dans la liste");

        theCase.completes("decideDate", Map.of("decision", "COMPLETER", "knownPlace", String.valueOf(hall)));
        assertThat(now(session).place()).isEqualTo("Salle du conseil, Redon");
        theCase.waitsAt("prepare", "decideDate");
        assertThat(theCase.formOf("decideDate").get("reasons").toString())
                .as("what is still lacking is asked for")
                .contains("Personne n'est désigné")
                .doesNotContain("La salle");
        theCase.completes(
                "decideDate",
                Map.of("decision", "COMPLETER", "trainer", trains.id().toString()));
        assertThat(now(session).trainerId()).isEqualTo(trains.id());
        theCase.waitsAt("prepare", "convocationDue").fires("convocationDue").passed("convoke");
        assertThat(some.mails("convoke", comes.id() + ":1")).singleElement().satisfies(mail -> assertThat(
                        mail.bodyText())
                .contains("Salle du conseil, Redon")
                .doesNotContain("salle à préciser"));
    }

    @Test
    void onlyRoomsThatAreFreeThenAreOfferedAndWhichAreTooSmallIsSaid() {
        long hall = hall("Halle", 40);
        long taken = hall("Grenier", 40);
        long small = hall("Bureau", 1);
        opened("Grenier, Redon", circo.cpc().id());
        TrainingSession session = opened("Commune-1", null);
        some.enrol(session, circo.teachers().get(0));
        some.enrol(session, circo.teachers().get(1));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        assertThat(theCase.formOf("decideDate").get("completable")).isEqualTo(true);
        assertThat(theCase.formOf("decideDate").get("rooms").toString())
                .contains(hall + "=Halle, Redon (40 places)")
                .doesNotContain(hall + "=Halle, Redon (40 places) :")
                .contains(small + "=Bureau, Redon (1 place) : trop petite pour 2 personnes attendues")
                .doesNotContain(taken + "=");
        driver.travelTo(dates.convocation(session).plusDays(1).plusHours(1));
        assertThat(theCase.formOf("decideDate").get("completable"))
                .as("too late to be an answer")
                .isEqualTo(false);
    }

    private long hall(String name, int capacity) {
        return rooms.add(new Room(0, 0, circo.uai(), name, null, "Redon", capacity, null, null, null, null, null));
    }

    /** Completed on the day of the summons: who was just named reads one letter, and nothing waits for a person. */
    @Test
    void whoIsNamedAsTheSummonsLeaveReadsOneLetter() {
        TrainingSession session = opened("Commune-1", null);
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        driver.travelTo(dates.convocation(session).toLocalDate().atTime(17, 30));
        ground.as(circo.secretary());
        theCase.completes(
                        "decideDate",
                        Map.of(
                                "decision",
                                "COMPLETER",
                                "place",
                                "Mairie, Redon",
                                "trainer",
                                circo.erun().id().toString()))
                .passed("convoke");
        List<QueuedMail> all = mails.latest(circo.erun().email(), 100);
        assertThat(all)
                .filteredOn(mail -> SessionMails.TELL_THE_TRAINER.contains(mail.template()))
                .filteredOn(mail -> mail.state() != MailState.DROPPED)
                .singleElement()
                .satisfies(mail -> assertThat(mail.template()).isEqualTo("session/trainerInformed"));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE about = ? AND state = 'HELD'")
                        .param("/sessions/" + session.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRoomTypedTooLateGoesWithTheDateThatIsKept() {
        TrainingSession session = opened("Commune-1", circo.cpc().id());
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id()).fires("cutOffReached");
        driver.travelTo(dates.convocation(session).plusDays(1).plusHours(1));
        assertThat(theCase.refuses("decideDate", Map.of("decision", "COMPLETER", "place", "Mairie, Redon")))
                .contains("à temps", "Garder cette date");
        assertThat(now(session).place()).isEqualTo("Commune-1");
        theCase.completes("decideDate", Map.of("decision", "MAINTENIR", "motive", "D'accord", "place", "Mairie, Redon"))
                .passed("convoke");
        assertThat(now(session).place()).isEqualTo("Mairie, Redon");
    }

    private TrainingSession opened(String place, Long trainer) {
        TrainingSession session = service.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                SessionGround.WEDNESDAY,
                90,
                place,
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                trainer,
                false));
        driver.runDue();
        return session;
    }

    private TrainingSession now(TrainingSession session) {
        return sessions.find(session.id()).orElseThrow();
    }
}
