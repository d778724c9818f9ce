package fr.forment.session;

import fr.forment.french.French;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.told.LastTold;
import fr.forment.session.told.Tidings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is written to about a session, with which words and under which key. */
@Component
@RequiredArgsConstructor
public class SessionMails {

    /** What must not follow the letter that undoes it. */
    private static final List<String> WAITING = List.of(
            "session/enrolled",
            "session/placeFound",
            "session/convoked",
            "session/reminded",
            "session/postponed",
            "session/changed",
            "session/amended",
            "session/trainerChanged",
            "session/dateInDoubt");

    public static final List<String> OF_A_HALF_DAY = List.of("session/halfDayEntrusted", "session/halfDayTaken");

    public static final List<String> WAITING_TRAINER = List.of(
            "session/announced",
            "session/changed",
            "session/amendedForTrainer",
            "session/trainerInformed",
            "session/trainerReminded",
            "session/trainerPostponed",
            "session/trainerDateInDoubt",
            "session/marksAwaited",
            "session/marksLate");
    /** What says when and where to who gives the session. */
    public static final List<String> TELL_THE_TRAINER = List.of(
            "session/announced",
            "session/trainerInformed",
            "session/trainerPostponed",
            "session/changed",
            "session/amendedForTrainer",
            "session/halfDayEntrusted",
            "session/trainerReminded");

    /** Asks whoever gave one of several dates for its marks, before the session is over. */
    public static final String HALF_DAY_MARKS = "session/halfDayMarks";

    public static final String CANCELLED_FIRST = "La session a été annulée avant l'envoi.";
    public static final String POSTPONED_FIRST = "La session a été reportée avant l'envoi.";

    /** Their readers come, or train: the link of a video conference is theirs. */
    private static final Set<String> TO_EXPECTED =
            Set.of("enrolled", "placeFound", "convoked", "announced", "halfDayEntrusted");

    private final Correspondence post;
    private final SessionWords words;
    private final IssuedPapers papers;
    private final ReceiptLinks receipts;
    private final SessionDates dates;
    private final Agents agents;
    private final LastTold told;

    public void enrolled(TrainingSession session, Enrolment enrolment) {
        enrolled(session, enrolment, "");
    }

    /** @param again what makes another letter of one that was taken back; empty for the first */
    public void enrolled(TrainingSession session, Enrolment enrolment, String again) {
        toPerson(
                enrolment,
                letter(session, "enrolled", "enrol:" + enrolment.id() + again, Map.of(), dates.lastUse(session))
                        .undoing(dates.instant(session, session.startsAt())));
    }

    /** The summons itself, with the reference under which it is printed. */
    void convoked(TrainingSession session, Enrolment enrolment) {
        Convocation paper = papers.issue(IssuedPapers.Kind.CONVOCATION, session, enrolment);
        toPerson(enrolment, summons(session, enrolment, paper, ""));
    }

    /** In place of one that is out, and of one that still waits. */
    public void convokedAgain(TrainingSession session, Enrolment enrolment) {
        takeBack(session, enrolment.agentId(), List.of("session/convoked"), "Une nouvelle convocation la remplace.");
        Convocation paper = papers.issue(IssuedPapers.Kind.CONVOCATION, session, enrolment);
        toPerson(
                enrolment,
                summons(session, enrolment, paper, ":" + dates.now(session).withNano(0))
                        .settling());
    }

    /** The same to all of a session; nobody is expected twice. */
    void convoked(TrainingSession session, List<Enrolment> expected) {
        Map<Long, Letter> letters = new LinkedHashMap<>();
        papers.issue(IssuedPapers.Kind.CONVOCATION, session, expected)
                .forEach(
                        (enrolment, paper) -> letters.put(enrolment.agentId(), summons(session, enrolment, paper, "")));
        post.toAgents(letters);
    }

