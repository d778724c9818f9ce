package fr.forment.plan.conditions;

import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Whereabouts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether people who have two sessions on one day get from one to the other in time. Judges on its own. */
public final class RoadCheck {

    private final List<PlannedSession> sessions;
    private final Whereabouts map;
    private final Map<LocalDate, List<Busy>> elsewhere = new HashMap<>();

    public RoadCheck(PlanFacts facts, List<PlannedSession> sessions) {
        this.sessions = sessions;
        this.map = new Whereabouts(facts);
        facts.busy().stream().filter(busy -> !busy.isAbsence()).forEach(busy -> elsewhere
                .computeIfAbsent(busy.day(), none -> new ArrayList<>())
                .add(busy));
    }

    /** In French, each a sentence without its first capital. */
    public List<String> problems(PlannedSession session) {
        List<String> found = new ArrayList<>(fromOutside(session));
        for (PlannedSession other : sessions) {
            if (other.line() == session.line() || !other.day().equals(session.day())) {
                continue;
            }
            int road = map.minutes(session.place(), other.place());
            int between = between(session.start(), session.end(), other.start(), other.end());
            if (between < 0 || between >= road) { // at the same hour is said elsewhere
                continue;
            }
            String how = how(road, between);
            if (session.trainerAgentId() != null && Objects.equals(session.trainerAgentId(), other.trainerAgentId())) {
                found.add(
                        "le formateur n'a pas le temps de faire la route entre cette session et la session de la ligne "
                                + other.line() + how);
            }
            if (!session.moduleCode().equals(other.moduleCode())
                    && !Collections.disjoint(session.schoolUais(), other.schoolUais())) {
                found.add(
                        "une même école n'a pas le temps de faire la route entre cette session et la session de la ligne "
                                + other.line() + how);
            }
        }
        return found;
    }

    /** Of people named, {@link PeopleCheck} counts how many are left. */
    private List<String> fromOutside(PlannedSession session) {
        List<String> found = new ArrayList<>();
        for (Busy busy : elsewhere.getOrDefault(session.day(), List.of())) {
            int road = map.minutes(session.place(), busy.place());
            int between = between(session.start(), session.end(), busy.start(), busy.end());
            if (between < 0 || between >= road) {
                continue;
            }
            String what = " n'a pas le temps de faire la route entre cette session et une session hors de ce plan, de "
                    + French.time(busy.start()) + " à " + French.time(busy.end()) + how(road, between);
            Long trainer = session.trainerAgentId();
            if (trainer != null
                    && (trainer.equals(busy.trainerId()) || busy.people().contains(trainer))) {
                found.add("le formateur" + what);
            }
            if (busy.seats().keySet().stream().anyMatch(session.schoolUais()::contains)) {
                found.add("une même école" + what);
            }
        }
        return found;
    }

    private static String how(int road, int between) {
        return " : environ " + French.duration(road) + " de route, "
                + (between == 0 ? "et elles se suivent sans pause." : French.duration(between) + " entre les deux.");
    }

    private static int between(LocalTime start, LocalTime end, LocalTime otherStart, LocalTime otherEnd) {
        boolean first = start.isBefore(otherStart);
        return (int) Duration.between(first ? end : otherEnd, first ? otherStart : start)
                .toMinutes();
    }
}
