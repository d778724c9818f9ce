package fr.forment.session;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.TeamRights;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.words.Tolerance;
import fr.forment.plan.words.Tolerance.Bound;
import fr.forment.plan.words.Tolerance.Move;
import fr.forment.project.Projects;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.guard.OrderGuard;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.PlannedHands;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Holds a change made by hand against the plan in force: small ones pass and are traced in its history, others are the
 * IEN's, or ask for an amendment. A session of no plan, or of a line that the plan no longer has, is nobody's promise.
 */
@Component
@RequiredArgsConstructor
public class PlannedMoves {

    /**
     * What a change leads to; null leaves a fact as it is.
     *
     * @param further days of a session on several dates, beside the first
     * @param standIns whoever stands in for the trainer on some half-day; null: nobody else than before
     */
    public record Asked(
            TrainingSession session,
            LocalDateTime start,
            String place,
            Long trainerId,
            List<LocalDate> further,
            Set<Long> standIns) {

        public Asked(TrainingSession session, LocalDateTime start, String place, Long trainerId) {
            this(session, start, place, trainerId, List.of(), null);
        }

        /** The same half-days, some of them in other hands. */
        public static Asked hands(TrainingSession session, List<HalfDay> wanted) {
            return new Asked(session, null, null, null, List.of(), standIns(session, wanted));
        }

        private static Set<Long> standIns(TrainingSession session, List<HalfDay> halfDays) {
            return halfDays.stream()
                    .map(HalfDay::trainerId)
                    .filter(agent -> agent != null && !agent.equals(session.trainerId()))
                    .collect(Collectors.toSet());
        }

        /** Half-days on one date or several, in order of time. */
        public static Asked dates(TrainingSession session, List<HalfDay> wanted, String place) {
            LocalDateTime first = wanted.get(0).startsAt();
            return new Asked(
                    session,
                    first,
                    place,
                    null,
                    wanted.stream()
                            .map(half -> half.startsAt().toLocalDate())
                            .filter(day -> !day.equals(first.toLocalDate()))
                            .distinct()
                            .toList(),
                    standIns(session, wanted));
        }
    }

    private final Plans plans;
    private final Tolerance tolerance;
    private final SessionRepository sessions;
    private final PlannedHands hands;
    private final OrderGuard order;
    private final SessionWords words;
    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final SchoolCalendar calendar;
    private final Schools schools;
    private final TeamRights team;
    private final SignedIn me;
    private final Journal journal;

    /** To be kept from before the change until after it. */
    public interface Trace {
        void write(TrainingSession changed, String motive);
    }

    /** What of several changes made together is beyond the tolerance, in French; empty: all may be made at once. */
    public List<String> beyond(Plan plan, List<Asked> all) {
        Map<Integer, PlannedSession> lines = lines(plan);
        return all.stream().anyMatch(asked -> !lines.containsKey(asked.session().planLine()))
                ? List.of("une des sessions ne figure plus au plan")
                : Stream.concat(beyond(all, lines).stream(), outOfOrder(plan, all).stream())
                        .distinct()
                        .toList();
    }

    /** Sessions that move together are judged where all of them are to be. */
    private List<String> outOfOrder(Plan plan, List<Asked> all) {
        Map<Integer, List<LocalDate>> moved = all.stream()
                .filter(asked -> asked.start() != null)
                .collect(Collectors.toMap(asked -> asked.session().planLine(), PlannedMoves::days));
        return moved.isEmpty()
                ? List.of()
                : order.broken(plan.projectId(), moved, all.get(0).session());
    }

    /**
     * What hinders one change, in French: that nobody may decide on, or that it is beyond the tolerance; empty where
     * who acts may decide on it, or nobody need to.
     */
    public List<String> notMine(Asked asked) {
        TrainingSession session = asked.session();
        List<String> broken = asked.start() == null ? List.of() : order.broken(session, days(asked));
        if (!broken.isEmpty()) {
            return broken;
        }
        Map<Integer, PlannedSession> lines =
                plans.approved(session.projectId()).map(this::lines).orElseGet(HashMap::new);
        return !lines.containsKey(session.planLine())
                        || session.state() == SessionState.DATE_A_FIXER
                        || me.acts(() -> team.answersFor(session.circonscriptionUai()))
                ? List.of()
                : beyond(List.of(asked), lines);
    }

