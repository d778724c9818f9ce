package fr.forment.session.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.resource.CertificationService;
import fr.forment.resource.TrainerResourceService;
import fr.forment.session.DatesService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionHandsService;
import fr.forment.session.SessionService;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.StandInService;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Wherever somebody is named to train: who has no right to the module, or is away, is named for a reason that stays.
 */
@HouseTest
class TrainerRightTest {

    private static final LocalDate DAY = SessionGround.WEDNESDAY.toLocalDate();
    private static final String WHY = "Personne d'autre n'est libre ce mercredi";

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    SessionHandsService hands;

    @Autowired
    StandInService standIns;

    @Autowired
    DatesService dates;

    @Autowired
    SessionHalfDays halfDays;

    @Autowired
    SessionWords words;

    @Autowired
    Sessions sessions;

    @Autowired
    CertificationService certifications;

    @Autowired
    TrainerResourceService resources;

    @Autowired
    Journal journal;

    private Circo circo;
    private TrainingSession session;
    private Agent uncertified;

    @BeforeEach
    void aSession() {
        circo = ground.circonscription(2);
        session = some.session(circo, 10, 1);
        uncertified = circo.teachers().get(0);
        ground.as(circo.ien());
    }

    private TrainingSession now() {
        return sessions.find(session.id()).orElseThrow();
    }

    private String shown() {
        return words.shown(now()).sent();
    }

    private static void isRefused(ThrowingCallable naming) {
        assertThatThrownBy(naming)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("n'est pas habilitée pour « Présentation de l'ENT à l'équipe de l'école »")
                .hasMessageContaining("indiquez pourquoi");
    }

    private void isTraced(long sessionId) {
        assertThat(journal.of(TrainingSession.JOURNAL, sessionId))
                .filteredOn(line -> WHY.equals(line.why()))
                .extracting(JournalEntry::after)
                .singleElement()
                .asString()
                .contains("Désignation malgré tout", "n'est pas habilitée");
    }

    @Test
    void ofTheWholeSession() {
        isRefused(() -> hands.entrustTo(session.id(), shown(), uncertified.id(), " "));
        assertThat(now().trainerId()).isEqualTo(circo.cpc().id());
        hands.entrustTo(session.id(), shown(), uncertified.id(), WHY);
        assertThat(now().trainerId()).isEqualTo(uncertified.id());
        isTraced(session.id());
    }

    @Test
    void ofAHalfDay() {
        List<HalfDay> wanted = halfDays.of(session).stream()
                .map(half -> half.entrustedTo(uncertified.id()))
                .toList();
        isRefused(() -> standIns.entrust(session.id(), words.shownDates(now()).sent(), wanted, ""));
        standIns.entrust(session.id(), words.shownDates(now()).sent(), wanted, WHY);
        isTraced(session.id());
    }

    @Test
    void ofADateThatIsAdded() {
        HalfDay first = halfDays.of(session).get(0);
        HalfDay added =
                new HalfDay(2, first.startsAt().plusDays(7), first.endsAt().plusDays(7), uncertified.id());
        isRefused(() ->
                dates.set(session.id(), words.shownDates(now()).sent(), List.of(first, added), "Suite", false, null));
        dates.set(session.id(), words.shownDates(now()).sent(), List.of(first, added), "Suite", false, WHY);
        isTraced(session.id());
    }

    @Test
    void ofASessionThatIsOpened() {
        NewSession like = some.of(circo, SessionGround.WEDNESDAY.plusDays(14), 10, 1, false);
        NewSession asked = new NewSession(
                like.circonscriptionUai(),
                null,
                like.moduleCode(),
                like.startsAt(),
                like.minutes(),
                like.place(),
                like.format(),
                10,
                1,
                like.trainerKind(),
                uncertified.id(),
                false);
        isRefused(() -> service.open(asked, false, null));
        isTraced(service.open(asked, false, WHY).session().id());
    }

    /** The reason is asked once: a session that is opened with it waits for nothing more. */
    @Test
    void whatTheReasonAcceptedHoldsNothingBack() {
        LocalDate later = DAY.plusDays(14);
        resources.away(circo.erun().id(), later, later, null, "");
        NewSession like = some.of(circo, SessionGround.WEDNESDAY.plusDays(14), 10, 1, false);
        SessionService.Opened opened = service.open(
                new NewSession(
                        like.circonscriptionUai(),
                        null,
                        like.moduleCode(),
                        like.startsAt(),
                        like.minutes(),
                        "Salle des fêtes, Redon",
                        like.format(),
                        10,
                        1,
                        like.trainerKind(),
                        circo.erun().id(),
                        false),
                false,
                WHY);
        assertThat(opened.heldBack()).isEmpty();
        assertThat(sessions.find(opened.session().id()).orElseThrow().heldAnywayFor())
                .isEqualTo(WHY);
    }

    @Test
    void whoIsAwayIsNamedForAReasonToo() {
        resources.away(circo.erun().id(), DAY, null, null, "");
        assertThatThrownBy(() ->
                        hands.entrustTo(session.id(), shown(), circo.erun().id(), null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a dit son absence (mercredi 18 novembre 2026)");
    }

    @Test
    void whoeverHasTheRightIsNamedWithoutAWord() {
        certifications.decide(uncertified.id(), "PRES-ECOLE", true, DAY.minusYears(1), null);
        hands.entrustTo(session.id(), shown(), uncertified.id(), null);
        assertThat(now().trainerId()).isEqualTo(uncertified.id());
    }
}