    private Letter summons(TrainingSession session, Enrolment enrolment, Convocation paper, String again) {
        return new Letter(
                        "session/convoked",
                        key("convoke:" + enrolment.id() + ":" + session.sequence() + again),
                        entering(session, Map.of("convocation", paper)),
                        receipts.path(enrolment),
                        dates.lastUse(session))
                .undoing(dates.instant(session, session.startsAt()));
    }

    /** So few are enrolled, and nobody said that it is held: he keeps his place, whatever comes of it is written. */
    void dateInDoubt(TrainingSession session, Enrolment enrolment) {
        toPerson(
                enrolment,
                letter(
                                session,
                                "dateInDoubt",
                                "dateInDoubt:" + enrolment.id() + ":" + session.sequence(),
                                Map.of(),
                                dates.lastUse(session))
                        .undoing(dates.instant(session, session.startsAt())));
    }

    /** Who has not said yet that he has his convocation is asked once more, in the same letter. */
    void reminded(TrainingSession session, Enrolment enrolment) {
        boolean silent = enrolment.state() == EnrolmentState.CONVOQUE;
        toPerson(
                enrolment,
                new Letter(
                                "session/reminded",
                                key("remind:" + enrolment.id() + ":" + session.sequence()),
                                entering(session, Map.of("silencieux", silent)),
                                silent ? receipts.path(enrolment) : page(session),
                                dates.lastUse(session))
                        .undoing(dates.instant(session, session.startsAt())));
    }

    /**
     * Those around who have not heard yet of a summons or a question need not: the session is cancelled, or they hear
     * of the new date.
     */
    public void othersSpared(TrainingSession session, String why) {
        post.takeBack(
                page(session),
                List.of(
                        "session/directorInformed",
                        "session/hostInformed",
                        "session/decisionAwaited",
                        "session/belowMinimum",
                        "session/traineeAbsent",
                        "session/trainerMissing",
                        "session/trainerChanged"),
                why);
    }

    /** @param start of the session as the person knows it: it may just have been moved */
    public void unseated(TrainingSession session, Enrolment enrolment, LocalDateTime start, String motive) {
        unseated(session, enrolment, start, motive, false);
    }

    /** By a rule: the motive says where to ask for another place, and nobody will propose one. */
    void takenOut(TrainingSession session, Enrolment enrolment, String motive) {
        unseated(session, enrolment, session.startsAt(), motive, true);
    }

    private void unseated(
            TrainingSession session, Enrolment enrolment, LocalDateTime start, String motive, boolean asks) {
        Map<String, Object> model = known(session, enrolment.agentId(), motive);
        model.put("demande", asks);
        takeBack(session, enrolment.agentId(), WAITING, "La personne a été désinscrite avant l'envoi.");
        toPerson(
                enrolment,
                letter(session, "unseated", "unseat:" + enrolment.id(), model, dates.untilTheDay(session))
                        .undoing(dates.instant(session, as(session, enrolment, start))));
    }

    private LocalDateTime as(TrainingSession session, Enrolment enrolment, LocalDateTime start) {
        return told.of(session, enrolment.agentId())
                .map(Tidings::start)
                .filter(known -> known.isBefore(start))
                .orElse(start);
    }

    /** The director hears of it, unless he said it; the person too, whose calendar it leaves. */
    void excused(TrainingSession session, Enrolment enrolment, Long saidBy) {
        agents.find(enrolment.agentId()).ifPresent(agent -> {
            var letter = letter(
                            session, "excused", "excuse:" + enrolment.id(), Map.of("personne", agent.fullName()), null)
                    .undoing(dates.instant(session, session.startsAt()));
            post.toAgent(
                    agent.id(),
                    letter(session, "youAreExcused", "excuse:" + enrolment.id(), Map.of(), null)
                            .undoing(dates.instant(session, session.startsAt())));
            if (enrolment.schoolUai() != null) {
                agents.directorOf(enrolment.schoolUai())
                        .filter(director ->
                                !director.id().equals(saidBy) && !director.id().equals(agent.id()))
                        .ifPresent(director -> post.toAgent(director.id(), letter));
            }
        });
    }

