package fr.forment.incident;

import fr.forment.french.French;
import fr.forment.incident.Aftermath.Spread;
import fr.forment.plan.Plan;
import fr.forment.plan.PlannedSession;
import fr.forment.post.Keeping;
import fr.forment.session.DatesService;
import fr.forment.session.PlannedMoves;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.AskedMove;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.StandInService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives sessions on several dates, or given by several people, the half-days that were found for them. Who has only to
 * hear of another trainer is not convoked anew; all letters wait to be read again.
 */
@Service
@Transactional
@RequiredArgsConstructor
class SpreadMovesService {

    private final Sessions sessions;
    private final SessionWords words;
    private final DatesService dates;
    private final StandInService standIns;
    private final PlannedMoves tolerance;
    private final Keeping keeping;

    /** Why who acts may not make them, in French; empty: he may. */
    @Transactional(readOnly = true)
    public List<String> hindrances(List<Spread> spreads) {
        return spreads.stream()
                .flatMap(spread -> {
                    TrainingSession session = sessions.find(spread.sessionId()).orElseThrow();
                    List<HalfDay> wanted = halfDays(spread, session);
                    return tolerance
                            .notMine(
                                    spread.changesDates() || spread.changesPlace()
                                            ? AskedMove.dates(session, wanted, place(spread))
                                            : AskedMove.hands(session, wanted))
                            .stream();
                })
                .distinct()
                .toList();
    }

    /** All or none. @param why what the histories and the letters say */
    public void make(Plan plan, List<Spread> spreads, String why) {
        spreads.forEach(spread -> {
            TrainingSession session = sessions.find(spread.sessionId()).orElseThrow();
            keeping.during(
                    session.circonscriptionUai(),
                    "/plans/" + plan.id(),
                    French.capital(why) + " : sessions qui changent",
                    () -> make(session, spread, why));
        });
    }

    private void make(TrainingSession session, Spread spread, String why) {
        List<HalfDay> wanted = halfDays(spread, session);
        if (spread.changesDates() || spread.changesPlace()) {
            dates.follow(session.id(), wanted, place(spread), why);
        } else {
            standIns.entrust(session.id(), words.shownDates(session).sent(), wanted, why);
        }
    }

    private static String place(Spread spread) {
        return spread.changesPlace()
                ? spread.after().get(spread.after().size() - 1).place()
                : null;
    }

    private static List<HalfDay> halfDays(Spread spread, TrainingSession session) {
        List<HalfDay> all = new ArrayList<>();
        for (PlannedSession part : spread.after()) {
            Long trainer = part.trainerAgentId();
            all.add(new HalfDay(
                    all.size() + 1,
                    part.startsAt(),
                    part.startsAt().plusMinutes(part.minutes()),
                    Objects.equals(trainer, session.trainerId()) ? null : trainer));
        }
        return all;
    }
}
