package fr.forment.session.guard;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.conditions.SessionOrder;
import fr.forment.plan.conditions.SessionOrder.Days;
import fr.forment.plan.conditions.SessionOrder.Pair;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What the plan in force holds one after the other stays so when a session is moved, whoever moves it and by whatever
 * road: another session of the pair may be moved first. Where it no longer does, it is said.
 */
@Component
@RequiredArgsConstructor
public class OrderGuard {

    /** Of those nothing is to come: they are in nobody's way. */
    private static final Set<SessionState> NOWHERE =
            EnumSet.of(SessionState.ANNULEE, SessionState.NON_REALISEE, SessionState.DATE_A_FIXER);

    private final Plans plans;
    private final SessionRepository sessions;
    private final Catalogue catalogue;
    private final SessionDates dates;

    /**
     * Two lines of a plan in force that no longer stand in its order.
     *
     * @param firstId session of the line that should come first; null while it is not open
     * @param thenId the same of the other
     * @param title of the module of the second, as sentences quote it
     * @param day the first day of the second
     */
    public record OutOfOrder(Pair pair, Long firstId, Long thenId, String title, LocalDate day, String text) {}

    /** @throws Refusal with the day that would do, or the session to be moved first. @param days it is asked to have */
    public void refuse(TrainingSession session, List<LocalDate> days) {
        List<String> broken = broken(session, days);
        if (!broken.isEmpty()) {
            throw new Refusal(French.capital(String.join(" ; ", broken)) + ".", "newDay");
        }
    }

    /** What these days would break and need not, in French; empty: nothing, or the session is of no plan. */
    public List<String> broken(TrainingSession session, List<LocalDate> days) {
        return session.planLine() == null
                ? List.of()
                : broken(session.projectId(), Map.of(session.planLine(), days), session);
    }

    /** The same question of many days, for one reading of the plan. @return true where they break nothing */
    Predicate<List<LocalDate>> keeping(TrainingSession session) {
        if (session.planLine() == null) {
            return days -> true;
        }
        Standing now = read(session.projectId());
        return days -> broken(now, Map.of(session.planLine(), days), session).isEmpty();
    }

    /** The same of sessions that move together. @param moved their days by line */
    public List<String> broken(long projectId, Map<Integer, List<LocalDate>> moved, TrainingSession any) {
        return broken(read(projectId), moved, any);
    }

    private List<String> broken(Standing now, Map<Integer, List<LocalDate>> moved, TrainingSession any) {
        LocalDate today = dates.now(any).toLocalDate();
        Function<PlannedSession, Optional<Days>> then =
                line -> moved.containsKey(line.line()) ? Optional.of(Days.of(moved.get(line.line()))) : now.days(line);
        LocalDate possible = dates.firstDay(any.circonscriptionUai());
        Set<Pair> before = Set.copyOf(now.order.broken(now::days, today));
        List<Pair> broken = now.order.broken(then, today).stream()
                .filter(pair -> moved.keySet().stream().anyMatch(pair::concerns))
                // what was amiss already and moves no day is not this change's doing
                .filter(pair -> !before.contains(pair)
                        || !then.apply(pair.first()).equals(now.days(pair.first()))
                        || !then.apply(pair.then()).equals(now.days(pair.then())))
                .filter(pair -> !isLostAnyway(now, pair, moved.keySet(), possible))
                .toList();
        List<String> told = new ArrayList<>();
        broken.stream()
                .filter(pair -> moved.containsKey(pair.then().line()))
                .map(pair -> now.order.why(pair, last(then, pair)) + " ; première date possible : le "
                        + French.day(after(any, last(then, pair))))
                .distinct()
                .forEach(told::add);
        List<PlannedSession> later = broken.stream()
                .map(Pair::then)
                .filter(line -> !moved.containsKey(line.line()))
                .distinct()
                .toList();
        if (!later.isEmpty()) {
            told.add(built(later, now, then));
        }
        return told;
    }

    /**
     * A session of a vague that is not open yet cannot be moved by itself, and no day before it leaves time to summon:
     * it is late whatever is chosen. The session's page and the vague's say so afterwards; refused here, nothing could
     * be chosen at all.
     */
    private static boolean isLostAnyway(Standing now, Pair pair, Set<Integer> moved, LocalDate possible) {
        return !moved.contains(pair.then().line())
                && !now.opened.containsKey(pair.then().line())
                && !pair.then().day().isAfter(possible);
    }

    private static LocalDate last(Function<PlannedSession, Optional<Days>> days, Pair pair) {
        return days.apply(pair.first()).orElseThrow().last();
    }