    /** @param next what comes after it, in French sentences; may be empty */
    public void cancelled(TrainingSession session, Enrolment enrolment, String motive, String next) {
        takeBack(session, enrolment.agentId(), WAITING, CANCELLED_FIRST);
        Map<String, Object> more = known(session, enrolment.agentId(), motive);
        more.put("suite", next);
        toPerson(enrolment, cancelling(session, enrolment.agentId(), "cancelled", "cancel:" + enrolment.id(), more));
    }

    /** At once, or kept with what else changes: near is what the reader believes to be near. */
    public Letter cancelling(
            TrainingSession session, Long agentId, String template, String key, Map<String, Object> more) {
        return changing(session, template, key, more)
                .cancelling(dates.instant(
                        session,
                        told.of(session, agentId)
                                .map(Tidings::start)
                                .filter(known -> known.isBefore(session.startsAt()))
                                .orElse(session.startsAt())));
    }

    /** Ends what the reader expects: named as he knows it, for another date may never have reached him. */
    public Map<String, Object> known(TrainingSession session, Long agentId, String motive) {
        Map<String, Object> known = new HashMap<>(told.asKnown(session, agentId));
        known.put("motif", motive);
        return known;
    }

    public void attested(TrainingSession session, Enrolment enrolment, String number) {
        toPerson(
                enrolment,
                new Letter(
                        "session/attested",
                        key("issue:" + enrolment.id() + ":" + number),
                        with(session, Map.of("numero", number)),
                        "/attestations/" + number,
                        null));
    }

    /** @param occasion what asks for them: the rank of the reminder, or somebody new who is to give them */
    public Letter marks(TrainingSession session, String template, String occasion) {
        return marks(session, template, occasion, Map.of());
    }

    public Letter marks(TrainingSession session, String template, String occasion, Map<String, Object> more) {
        Map<String, Object> model = with(session, more);
        model.putIfAbsent("demiJournees", List.of());
        if (session.isOnSeveralDays()) {
            model.put("date", French.day(session.startsAt()) + " au " + French.day(session.endsAt()));
            model.put("court", French.brief(session.startsAt()) + " au " + French.brief(session.endsAt()));
        }
        return new Letter(
                "session/" + template,
                key("marks:" + session.id() + ":" + occasion),
                model,
                "/sessions/" + session.id() + "/emargement",
                null);
    }

    public void toPerson(Enrolment enrolment, Letter letter) {
        post.toAgent(enrolment.agentId(), letter);
    }

    /**
     * Undoes or changes what somebody expects of the session: of use until its day is over, and at once when that is
     * near.
     */
    public Letter changing(TrainingSession session, String template, String key, Map<String, Object> more) {
        return letter(session, template, key, more, dates.untilTheDay(session))
                .undoing(dates.instant(session, session.startsAt()));
    }

    public int takeBack(TrainingSession session, long agentId, List<String> templates, String why) {
        return post.takeBack(page(session), agentId, templates, why);
    }

    /** All that letters of a session are about: its page, and those below it that some of them open. */
    public static List<String> pages(TrainingSession session) {
        return Stream.of("", "/emargement", "/feuille.pdf")
                .map(below -> page(session) + below)
                .toList();
    }

    public static String page(TrainingSession session) {
        return "/sessions/" + session.id();
    }

    public Letter letter(
            TrainingSession session, String template, String key, Map<String, Object> more, LocalDate notAfter) {
        Map<String, Object> model = TO_EXPECTED.contains(template) ? entering(session, more) : with(session, more);
        return new Letter("session/" + template, key(key), model, page(session), notAfter);
    }

    /** For who is expected. */
    public Map<String, Object> entering(TrainingSession session, Map<String, Object> more) {
        Map<String, Object> model = with(session, more);
        model.put("lieu", words.entrance(session));
        return model;
    }

    private Map<String, Object> with(TrainingSession session, Map<String, Object> more) {
        Map<String, Object> model = words.of(session);
        model.putAll(more);
        return model;
    }

    /** Of the process whose steps the letters are. */
    public static String key(String key) {
        return "trainingSession:" + key;
    }
}
