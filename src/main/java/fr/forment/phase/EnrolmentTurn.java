package fr.forment.phase;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.phase.DesignatedPublic.Meant;
import fr.forment.session.Obstacle;
import fr.forment.session.TrainingSession;
import fr.forment.territory.SchoolCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * In which turn the people of a school take the places the plan gives it: as many of each profile as the grid asked
 * for, whom the module must reach before the opening first, among equals whoever has most hours left. So hours last for
 * the school's other modules too.
 */
@Component
@RequiredArgsConstructor
class EnrolmentTurn {

    private final Catalogue catalogue;
    private final HoursLedger hours;
    private final SchoolCalendar calendar;

    /**
     * Everybody, those the grid did not ask for at the end.
     *
     * @param before seated in another session of the module: they count for their profile
     * @param needed people by profile; empty where the grid does not say
     */
    List<Agent> of(
            TrainingSession session,
            List<Meant> people,
            List<Meant> before,
            Map<Profile, Integer> needed,
            Map<Long, Set<Obstacle>> obstacles) {
        Map<Long, Integer> left =
                hours.entMinutesLeft(people.stream().map(Meant::agent).toList(), calendar.schoolYear(session.day()));
        Set<Profile> first = catalogue
                .find(session.moduleCode())
                .map(module -> module.profilesBeforeOpening())
                .orElse(Set.of());
        List<Meant> sorted = people.stream()
                .sorted(Comparator.comparing((Meant one) -> one.as().stream().noneMatch(first::contains))
                        .thenComparing(one -> one.as().iterator().next())
                        .thenComparing(one -> -left.getOrDefault(one.agent().id(), 0))
                        .thenComparing(one -> one.agent().id()))
                .toList();
        Map<Profile, Integer> open = new EnumMap<>(Profile.class);
        open.putAll(needed);
        before.forEach(one -> claim(one, open));
        List<Agent> asked = new ArrayList<>();
        List<Agent> others = new ArrayList<>();
        sorted.forEach(
                one -> (needed.isEmpty() || !obstacles.get(one.agent().id()).isEmpty() || claim(one, open)
                                ? asked
                                : others)
                        .add(one.agent()));
        asked.addAll(others);
        return asked;
    }

    private static boolean claim(Meant one, Map<Profile, Integer> open) {
        Optional<Profile> as = one.as().stream()
                .filter(profile -> open.getOrDefault(profile, 0) > 0)
                .findFirst();
        as.ifPresent(profile -> open.merge(profile, -1, Integer::sum));
        return as.isPresent();
    }
}