    /** For changes made together, all of them within the tolerance. The caller holds the plan. */
    public Trace together(Plan plan, List<Asked> all) {
        List<String> beyond = beyond(plan, all);
        if (!beyond.isEmpty()) {
            throw new Refusal("Ces changements dépassent la tolérance du plan approuvé : " + String.join(" ; ", beyond)
                    + ". Préparez un avenant, que l'IEN approuvera.");
        }
        Map<Long, String> before =
                all.stream().map(Asked::session).collect(Collectors.toMap(TrainingSession::id, this::told));
        return (changed, motive) -> trace(plan, Tolerance.WITHIN, before.get(changed.id()), changed, motive);
    }

    private void trace(Plan plan, String what, String before, TrainingSession changed, String motive) {
        if (!told(changed).equals(before)) {
            journal.add(plan.told(what)
                    .part(changed.planLine())
                    .change(before, told(changed))
                    .because(motive));
        }
    }

    private Map<Integer, PlannedSession> lines(Plan plan) {
        return plans.sessions(plan.id()).stream().collect(Collectors.toMap(PlannedSession::line, line -> line));
    }

    /**
     * @throws Refusal beyond the tolerance, unless who acts answers for the circonscription; and, whoever acts, where
     *     what must come first no longer would
     */
    public Trace look(Asked asked) {
        if (asked.start() != null) {
            order.refuse(asked.session(), days(asked));
        }
        return look(asked, false);
    }

    /** What is said of a half-day that is being held, or was: it is traced, for nobody can refuse what happened. */
    public Trace happened(Asked asked) {
        return look(asked, true);
    }

    private Trace look(Asked asked, boolean happened) {
        TrainingSession session = asked.session();
        Optional<Plan> plan = inForce(session);
        Map<Integer, PlannedSession> lines = plan.map(this::lines).orElseGet(HashMap::new);
        PlannedSession line = lines.get(session.planLine());
        if (line == null) {
            return (changed, motive) -> {};
        }
        String before = told(session);
        boolean sought = session.state() == SessionState.DATE_A_FIXER;
        List<String> beyond = sought ? List.of() : beyond(List.of(asked), lines);
        if (happened) {
            String what = beyond.isEmpty() ? Tolerance.WITHIN : Tolerance.HAPPENED;
            return (changed, motive) -> trace(plan.orElseThrow(), what, before, changed, motive);
        }
        boolean decides = !beyond.isEmpty() && me.acts(() -> team.answersFor(session.circonscriptionUai()));
        if (!beyond.isEmpty() && !decides) {
            throw new Refusal(
                    "Ce changement dépasse la tolérance du plan approuvé : " + String.join(" ; ", beyond)
                            + ". Préparez un avenant sur la page du plan, que l'IEN approuvera ; l'IEN peut aussi faire ce changement ici.");
        }
        String what = decides ? Tolerance.BY_DECISION : sought ? Tolerance.DATE_SOUGHT : Tolerance.WITHIN;
        return (changed, motive) -> trace(plan.orElseThrow(), what, before, changed, motive);
    }

    /** One hand at a time counts what has moved already: two would both find one place left. */
    private Optional<Plan> inForce(TrainingSession session) {
        return session.planLine() == null
                ? Optional.empty()
                : plans.approved(session.projectId()).map(Plan::id).map(plans::held);
    }

    private List<String> beyond(List<Asked> all, Map<Integer, PlannedSession> lines) {
        List<String> found = new ArrayList<>();
        for (Asked asked : all) {
            PlannedSession line = lines.get(asked.session().planLine());
            if (makes(Move.DATE, asked, line)) {
                date(asked, line, found);
            }
            if (makes(Move.LIEU, asked, line)
                    && !Names.fold(commune(asked.place())).equals(Names.fold(commune(line.place())))) {
                found.add("le plan prévoit la commune « " + commune(line.place())
                        + " » (pour une salle de cette commune, écrivez « nom de la salle, "
                        + commune(line.place()) + " »)");
            }
            hands.unlike(asked.session(), asked.trainerId(), asked.standIns(), line)
                    .ifPresent(
                            function -> found.add("le plan prévoit une personne de la fonction « " + function + " »"));
        }
        for (Move move : Move.values()) {
            count(move, all, lines, found);
        }
        return found;
    }

