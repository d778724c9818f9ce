package fr.forment.arrival;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.SchoolCalendar;
import fr.forment.waiting.PlannedAhead;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is among the modules of a path: what the catalogue wants first comes first, and the hours that are left
 * are for what stands first in the path, as long as it is held or planned at all.
 */
@Component
@RequiredArgsConstructor
class PathOrder {

    private final Arrivals arrivals;
    private final ArrivalPeople people;
    private final Catalogue catalogue;
    private final Sessions sessions;
    private final PlannedAhead planned;
    private final HoursLedger hours;
    private final SchoolCalendar calendar;
    private final PlaceClocks clocks;

    /**
     * Of one module.
     *
     * @param from its session begins no earlier
     * @param first the module whose turn it is before, in French; null where this one may be followed
     * @param tooShort why the hours do not reach, in French; null where they do
     */
    record Turn(LocalDateTime from, String first, String tooShort) {

        boolean isNow() {
            return first == null;
        }
    }

    /** By module still to follow, in the order of the path. */
    Map<String, Turn> of(Arrival arrival) {
        List<String> missing = arrivals.missing(arrival);
        Map<String, TrainingSession> held = sessions.ofAgent(arrival.agentId()).stream()
                .filter(each -> each.state().isToCome())
                .collect(Collectors.toMap(TrainingSession::moduleCode, each -> each, (one, other) -> one));
        Agent agent = people.agent(arrival);
        boolean counted = hours.owesHours(agent);
        int left = counted
                ? hours.entMinutesLeft(agent.id(), calendar.schoolYear(clocks.today(arrival.circonscriptionUai())))
                : 0;
        Map<String, Turn> turns = new LinkedHashMap<>();
        String kept = null;
        int keptMinutes = 0;
        for (String code : missing) {
            TrainingModule module = catalogue.find(code).orElse(null);
            if (module == null || held.containsKey(code)) {
                turns.put(code, new Turn(LocalDateTime.MIN, null, null));
                continue;
            }
            Set<String> before =
                    module.prerequisites().stream().filter(missing::contains).collect(Collectors.toSet());
            Optional<String> unplaced = missing.stream()
                    .filter(each -> before.contains(each) && !held.containsKey(each))
                    .findFirst();
            int minutes = module.durationMinutes();
            turns.put(
                    code,
                    new Turn(
                            before.stream()
                                    .filter(held::containsKey)
                                    .map(each -> held.get(each).endsAt())
                                    .max(LocalDateTime::compareTo)
                                    .orElse(LocalDateTime.MIN),
                            unplaced.isPresent()
                                    ? "À suivre après « " + people.title(unplaced.get())
                                            + " », pour lequel une place reste à trouver"
                                    : counted && kept != null && left - keptMinutes < minutes
                                            ? "Les heures qui restent sont gardées pour « " + people.title(kept)
                                                    + " », à suivre d'abord"
                                            : null,
                            counted && left < minutes
                                    ? "Plus assez d'heures pour l'ENT cette année scolaire : "
                                            + (left <= 0 ? "il n'en reste aucune" : "il reste " + French.duration(left))
                                            + ", ce module dure "
                                            + French.duration(minutes)
                                    : null));
            if (left >= keptMinutes + minutes && isOffered(arrival, code)) {
                kept = kept == null ? code : kept;
                keptMinutes += minutes;
            }
        }
        return turns;
    }

    private boolean isOffered(Arrival arrival, String module) {
        String where = arrival.circonscriptionUai();
        return !sessions.upcoming(where, module).isEmpty()
                || planned.day(where, module, clocks.today(where)).isPresent();
    }
}