    /** All that can come afterwards only, in one sentence with the way out. */
    private static String built(
            List<PlannedSession> later, Standing now, Function<PlannedSession, Optional<Days>> days) {
        Map<String, List<PlannedSession>> byModule = later.stream()
                .collect(Collectors.groupingBy(now.order::quoted, LinkedHashMap::new, Collectors.toList()));
        String which = byModule.entrySet().stream()
                .map(each -> each.getKey() + " ("
                        + French.lines(lines(each.getValue())) + " du plan) "
                        + span(each.getValue().stream()
                                .map(line -> days.apply(line).orElseThrow().first())
                                .toList()))
                .collect(Collectors.joining(", "));
        String first = French.sessions(lines(later)) + " du plan";
        boolean closed = later.stream().anyMatch(line -> !now.opened.containsKey(line.line()));
        return which + (later.size() == 1 ? " et ne peut venir" : " : elles ne peuvent venir")
                + " qu'après cette session : choisissez une date antérieure, ou déplacez d'abord " + first
                + (closed
                        ? " sur la page du plan, « Ce qui est arrivé » : « Des sessions ont pris du retard », ou par un avenant"
                        : "");
    }

    private static List<Integer> lines(List<PlannedSession> some) {
        return some.stream().map(PlannedSession::line).toList();
    }

    private static String span(List<LocalDate> some) {
        LocalDate first = Collections.min(some);
        LocalDate last = Collections.max(some);
        return (some.size() == 1 ? "a lieu " : "ont lieu ")
                + (first.equals(last)
                        ? "le " + French.day(first)
                        : "du " + French.day(first) + " au " + French.day(last));
    }

    /** Never a day that has gone by. */
    private LocalDate after(TrainingSession session, LocalDate last) {
        LocalDate today = dates.now(session).toLocalDate();
        LocalDate day = last.isBefore(today) ? today : last;
        return day.plusDays(1)
                .datesUntil(day.plusMonths(3))
                .filter(next -> dates.isSchoolDay(session, next))
                .findFirst()
                .orElse(day.plusDays(1));
    }

    /** What of the order is lost around a session as it stands, each a sentence. */
    public List<String> of(TrainingSession session) {
        return session.planLine() == null
                ? List.of()
                : ofProject(session.projectId(), dates.now(session).toLocalDate()).stream()
                        .filter(each -> each.pair().concerns(session.planLine()))
                        .map(each -> each.pair().then().line() == session.planLine()
                                ? French.capital(each.text()) + "."
                                : "La session de la ligne " + each.pair().then().line()
                                        + " du plan ne peut venir qu'après celle-ci, et a lieu le "
                                        + French.day(each.day())
                                        + (each.thenId() == null
                                                ? " : déplacez-la sur la page du plan, « Ce qui est arrivé » : « Des sessions ont pris du retard », ou par un avenant."
                                                : " : déplacez l'une des deux."))
                        .distinct()
                        .toList();
    }

    /** The same of all sessions of the plan in force. */
    public List<OutOfOrder> ofProject(long projectId, LocalDate today) {
        Standing now = read(projectId);
        return now.order.broken(now::days, today).stream()
                .map(pair -> new OutOfOrder(
                        pair,
                        now.id(pair.first()),
                        now.id(pair.then()),
                        now.order.quoted(pair.then()),
                        now.days(pair.then()).orElseThrow().first(),
                        now.order.why(pair, now.days(pair.first()).orElseThrow().last())))
                .toList();
    }

    private Standing read(long projectId) {
        Collection<PlannedSession> lines =
                plans.approved(projectId).map(plan -> plans.sessions(plan.id())).orElse(List.of());
        if (lines.isEmpty()) {
            return new Standing(new SessionOrder(List.of(), List.of()), Map.of());
        }
        Map<Integer, TrainingSession> opened = new HashMap<>();
        sessions.findByProjectIdOrderByStartsAtAscIdAsc(projectId).stream()
                .filter(session -> session.planLine() != null)
                .forEach(session -> opened.put(session.planLine(), session));
        List<ModuleFacts> modules = ModuleFacts.inOrder(catalogue.all().stream()
                .filter(TrainingModule::isHeldInSessions)
                .map(ModuleFacts::of)
                .toList());
        return new Standing(new SessionOrder(modules, lines), opened);
    }

    private record Standing(SessionOrder order, Map<Integer, TrainingSession> opened) {

        private Optional<Days> days(PlannedSession line) {
            TrainingSession session = opened.get(line.line());
            return session == null
                    ? Optional.of(new Days(line.day(), line.day()))
                    : Optional.of(session)
                            .filter(each -> !NOWHERE.contains(each.state()))
                            .map(each -> new Days(each.day(), each.endsAt().toLocalDate()));
        }

        private Long id(PlannedSession line) {
            return Optional.ofNullable(opened.get(line.line()))
                    .map(TrainingSession::id)
                    .orElse(null);
        }
    }
}
