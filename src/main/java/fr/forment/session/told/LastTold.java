package fr.forment.session.told;

import fr.forment.french.French;
import fr.forment.mail.MailBox;
import fr.forment.mail.Telling;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.SessionHalfDays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What each reader believes of a session: what the last letter says that reached him or is on its way. A letter that is
 * kept, dropped or lost has told nobody anything.
 */
@Component
@RequiredArgsConstructor
public class LastTold {

    /** After these it is no more the reader's matter. */
    private static final Set<String> OUT = Set.of(
            "session/replaced",
            "session/unseated",
            "session/cancelled",
            "session/trainerCancelled",
            "session/cancelledNoted",
            "session/toReplan",
            "session/noPlace");

    private final MailBox mails;
    private final SessionWords words;
    private final SessionHalfDays halfDays;

    /** Empty for who was never told of the session, or was told that it is no more his matter. */
    public Optional<Tidings> of(TrainingSession session, Long agentId) {
        return agentId == null
                ? Optional.empty()
                : mails.lastTelling(page(session), agentId)
                        .filter(last -> !hasGivenUp(last, session))
                        .flatMap(LastTold::read);
    }

    /** The same of everybody who was told something, in the order in which they were. */
    public Map<Long, Tidings> of(TrainingSession session) {
        Map<Long, Tidings> known = new LinkedHashMap<>();
        mails.lastTellings(page(session)).stream()
                .filter(last -> !hasGivenUp(last, session))
                .forEach(last -> read(last).ifPresent(told -> known.put(last.readerId(), told)));
        return known;
    }

    /** How many half-days came to what somebody was told of, all of which stands; 0 where something else changed. */
    public int added(Tidings known, TrainingSession session) {
        return session.isOnSeveralDays() && !known.isSameMoment(Tidings.of(session))
                ? known.addedIn(halfDays.of(session))
                : 0;
    }

    /** Of half-days it is said one by one; who gives another one still is told of the session. */
    private boolean hasGivenUp(Telling last, TrainingSession session) {
        return last.template().equals("session/halfDayTaken") && halfDays.giver(session, last.readerId()) == null;
    }

    private static Optional<Tidings> read(Telling last) {
        return OUT.contains(last.template()) ? Optional.empty() : Tidings.read(last.tells());
    }

    /** How many letters were written about it: what makes the key of a further one its own. */
    public String turn(TrainingSession session) {
        return ":t" + mails.lastNumber(page(session));
    }

    public String moment(Tidings known) {
        return known.dates() == 0
                ? words.moment(known.start(), known.minutes())
                : French.moment(known.start()) + " (plusieurs dates)";
    }

    /** What has changed since, a line each: "Lieu : Redon (auparavant : Rennes)". */
    public List<String> changes(Tidings before, TrainingSession session) {
        Tidings now = Tidings.of(session);
        List<String> lines = new ArrayList<>();
        line(lines, "Module", words.title(before.moduleCode()), words.title(now.moduleCode()));
        line(lines, "Modalité", before.format().label(), now.format().label());
        if (!before.isSameMoment(now)) {
            lines.add("Date : " + words.day(session) + ", " + words.hours(session) + " (auparavant : " + moment(before)
                    + ")");
        }
        line(lines, "Lieu", told(before.place()), told(now.place()));
        if (!Objects.equals(before.trainerId(), now.trainerId())) {
            line(
                    lines,
                    "Formation assurée par",
                    words.trainer(before.trainerId(), session.trainerKind()),
                    words.trainer(session));
        }
        return lines;
    }

    /** Its readers are expected: the link is theirs. */
    private String told(String place) {
        return MeetingPlace.isLink(place) ? place : words.place(place);
    }

    private static void line(List<String> lines, String name, String before, String now) {
        if (!before.equals(now)) {
            lines.add(name + " : " + now + " (auparavant : " + before + ")");
        }
    }

    /** For a letter that ends what the reader expects: it names what he knows, which need not be what is. */
    public Map<String, Object> asKnown(TrainingSession session, Long agentId) {
        return of(session, agentId).map(this::asKnown).orElse(Map.of());
    }

    /** The same of what somebody knew before another letter took it from him. */
    public Map<String, Object> asKnown(Tidings known) {
        return Map.of(
                "titre", words.title(known.moduleCode()),
                "date", French.day(known.start()),
                "court", French.brief(known.start()),
                "horaires", known.dates() == 0 ? words.hours(known.start(), known.minutes()) : "et d'autres dates",
                "lieu", words.whereabouts(known.place()));
    }

    private static String page(TrainingSession session) {
        return "/sessions/" + session.id();
    }
}
