package fr.forment.session.letters;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.mail.Mail;
import fr.forment.people.Agent;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.DayFaults;
import fr.forment.session.guard.FirstDates;
import fr.forment.session.told.LastTold;
import fr.forment.session.told.Tidings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the team of the circonscription is asked or told about a session. */
@Component
@RequiredArgsConstructor
public class TeamMails {

    private final Correspondence post;
    private final SessionMails mails;
    private final SessionDates dates;
    private final LastTold told;
    private final FirstDates first;

    /**
     * To the E-RUN, or the CPC where there is none, when the sessions of a part of a plan are open. @param gaps schools
     * and sessions where enrolments are not what the plan says
     */
    public void planDiffers(String circonscriptionUai, String circonscription, long planId, long phaseId, int gaps) {
        post.toFirstGroup(
                Role.ERUN,
                Role.CPC,
                circonscriptionUai,
                new Letter(
                        "session/planDiffers",
                        "trainingPhase:openSessions:" + phaseId + ":" + planId,
                        Map.of("ecarts", French.count(gaps, "écart", "écarts"), "circonscription", circonscription),
                        "/plans/" + planId + "#inscriptions",
                        null));
    }

    public void decisionAwaited(TrainingSession session, int enrolled) {
        var letter = question(
                session,
                "decisionAwaited",
                "askDecision:" + session.id() + ":" + session.sequence(),
                Map.of(
                        "inscrits",
                        enrolled,
                        "minimum",
                        session.minimum(),
                        "prevue",
                        session.planLine() != null,
                        "limite",
                        French.moment(dates.decision(session))),
                dates.lastUse(session));
        List.of(Role.IEN, Role.CPC, Role.ERUN)
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    /**
     * @param reasons in French; others are another question, and another letter
     * @param onlyLacking its date stands once that is found
     * @param occurrence 0 when it is asked for, 1 for the reminder
     */
    public void dateAwaited(TrainingSession session, List<String> reasons, boolean onlyLacking, int occurrence) {
        var letter = question(
                session,
                "dateAwaited",
                "askDate:" + session.id() + ":" + session.sequence() + ":" + occurrence + ":"
                        + Integer.toHexString(reasons.hashCode()),
                Map.of(
                        "rappel",
                        occurrence == 0 ? "" : occurrence == 1 ? "Rappel : " : "Alerte : ",
                        "manque",
                        onlyLacking,
                        "limite",
                        "",
                        "raisons",
                        String.join("\n", reasons),
                        "premiere",
                        first.of(session).map(French::day).orElse(""),
                        "passee",
                        !session.startsAt().isAfter(dates.now(session))),
                null);
        (occurrence > 1 ? List.of(Role.IEN) : List.of(Role.IEN, Role.CPC, Role.ERUN))
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    /**
     * What the session lacks, its date stands: to whoever finds it, the secretariat too.
     *
     * @param reasons in French
     * @param occurrence 0 when it is asked for, 1 for the reminder
     */
    public void completionAwaited(TrainingSession session, List<String> reasons, int occurrence) {
        var letter = question(
                session,
                "dateAwaited",
                "askCompletion:" + session.id() + ":" + session.sequence() + ":" + occurrence + ":"
                        + Integer.toHexString(reasons.hashCode()),
                Map.of(
                        "rappel",
                        occurrence == 0 ? "" : "Rappel : ",
                        "manque",
                        true,
                        "limite",
                        French.day(dates.convocation(session)),
                        "raisons",
                        String.join("\n", reasons),
                        "premiere",
                        "",
                        "passee",
                        false),
                dates.lastUse(session));
        List.of(Role.CPC, Role.ERUN, Role.SECRETAIRE)
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    /** As one of the team: whoever is expected or trains too hears of that apart. */
    private Letter question(
            TrainingSession session, String template, String key, Map<String, Object> more, LocalDate notAfter) {
        Map<String, Object> model = new HashMap<>(more);
        model.put(Mail.ASKS, true);
        return mails.letter(session, template, key, model, notAfter);
    }

    /** Whoever was asked for it need not look for it any more. */
    public void completed(TrainingSession session) {
        post.takeBack(SessionMails.page(session), List.of("session/dateAwaited"), "Plus rien ne manque.");
    }

    /** People were taken out at the summons: it takes place all the same, unless somebody decides otherwise. */
    public void belowMinimum(TrainingSession session) {
        var letter = question(
                session,
                "belowMinimum",
                "belowMinimum:" + session.id() + ":" + session.sequence(),
                Map.of("inscrits", session.booked(), "minimum", session.minimum()),
                dates.lastUse(session));
        List.of(Role.IEN, Role.CPC, Role.ERUN)
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    /** The question whether to keep the session is answered. */
    public void decisionSettled(TrainingSession session) {
        post.takeBack(SessionMails.page(session), List.of("session/decisionAwaited"), "La question est réglée.");
    }

    /**
     * To the E-RUN, or the CPC where there is none, while its room is not known: when it opens. While nobody is named
     * to train, the letter that asks for somebody says it too.
     */
    public void roomAwaited(TrainingSession session) {
        if (DayFaults.isRoomMissing(session)
                && session.trainerId() != null
                && !post.hasJustWritten(
                        SessionMails.page(session), null, List.of("session/roomToName", "session/trainerToName"))) {
            post.toFirstGroup(
                    Role.ERUN,
                    Role.CPC,
                    session.circonscriptionUai(),
                    question(
                            session,
                            "roomToName",
                            "roomToName:" + session.id() + ":" + session.sequence(),
                            Map.of("limite", French.day(dates.convocation(session))),
                            dates.lastUse(session)));
        }
    }

    /** Whoever was asked for a room need not look for one any more. */
    public void roomFound(TrainingSession session) {
        if (!DayFaults.isRoomMissing(session)) {
            post.takeBack(
                    SessionMails.page(session), List.of("session/roomToName"), "Le lieu de la session est indiqué.");
        }
    }

    /**
     * It is cancelled, and so many who had a place wait for the module again: another session is to be thought of.
     * Written after the letters that cancel it: no one of them may take it for what its reader knew.
     *
     * @param known what readers had been told before it was cancelled: each reads the date that he knows
     * @param author who cancelled it: written to only where nobody else would read it; null: nobody of the lists
     */
    public void toReplan(TrainingSession session, int people, Map<Long, Tidings> known, Long author) {
        String key = "cancelReplan:" + session.id();
        Function<Agent, Letter> letter = reader -> {
            Map<String, Object> more = new HashMap<>();
            Optional.ofNullable(known.get(reader.id())).map(told::asKnown).ifPresent(more::putAll);
            more.put("personnes", people);
            return mails.letter(session, "toReplan", key, more, null);
        };
        Set<Agent> others = new HashSet<>();
        List.of(Role.IEN, Role.CPC, Role.ERUN)
                .forEach(role -> post.toGroupOnce(role, session.circonscriptionUai(), SessionMails.key(key), reader -> {
                    if (reader.id().equals(author)) {
                        return Optional.empty();
                    }
                    others.add(reader);
                    return Optional.of(letter.apply(reader));
                }));
        if (author != null && others.stream().noneMatch(reader -> reader.email() != null)) {
            post.toAgentOnce(author, SessionMails.key(key), reader -> Optional.of(letter.apply(reader)));
        }
    }

    public void notHeld(TrainingSession session) {
        var letter = mails.letter(session, "notHeld", "noteNotHeld:" + session.id(), Map.of(), null);
        List.of(Role.IEN, Role.SECRETAIRE, Role.ERUN)
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }
}