    /** The change leads away from the plan. */
    private boolean makes(Move move, Asked asked, PlannedSession line) {
        return switch (move) {
            case DATE ->
                asked.start() != null
                        && (!asked.start().equals(line.startsAt())
                                || !asked.further().isEmpty());
            case LIEU ->
                asked.place() != null
                        && !asked.place().isBlank()
                        && !asked.place().equals(line.place());
            case FORMATEUR ->
                !hands.newcomers(asked.session(), asked.trainerId(), asked.standIns(), line)
                        .isEmpty();
        };
    }

    /** A change that leaves the fact alone leaves what was moved before moved. */
    private boolean staysMoved(Move move, Asked asked, PlannedSession line) {
        return switch (move) {
            case DATE -> asked.start() == null ? isMoved(move, asked.session(), line) : makes(move, asked, line);
            case LIEU ->
                asked.place() == null || asked.place().isBlank()
                        ? isMoved(move, asked.session(), line)
                        : makes(move, asked, line);
            case FORMATEUR -> hands.areOthers(asked.session(), asked.trainerId(), asked.standIns(), line);
        };
    }

    private static List<LocalDate> days(Asked asked) {
        return Stream.concat(Stream.of(asked.start().toLocalDate()), asked.further().stream())
                .sorted()
                .toList();
    }

    private void date(Asked asked, PlannedSession line, List<String> found) {
        var zone = circonscriptions
                .find(asked.session().circonscriptionUai())
                .orElseThrow()
                .zone();
        List<LocalDate> days = days(asked);
        int most = tolerance.of(Move.DATE).schoolDays();
        if (days.stream().anyMatch(day -> Math.abs(calendar.between(zone, line.day(), day)) > most)) {
            found.add("la date du plan, le " + French.day(line.day()) + ", ne se déplace que de "
                    + French.count(most, "jour de classe", "jours de classe"));
        }
        Optional.ofNullable(asked.session().vagueId())
                .flatMap(projects::vague)
                .filter(vague -> line.day().isBefore(vague.opensOn())
                        && days.stream().anyMatch(day -> !day.isBefore(vague.opensOn())))
                .ifPresent(vague ->
                        found.add("la session passerait l'ouverture de la vague, le " + French.day(vague.opensOn())));
    }

    private void count(Move move, List<Asked> all, Map<Integer, PlannedSession> lines, List<String> found) {
        if (all.stream()
                .noneMatch(asked -> makes(move, asked, lines.get(asked.session().planLine())))) {
            return;
        }
        Bound bound = tolerance.of(move);
        Set<Long> ours = all.stream().map(asked -> asked.session().id()).collect(Collectors.toSet());
        List<TrainingSession> others =
                sessions
                        .findByProjectIdOrderByStartsAtAscIdAsc(
                                all.get(0).session().projectId())
                        .stream()
                        .filter(other -> !ours.contains(other.id()))
                        .filter(other -> other.planLine() != null && other.state() != SessionState.ANNULEE)
                        .filter(other -> lines.containsKey(other.planLine()))
                        .toList();
        long moved = move == Move.FORMATEUR
                ? hands.inOthers(others, lines)
                : others.stream()
                        .filter(other -> isMoved(move, other, lines.get(other.planLine())))
                        .count();
        long asked = all.stream()
                .filter(each -> staysMoved(move, each, lines.get(each.session().planLine())))
                .count();
        if (moved + asked > bound.most()) {
            found.add(French.count(moved, "session du plan est déjà changée", "sessions du plan sont déjà changées")
                    + " de cette façon, " + bound.most() + " au plus");
        }
    }

    private static boolean isMoved(Move move, TrainingSession session, PlannedSession line) {
        return move == Move.DATE
                ? session.isOnSeveralDays() || !session.startsAt().equals(line.startsAt())
                : !session.place().equals(line.place());
    }

    private String commune(String place) {
        return schools.find(place).map(School::commune).orElseGet(() -> MeetingPlace.commune(place));
    }

    /** A trainer by number: not every reader of a plan's history knows each by name. */
    private String told(TrainingSession session) {
        return words.day(session) + ", " + words.hours(session) + ", " + words.place(session) + ", "
                + (session.trainerId() == null ? words.trainer(session) : PlanNames.numbered(session.trainerId()))
                + hands.standIns(session);
    }
}
