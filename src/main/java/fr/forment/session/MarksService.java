package fr.forment.session;

import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The émargement: who was there. Open from the first minute of the session until it is closed. Rights are asked by the
 * caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class MarksService {

    /**
     * One line of the sheet.
     *
     * @param minutes of a partial presence, null meaning half of the session
     * @param seen what the page showed of this line; null when it is marked whatever it was
     */
    public record Mark(EnrolmentState state, Integer minutes, Seen seen) {

        public Mark(EnrolmentState state, Integer minutes) {
            this(state, minutes, null);
        }
    }

    /**
     * A line as a page showed it; nothing where somebody is expected and not marked yet, whether the convocation was
     * read or not.
     */
    public record Seen(EnrolmentState state, Integer minutes) {

        static Seen of(Enrolment row) {
            return row.state().isExpected() ? new Seen(null, null) : new Seen(row.state(), row.minutesAttended());
        }
    }

    /**
     * What became of a sheet. @param kept lines that somebody else changed since the page was shown, and this sheet
     * otherwise: they stay
     */
    public record Marked(int changed, List<Long> kept) {}

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final EnrolmentRules rules;
    private final Seating seating;
    private final SessionDates dates;
    private final Agents agents;

    /**
     * Writes what is new; a corrected mark is traced. A line that somebody else changed meanwhile stays as that person
     * left it: a sheet that only brings back what it was shown changes nothing, one that says otherwise is answered
     * with the line.
     *
     * @param marks by enrolment; those left out stay as they are
     */
    public Marked record(long sessionId, Map<Long, Mark> marks) {
        TrainingSession session = open(sessionId);
        List<Enrolment> known = enrolments.findBySessionIdOrderById(sessionId).stream()
                .filter(row -> marks.containsKey(row.id()))
                .toList();
        if (known.size() < marks.size()) {
            throw new Refusal("Une des lignes ne fait pas partie de cette session. Rechargez la page.");
        }
        int changed = 0;
        List<Long> kept = new ArrayList<>();
        for (Enrolment row : absentFirst(known, marks)) {
            Mark mark = marks.get(row.id());
            if (mark.seen() == null || mark.seen().equals(Seen.of(row))) {
                changed += apply(session, row, mark) ? 1 : 0;
            } else if (!says(session, mark, mark.seen().state(), mark.seen().minutes())
                    && !says(session, mark, row.state(), row.minutesAttended())) {
                kept.add(row.id());
            }
        }
        sessions.save(session);
        return new Marked(changed, List.copyOf(kept));
    }

    /** Everybody who is not marked yet was there. */
    public int allPresent(long sessionId) {
        TrainingSession session = open(sessionId);
        List<Enrolment> unmarked = enrolments.expected(sessionId);
        unmarked.forEach(row -> apply(session, row, new Mark(EnrolmentState.PRESENT, null)));
        sessions.save(session);
        return unmarked.size();
    }

    /**
     * Somebody came without being enrolled: present, if the same rules as for everybody else allow it.
     *
     * @param who professional e-mail, or first and last name, of somebody of the circonscription
     * @param motive lets pass over what may be passed over; may be blank
     */
    public Enrolment walkIn(long sessionId, String who, String motive) {
        TrainingSession session = open(sessionId);
        Agent agent = found(session, who);
        var left = rules.obstacles(session, agent);
        Optional<Enrolment> waiting = enrolments.active(sessionId, agent.id());
        waiting.ifPresent(row -> left.removeAll(row.waived()));
        EnrolmentService.refuse(EnrolmentService.remaining(left, motive));
        String why = motive == null || motive.isBlank() ? "Ajout sur place" : "Ajout sur place : " + motive.strip();
        Enrolment enrolment = seating.seat(
                        session, agent, waiting.isPresent() ? "De la liste d'attente, sur place" : why)
                .orElseThrow(() -> new Refusal("Cette personne " + Obstacle.COMPLET.label() + "."));
        apply(session, enrolment, new Mark(EnrolmentState.PRESENT, null));
        sessions.save(session);
        return enrolment;
    }

    private boolean apply(TrainingSession session, Enrolment row, Mark mark) {
        int minutes = minutes(session, mark);
        if (says(session, mark, row.state(), row.minutesAttended())) {
            return false;
        }
        if (!seating.mark(session, row, mark.state(), minutes, row.state().isMark() ? "Correction" : null)) {
            throw new Refusal("La session est complète : il n'y a plus de place pour une présence de plus.");
        }
        return true;
    }

    private static boolean says(TrainingSession session, Mark mark, EnrolmentState state, Integer minutes) {
        return state == mark.state() && minutes != null && minutes == minutes(session, mark);
    }

    private static int minutes(TrainingSession session, Mark mark) {
        return switch (mark.state()) {
            case PRESENT -> session.minutes();
            case PARTIEL -> partial(session, mark.minutes());
            default -> 0;
        };
    }

    private static int partial(TrainingSession session, Integer minutes) {
        int there = minutes == null ? session.minutes() / 2 : minutes;
        if (there < 1 || there >= session.minutes()) {
            throw new Refusal("Une présence partielle dure de 1 à " + (session.minutes() - 1) + " minutes.");
        }
        return there;
    }

    /** A place freed by one line may be taken by another of the same sheet. */
    private static List<Enrolment> absentFirst(List<Enrolment> rows, Map<Long, Mark> marks) {
        return rows.stream()
                .sorted((a, b) -> Boolean.compare(
                        marks.get(a.id()).state().holdsPlace(),
                        marks.get(b.id()).state().holdsPlace()))
                .toList();
    }

    private Agent found(TrainingSession session, String who) {
        String wanted = who == null ? "" : who.strip();
        List<Agent> same = agents.inCirconscription(session.circonscriptionUai()).stream()
                .filter(agent -> isNamed(agent, wanted))
                .toList();
        if (same.size() != 1) {
            throw new Refusal(
                    same.isEmpty()
                            ? "Aucune personne de ce nom dans la circonscription. Vérifiez l'orthographe, ou demandez à l'E-RUN d'ajouter la personne à la liste du personnel."
                            : "Plusieurs personnes portent ce nom : indiquez l'adresse électronique professionnelle.");
        }
        return same.get(0);
    }

    private static boolean isNamed(Agent agent, String wanted) {
        return wanted.equalsIgnoreCase(agent.email())
                || Names.same(wanted, agent.fullName())
                || Names.same(wanted, agent.lastName() + " " + agent.firstName());
    }

    private TrainingSession open(long sessionId) {
        TrainingSession session =
                sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
        if (session.isForParents()) {
            throw new Refusal(
                    "Une réunion de parents n'a pas de feuille nominative : indiquez le nombre de présents dans la tâche « Émargement ».");
        }
        if (!session.hasBegun(dates.now(session))) {
            throw new Refusal("La session n'a pas commencé : la présence se relève à partir de son début.");
        }
        if (session.state().isOver()) {
            throw new Refusal("La session est " + session.state().label().toLowerCase(Locale.FRENCH)
                    + " : les présences ne changent plus.");
        }
        return session;
    }
}
