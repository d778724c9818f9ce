package fr.forment.arrival;

import fr.forment.people.TrainingRecords;
import fr.forment.session.SessionService;
import fr.forment.waiting.PlannedAhead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the choice of the path to the last reminder. */
@Service
@Transactional
@RequiredArgsConstructor
public class ArrivalFollowUpService {

    private final Arrivals arrivals;
    private final ArrivalPeople people;
    private final ArrivalDates dates;
    private final ArrivalMails mails;
    private final NewcomerPath paths;
    private final TrainingRecords records;
    private final SessionService enrolments;
    private final ArrivalProposals proposals;
    private final PlannedAhead planned;
    private final PathOrder order;

    public void assignPath(long id) {
        Arrival confirmed = arrivals.lock(id);
        List<String> path = paths.of(
                people.agent(confirmed).function(),
                confirmed.entExperience(),
                confirmed.isSubstitute(),
                records.modulesOf(confirmed.agentId()));
        LocalDate due = dates.due(confirmed, arrivals.today());
        arrivals.change(
                id,
                path.isEmpty()
                        ? "Aucun module à suivre"
                        : path.stream().map(people::title).collect(Collectors.joining(" ; ")),
                arrival -> arrival.assign(path, due, arrivals.today()));
    }

    public void welcome(long id) {
        Arrival arrival = find(id);
        mails.welcomed(arrival, proposals.lines(arrival));
    }

    /**
     * In the next session of each module still to follow, unless the person is away. True when there was a place for
     * each.
     */
    public boolean enrol(long id) {
        Arrival arrival = arrivals.lock(id);
        boolean isThere = people.isReachable(arrival);
        boolean everywhere = isThere && withoutPlace(arrival).isEmpty();
        arrivals.change(
                id,
                everywhere
                        ? "Une place pour chaque module"
                        : isThere
                                ? "Des places restent à trouver"
                                : "Absente en ce moment : les places se cherchent au retour",
                each -> each.follow(everywhere));
        return everywhere;
    }

    public void alertNoSession(long id) {
        Arrival arrival = find(id);
        List<String> without = people.isReachable(arrival) ? withoutPlace(arrival) : List.of();
        Map<String, PathOrder.Turn> turns = order.of(arrival);
        List<String> waiting = without.stream()
                .filter(module -> turns.get(module).isNow() && !isPlanned(arrival, module))
                .map(people::title)
                .toList();
        if (!waiting.isEmpty()) {
            mails.sessionMissing(arrival, waiting);
        }
    }

    /** Holds the arrival until the caller's transaction ends: a training told meanwhile finds the process listening. */
    public boolean isTrained(long id) {
        return arrivals.missing(arrivals.lock(id)).isEmpty();
    }

    /**
     * Tries again to find places. Nothing is written when the person has left, or when the day had passed before the
     * due date was set.
     */
    public void remind(long id, int occurrence) {
        Arrival arrival = arrivals.lock(id);
        boolean isLate = dates.reminder(arrival, occurrence).toLocalDate().isBefore(arrival.dueSetOn());
        if (!arrival.state().isUnderWay() || !people.isReachable(arrival)) {
            return;
        }
        if (isLate) {
            arrivals.change(
                    id,
                    "Relance " + occurrence + " non envoyée : son jour était passé quand l'échéance a été fixée",
                    each -> {});
            return;
        }
        boolean everywhere = withoutPlace(arrival).isEmpty();
        arrivals.change(id, "Relance " + occurrence, each -> each.enrolled(everywhere));
        mails.reminded(arrival, occurrence);
    }

    /** A session of the plan that is not open yet comes before the due date: nobody has to open another. */
    private boolean isPlanned(Arrival arrival, String module) {
        return planned.day(arrival.circonscriptionUai(), module, arrivals.today())
                .filter(day -> !day.isAfter(arrival.dueOn()))
                .isPresent();
    }

    /** Enrols where it can, in the order of the path; answers the modules that no open session has a place for. */
    private List<String> withoutPlace(Arrival arrival) {
        List<String> without = new ArrayList<>();
        for (String module : arrivals.missing(arrival)) {
            PathOrder.Turn turn = order.of(arrival).get(module); // anew: a place just found changes those after it
            if (!turn.isNow()
                    || enrolments
                            .enrolNext(arrival.agentId(), module, turn.from())
                            .isEmpty()) {
                without.add(module);
            }
        }
        return without;
    }

    private Arrival find(long id) {
        return arrivals.find(id).orElseThrow();
    }
}
