package fr.forment.phase;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.plan.Plan;
import fr.forment.plan.PlannedSession;
import fr.forment.post.Keeping;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.Occupations;
import fr.forment.session.PlannedMoves;
import fr.forment.session.SessionChanges;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionProcess;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.AskedMove;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Several sessions of a plan in force change together, each a little: all of it or nothing, judged together against the
 * tolerance of the plan. Everybody's time is given free first, so that two may exchange hours, rooms or trainers.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class SmallMovesService {

    /** A session as it stands and as it is to be. */
    public record Move(PlannedSession before, PlannedSession after) {}

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final Occupations occupations;
    private final AmendedSession amended;
    private final SessionChanges changes;
    private final SessionDates dates;
    private final SessionProcess process;
    private final PlannedMoves tolerance;
    private final Keeping keeping;

    /** Why they may not be made at once, in French; empty: they may. */
    @Transactional(readOnly = true)
    public List<String> hindrances(Plan plan, List<Move> moves) {
        Map<Integer, TrainingSession> open = coming(sessions.findByProjectIdOrderByStartsAtAscIdAsc(plan.projectId()));
        Set<Integer> closed = new TreeSet<>();
        Set<Integer> large = new TreeSet<>();
        for (Move move : moves) {
            int line = move.after().line();
            if (!open.containsKey(line)) {
                closed.add(line);
            } else if (!new AmendedLine(move.before(), move.after()).isSmall()) {
                large.add(line);
            }
        }
        List<String> found = new ArrayList<>();
        if (!closed.isEmpty()) {
            found.add(French.sessions(closed)
                    + French.word(
                            closed.size(),
                            " n'est pas encore ouverte, ou ne peut plus changer",
                            " ne sont pas encore ouvertes, ou ne peuvent plus changer"));
        }
        if (!large.isEmpty()) {
            found.add("le public, l'effectif ou la modalité "
                    + (large.size() == 1 ? "de la session de la " : "des sessions des ") + French.lines(large)
                    + " change");
        }
        return found.isEmpty() ? tolerance.beyond(plan, asked(moves, open)) : found;
    }

    /** Nobody changes the sessions of the project by hand until the transaction ends. Before the plan is held. */
    public void hold(long projectId) {
        all(projectId);
    }

    /**
     * @param title of the letters that are kept
     * @param why what the histories say
     * @throws Refusal with the session, when one of them cannot be changed so; nothing is changed then
     */
    public void make(Plan plan, List<Move> moves, String title, String why) {
        Map<Integer, TrainingSession> open = coming(all(plan.projectId()));
        List<String> no = hindrances(plan, moves);
        if (!no.isEmpty()) {
            throw new Refusal("Ces changements demandent un avenant : " + String.join(" ; ", no) + ".");
        }
        Map<TrainingSession, AmendedLine> lines = new LinkedHashMap<>();
        moves.forEach(move -> lines.put(open.get(move.after().line()), new AmendedLine(move.before(), move.after())));
        PlannedMoves.Trace trace = tolerance.together(plan, asked(moves, open));
        holdEverybody(lines);
        lines.forEach((session, line) -> {
            if (line.changesMoment() || line.changesTrainer()) {
                occupations.freeAll(session.id());
            }
        });
        lines.forEach((session, line) -> keeping.during(
                session.circonscriptionUai(), "/plans/" + plan.id(), title, () -> follow(session, line, why)));
        lines.keySet().forEach(session -> trace.write(session, why));
    }

    private void follow(TrainingSession session, AmendedLine line, String why) {
        amended.follow(session, line, why).stream()
                .filter(fact -> !fact.isTaken())
                .findFirst()
                .ifPresent(fact -> {
                    throw new Refusal("La session de la ligne " + session.planLine() + " ne peut pas changer ainsi ("
                            + fact.refused() + ") : " + fact.no() + " Rien n'a été fait.");
                });
        if (line.changesMoment()) {
            changes.acceptShortNotice(session);
            process.changed(session.id());
        }
        if (line.changesTrainer()) {
            process.entrusted(session.id());
        }
    }

    private List<TrainingSession> all(long projectId) {
        return sessions.findByProjectIdOrderByStartsAtAscIdAsc(projectId).stream()
                .filter(session -> session.planLine() != null)
                .map(TrainingSession::id)
                .sorted()
                .map(id -> sessions.lock(id).orElseThrow())
                .toList();
    }

    private Map<Integer, TrainingSession> coming(List<TrainingSession> all) {
        return all.stream()
                .filter(session -> session.planLine() != null
                        && session.state().isToCome()
                        && session.state() != SessionState.DATE_A_FIXER
                        && !session.hasBegun(dates.now(session)))
                .collect(Collectors.toMap(TrainingSession::planLine, Function.identity()));
    }

    private static List<AskedMove> asked(List<Move> moves, Map<Integer, TrainingSession> open) {
        return moves.stream()
                .map(move -> {
                    AmendedLine line = new AmendedLine(move.before(), move.after());
                    return new AskedMove(
                            open.get(move.after().line()),
                            line.changesMoment() ? move.after().startsAt() : null,
                            line.changes(PlannedSession::place) ? move.after().place() : null,
                            line.changesTrainer() ? move.after().trainerAgentId() : null);
                })
                .toList();
    }

    private void holdEverybody(Map<TrainingSession, AmendedLine> lines) {
        Stream<Long> people = lines.keySet().stream()
                .flatMap(session -> enrolments.findBySessionIdOrderById(session.id()).stream())
                .filter(row -> row.state().isActive())
                .map(Enrolment::agentId);
        Stream<Long> trainers = lines.entrySet().stream()
                .flatMap(each -> Stream.of(
                        Optional.ofNullable(each.getKey().trainerId()),
                        Optional.ofNullable(each.getValue().after().trainerAgentId())))
                .flatMap(Optional::stream);
        occupations.hold(
                Stream.concat(people, trainers).filter(Objects::nonNull).toList());
    }
}
