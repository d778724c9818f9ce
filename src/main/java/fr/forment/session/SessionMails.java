package fr.forment.session;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.halfday.Givers;
import fr.forment.session.told.LastTold;
import fr.forment.session.told.Tidings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
            "session/trainerChanged");

    public static final List<String> OF_A_HALF_DAY = List.of("session/halfDayEntrusted", "session/halfDayTaken");

    public static final List<String> WAITING_TRAINER = List.of(
            "session/announced",
            "session/changed",
            "session/amendedForTrainer",
            "session/trainerInformed",
            "session/trainerReminded",
            "session/trainerPostponed",
            "session/marksAwaited",
            "session/marksLate");
    /** What says when and where to who gives the session. */
    private static final List<String> TELL_THE_TRAINER = List.of(
            "session/announced",
            "session/trainerInformed",
            "session/trainerPostponed",
            "session/changed",
            "session/amendedForTrainer",
            "session/halfDayEntrusted",
            "session/trainerReminded");

    public static final String CANCELLED_FIRST = "La session a été annulée avant l'envoi.";
    public static final String POSTPONED_FIRST = "La session a été reportée avant l'envoi.";

    /** Their readers come, or train: the link of a video conference is theirs. */
    private static final Set<String> TO_EXPECTED = Set.of("enrolled", "placeFound", "convoked", "announced");

    private final Correspondence post;
    private final SessionWords words;
    private final IssuedPapers papers;
    private final ReceiptLinks receipts;
    private final SessionDates dates;
    private final Agents agents;
    private final LastTold told;
    private final Givers givers;

    /** To the trainer; to the E-RUN while nobody is named. */
    void announced(TrainingSession session) {
        var letter = letter(
                session,
                session.trainerId() == null ? "trainerToName" : "announced",
                "announce:" + session.id() + ":" + session.sequence() + ":" + session.trainerId(),
                Map.of(),
                dates.lastUse(session));
        toTrainer(session, letter);
    }

    /** To who stands in for the trainer on a half-day, or does no longer. @param what "announced" or "replaced" */
    public void ofHalfDay(TrainingSession session, long agentId, String halfDay, String what, LocalDateTime now) {
        post.toAgent(
                agentId,
                changing(
                        session,
                        "halfDay" + (what.equals("announced") ? "Entrusted" : "Taken"),
                        "halfDay:" + what + ":" + session.id() + ":" + agentId + ":" + session.sequence() + ":" + now,
                        Map.of("demiJournee", halfDay)));
    }

    /**
     * To the E-RUN, when the sessions of a part of a plan are open. @param gaps schools and sessions where enrolments
     * are not what the plan says
     */
    public void planDiffers(String circonscriptionUai, String circonscription, long planId, long phaseId, int gaps) {
        post.toGroup(
                Role.ERUN,
                circonscriptionUai,
                new Letter(
                        "session/planDiffers",
                        "trainingPhase:openSessions:" + phaseId + ":" + planId,
                        Map.of("ecarts", French.count(gaps, "écart", "écarts"), "circonscription", circonscription),
                        "/plans/" + planId + "#inscriptions",
                        null));
    }

    void decisionAwaited(TrainingSession session, int enrolled) {
        var letter = letter(
                session,
                "decisionAwaited",
                "askDecision:" + session.id() + ":" + session.sequence(),
                Map.of(
                        "inscrits",
                        enrolled,
                        "minimum",
                        session.minimum(),
                        "limite",
                        French.day(dates.decision(session))),
                dates.lastUse(session));
        List.of(Role.IEN, Role.CPC, Role.ERUN)
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    /**
     * @param reasons in French; others are another question, and another letter
     * @param occurrence 0 when it is asked for, 1 for the reminder
     */
    void dateAwaited(TrainingSession session, List<String> reasons, int occurrence) {
        var letter = letter(
                session,
                "dateAwaited",
                "askDate:" + session.id() + ":" + session.sequence() + ":" + occurrence + ":"
                        + Integer.toHexString(reasons.hashCode()),
                Map.of(
                        "rappel",
                        occurrence == 0 ? "" : occurrence == 1 ? "Rappel : d" : "Alerte : d",
                        "raisons",
                        String.join("\n", reasons),
                        "premiere",
                        French.day(dates.firstDay(session.circonscriptionUai()))),
                null);
        (occurrence > 1 ? List.of(Role.IEN) : List.of(Role.IEN, Role.CPC, Role.ERUN))
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    /** The question whether to keep the session is answered. */
    void decisionSettled(TrainingSession session) {
        post.takeBack(page(session), List.of("session/decisionAwaited"), "La question est réglée.");
    }

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
        convoked(session, enrolment, "");
    }

    /** In place of one that is out, and of one that still waits. */
    void convokedAgain(TrainingSession session, Enrolment enrolment) {
        takeBack(session, enrolment.agentId(), List.of("session/convoked"), "Une nouvelle convocation la remplace.");
        convoked(session, enrolment, ":" + dates.now(session).withNano(0));
    }

    private void convoked(TrainingSession session, Enrolment enrolment, String again) {
        Convocation convocation = papers.issue(IssuedPapers.Kind.CONVOCATION, session, enrolment);
        Map<String, Object> more = new HashMap<>();
        more.put("convocation", convocation);
        toPerson(
                enrolment,
                new Letter(
                                "session/convoked",
                                key("convoke:" + enrolment.id() + ":" + session.sequence() + again),
                                entering(session, more),
                                receipts.path(enrolment),
                                dates.lastUse(session))
                        .undoing(dates.instant(session, session.startsAt())));
    }

    /** To each director, about the people of his own school; the one who is alone in it has his own convocation. */
    void directorsInformed(TrainingSession session, Collection<Enrolment> convoked) {
        directorsInformed(session, convoked, "");
    }

    /** A letter that still waits would name somebody who works there no more: those left stand in another. */
    void directorWithout(TrainingSession session, String schoolUai, Collection<Enrolment> expected) {
        Optional<Agent> director = Optional.ofNullable(schoolUai).flatMap(agents::directorOf);
        if (director.isPresent()
                && takeBack(
                                session,
                                director.get().id(),
                                List.of("session/directorInformed"),
                                "Une des personnes a changé d'école avant l'envoi.")
                        > 0) {
            directorsInformed(
                    session,
                    expected.stream()
                            .filter(row -> row.convokedAt() != null && schoolUai.equals(row.schoolUai()))
                            .toList(),
                    ":" + dates.now(session).withNano(0));
        }
    }

    private void directorsInformed(TrainingSession session, Collection<Enrolment> convoked, String again) {
        long first = convoked.stream().mapToLong(Enrolment::id).min().orElse(0);
        Map<String, TreeMap<String, Long>> bySchool = new TreeMap<>();
        Map<Long, Agent> people = new HashMap<>();
        agents.all(convoked.stream().map(Enrolment::agentId).toList()).forEach(agent -> people.put(agent.id(), agent));
        convoked.stream()
                .filter(enrolment -> enrolment.schoolUai() != null && people.containsKey(enrolment.agentId()))
                .forEach(enrolment -> bySchool.computeIfAbsent(enrolment.schoolUai(), uai -> new TreeMap<>())
                        .put(people.get(enrolment.agentId()).fullName(), enrolment.agentId()));
        bySchool.forEach((uai, names) -> agents.directorOf(uai).ifPresent(director -> {
            names.values().remove(director.id());
            if (!names.isEmpty()) {
                post.toAgent(
                        director.id(),
                        letter(
                                        session,
                                        "directorInformed",
                                        "directorInformed:" + first + ":" + session.sequence() + ":" + uai + again,
                                        Map.of("noms", List.copyOf(names.keySet())),
                                        dates.lastUse(session))
                                .undoing(dates.instant(session, session.startsAt())));
            }
        }));
    }

    /** To each who gives a part of it, of his part; to the E-RUN where nobody is named. */
    void trainerInformed(TrainingSession session, int convoked) {
        if (givers.isNobodyNamed(session)) {
            post.toGroup(Role.ERUN, session.circonscriptionUai(), informed(session, convoked, Map.of()));
        }
        givers.of(session)
                .forEach(giver -> post.toAgent(giver, informed(session, convoked, givers.part(session, giver))));
    }

    private Letter informed(TrainingSession session, int convoked, Map<String, Object> part) {
        Map<String, Object> more = new HashMap<>(part);
        more.put("inscrits", convoked);
        return new Letter(
                "session/trainerInformed",
                key("convoke:" + session.id() + ":" + session.sequence() + ":trainer"),
                entering(session, more),
                "/sessions/" + session.id() + "/feuille",
                dates.lastUse(session));
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
                        dates.lastUse(session)));
    }

    /** To each who gives a part of it now, unless another letter has told it in the same breath. */
    void trainersReminded(TrainingSession session, int expected) {
        givers.of(session).forEach(giver -> trainerReminded(session, giver, expected));
    }

    private void trainerReminded(TrainingSession session, long giver, int expected) {
        if (!post.hasJustWritten(page(session), giver, TELL_THE_TRAINER)) {
            Map<String, Object> more = new HashMap<>(givers.part(session, giver));
            more.put("inscrits", expected);
            more.put("familles", session.isForParents());
            post.toAgent(
                    giver,
                    new Letter(
                            "session/trainerReminded",
                            key("remindTrainer:" + session.id() + ":" + session.sequence()),
                            entering(session, more),
                            session.isForParents() ? page(session) : page(session) + "/emargement",
                            dates.lastUse(session)));
        }
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
                        "session/trainerMissing",
                        "session/trainerChanged"),
                why);
    }

    /** @param start of the session as the person knows it: it may just have been moved */
    public void unseated(TrainingSession session, Enrolment enrolment, LocalDateTime start, String motive) {
        takeBack(session, enrolment.agentId(), WAITING, "La personne a été désinscrite avant l'envoi.");
        toPerson(
                enrolment,
                letter(
                                session,
                                "unseated",
                                "unseat:" + enrolment.id(),
                                known(session, enrolment.agentId(), motive),
                                dates.untilTheDay(session))
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

    public void cancelled(TrainingSession session, Enrolment enrolment, String motive) {
        takeBack(session, enrolment.agentId(), WAITING, CANCELLED_FIRST);
        toPerson(
                enrolment,
                changing(session, "cancelled", "cancel:" + enrolment.id(), known(session, enrolment.agentId(), motive))
                        .atOnce());
    }

    public void trainerCancelled(TrainingSession session, String motive) {
        takeBack(session, session.trainerId(), WAITING_TRAINER, CANCELLED_FIRST);
        toTrainer(
                session,
                changing(
                                session,
                                "trainerCancelled",
                                "cancel:" + session.id() + ":trainer",
                                known(session, session.trainerId(), motive))
                        .atOnce());
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

    public void notHeld(TrainingSession session) {
        var letter = letter(session, "notHeld", "noteNotHeld:" + session.id(), Map.of(), null);
        List.of(Role.IEN, Role.SECRETAIRE, Role.ERUN)
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    /** @param occasion what asks for them: the rank of the reminder, or somebody new who is to give them */
    public Letter marks(TrainingSession session, String template, String occasion) {
        return marks(session, template, occasion, Map.of());
    }

    public Letter marks(TrainingSession session, String template, String occasion, Map<String, Object> more) {
        return new Letter(
                "session/" + template,
                key("marks:" + session.id() + ":" + occasion),
                with(session, more),
                "/sessions/" + session.id() + "/emargement",
                null);
    }

    private void toTrainer(TrainingSession session, Letter letter) {
        if (session.trainerId() == null) {
            post.toGroup(Role.ERUN, session.circonscriptionUai(), letter);
        } else {
            post.toAgent(session.trainerId(), letter);
        }
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

    public static String page(TrainingSession session) {
        return "/sessions/" + session.id();
    }

    public Letter letter(
            TrainingSession session, String template, String key, Map<String, Object> more, LocalDate notAfter) {
        Map<String, Object> model = TO_EXPECTED.contains(template) ? entering(session, more) : with(session, more);
        return new Letter("session/" + template, key(key), model, page(session), notAfter);
    }

    /** For who is expected. */
    private Map<String, Object> entering(TrainingSession session, Map<String, Object> more) {
        Map<String, Object> model = with(session, more);
        model.put("lieu", words.entrance(session));
        return model;
    }

    private Map<String, Object> with(TrainingSession session, Map<String, Object> more) {
        Map<String, Object> model = words.of(session);
        model.putAll(more);
        return model;
    }

    private static String key(String key) {
        return "trainingSession:" + key;
    }
}
