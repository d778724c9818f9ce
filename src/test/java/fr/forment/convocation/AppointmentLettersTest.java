package fr.forment.convocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.mail.Attachment;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.StandInService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a calendar holds that reads every letter, by two libraries. */
@HouseTest
class AppointmentLettersTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    StandInService standIns;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    Sessions sessions;

    @Autowired
    AppointmentLetters invitations;

    @Autowired
    MailBox mails;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private final SimulatedCalendar one = new SimulatedCalendar(SimulatedCalendar::byIcal4j);
    private final SimulatedCalendar other = new SimulatedCalendar(SimulatedCalendar::byBiweekly);
    private final Set<Long> read = new HashSet<>();
    private Circo circo;
    private Agent teacher;

    @BeforeEach
    void people() {
        circo = ground.circonscription(2);
        teacher = circo.teachers().get(0);
    }

    /** Everything written to the teacher since, in order, leaves and is read. Returns the objects. */
    private List<String> lettersArrive() throws Exception {
        List<QueuedMail> written = new ArrayList<>(mails.latest(teacher.email(), 100));
        written.sort((a, b) -> Long.compare(a.id(), b.id()));
        List<String> objects = new ArrayList<>();
        for (QueuedMail mail : written) {
            if (mail.state() != MailState.DROPPED && invitations.concerns(mail) && read.add(mail.id())) {
                for (Attachment file : invitations.of(mail, true)) {
                    one.receives(file.content());
                    other.receives(file.content());
                    objects.add(new String(file.content(), StandardCharsets.UTF_8).replace("\r\n ", ""));
                }
            }
        }
        assertThat(one.events()).isEqualTo(other.events());
        return objects;
    }

    private List<Instant> appointments() {
        return one.events().stream()
                .map(SimulatedCalendar.Entry::start)
                .sorted()
                .toList();
    }

    private List<String> states() {
        return one.events().stream().map(SimulatedCalendar.Entry::status).toList();
    }

    /** Whoever stands in is told of his half-day only, in words and in his calendar; taken back, it leaves both. */
    @Test
    void aStandInsLettersAreOfWhatHeGives() throws Exception {
        TrainingSession whole = service.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                SessionGround.WEDNESDAY.withHour(9),
                300,
                circo.schools().get(1),
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.FOURNISSEUR,
                circo.supplier().id(),
                false));
        some.enrol(whole, circo.teachers().get(1));
        Agent standIn = circo.directors().get(0);
        teacher = standIn;
        standIns.entrust(whole.id(), 2, standIn.id());
        assertThat(lettersArrive()).singleElement().asString().contains("UID:session-" + whole.id() + ".2@");
        assertThat(appointments()).containsExactly(Instant.parse("2026-11-18T12:00:00Z"));

        driver.theCase("trainingSession", whole.id()).fires("cutOffReached").fires("convocationDue");
        assertThat(letter(standIn, "session/trainerInformed"))
                .contains("après-midi, de 13 h à 15 h (2 h)")
                .doesNotContain("de 9 h");
        assertThat(letter(circo.supplier(), "session/trainerInformed"))
                .contains("matin, de 9 h à 12 h (3 h)")
                .doesNotContain("15 h");
        assertThat(mails.latest(circo.supplier().email(), 100))
                .extracting(QueuedMail::template)
                .as("who is replaced is told")
                .contains("session/halfDayTaken");
        assertThat(letter(circo.teachers().get(1), "session/convoked"))
                .contains("Formation assurée par : " + circo.supplier().fullName() + ", " + standIn.fullName()
                        + " (mercredi 18 novembre 2026 après-midi)");

        standIns.entrust(whole.id(), 2, null);
        assertThat(lettersArrive()).singleElement().asString().contains("METHOD:CANCEL", ".2@");
        assertThat(states()).doesNotContain("CONFIRMED");
        int before = mails.latest(standIn.email(), 100).size();
        service.cancel(whole.id(), "Neige");
        assertThat(mails.latest(standIn.email(), 100)).as("no more his matter").hasSize(before);
    }

    private String letter(Agent reader, String template) {
        return mails.latest(reader.email(), 100).stream()
                .filter(mail -> mail.template().equals(template))
                .map(QueuedMail::bodyText)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangeReplacesAndACancellationTakesOut() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, teacher);
        var theCase = driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("convocationDue");
        List<String> objects = lettersArrive();
        assertThat(appointments()).containsExactly(Instant.parse("2026-11-18T13:00:00Z"));
        assertThat(states()).containsExactly("CONFIRMED");
        assertThat(one.events()).allSatisfy(entry -> {
            assertThat(entry.attendee()).isEqualTo("mailto:" + teacher.email());
            assertThat(entry.uid()).startsWith("session-" + session.id() + "@");
        });
        assertThat(objects.get(0))
                .contains(
                        "METHOD:REQUEST",
                        "DTSTART;TZID=Europe/Paris:20261118T140000",
                        "BEGIN:VTIMEZONE",
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                        "ORGANIZER;CN=\"Formation, ");

        service.postpone(session.id(), SessionGround.WEDNESDAY.plusDays(7), null, "Neige");
        lettersArrive();
        assertThat(appointments()).containsExactly(Instant.parse("2026-11-25T13:00:00Z"));

        service.cancel(session.id(), "Formateur souffrant");
        theCase.isEnded();
        assertThat(lettersArrive()).singleElement().asString().contains("METHOD:CANCEL", "STATUS:CANCELLED");
        assertThat(one.events()).isEmpty();
        assertThat(other.events()).isEmpty();
    }

    /** Letters that come in the wrong order leave the calendar right. */
    @Test
    void anOlderLetterThatComesLateChangesNothing() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        some.enrol(session, teacher);
        List<String> first = lettersArrive();
        var theCase = driver.theCase("trainingSession", session.id());
        service.cancel(session.id(), "Formateur souffrant");
        theCase.isEnded();
        List<String> all = new ArrayList<>(first);
        all.addAll(lettersArrive());
        Collections.reverse(all);
        var late = new SimulatedCalendar(SimulatedCalendar::byIcal4j);
        for (String object : all) {
            late.receives(object.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(all).hasSize(2);
        assertThat(late.events()).isEmpty();
    }

    @Test
    void eachHalfDayIsAnAppointmentAndOneThatIsNoMoreIsTakenOut() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        jdbc.sql("INSERT INTO half_day (session_id, position, starts_at, ends_at) VALUES (?, 1, ?, ?), (?, 2, ?, ?)")
                .params(
                        session.id(),
                        session.startsAt(),
                        session.startsAt().plusMinutes(40),
                        session.id(),
                        session.startsAt().plusMinutes(50),
                        session.endsAt())
                .update();
        some.enrol(session, teacher);
        assertThat(lettersArrive()).hasSize(2).allSatisfy(object -> assertThat(object)
                .containsOnlyOnce("BEGIN:VEVENT"));
        assertThat(appointments())
                .containsExactly(Instant.parse("2026-11-18T13:00:00Z"), Instant.parse("2026-11-18T13:50:00Z"));

        service.postpone(session.id(), SessionGround.WEDNESDAY.plusDays(7), null, "Neige"); // one half-day again
        lettersArrive();
        assertThat(appointments()).containsExactly(Instant.parse("2026-11-25T13:00:00Z"));
        var theCase = driver.theCase("trainingSession", session.id());
        service.cancel(session.id(), "Formateur souffrant");
        theCase.isEnded();
        lettersArrive();
        assertThat(one.events()).isEmpty();
    }

    @Test
    void whoWaitsHasItToBeConfirmedAndWhoLeavesHasItNoMore() throws Exception {
        TrainingSession session = some.session(circo, 1, 1);
        Enrolment seated = some.enrol(session, circo.teachers().get(1));
        Enrolment waiting = some.enrol(session, teacher);
        lettersArrive();
        assertThat(states()).containsExactly("TENTATIVE");
        enrolments.remove(seated.id(), "Erreur");
        lettersArrive();
        assertThat(states()).containsExactly("CONFIRMED");
        enrolments.remove(waiting.id(), "Erreur");
        lettersArrive();
        assertThat(one.events()).isEmpty();
    }

    @Test
    void whoSaysThatHeCannotComeHasItNoMore() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, teacher);
        lettersArrive();
        assertThat(one.events()).hasSize(1);
        enrolments.decline(row.id(), teacher.id());
        lettersArrive();
        assertThat(one.events()).isEmpty();
    }

    /** Nothing is taken out of a calendar that never had it. */
    @Test
    void whoWasNeverInvitedHearsOfNoAppointment() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        Enrolment row = some.enrol(session, teacher);
        mails.latest(teacher.email(), 100).forEach(mail -> read.add(mail.id())); // they did not arrive
        enrolments.remove(row.id(), "Erreur");
        assertThat(lettersArrive()).isEmpty();
    }
}
