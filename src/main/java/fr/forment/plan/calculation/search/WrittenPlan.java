package fr.forment.plan.calculation.search;

import fr.forment.catalogue.Profile;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The plan as it stands in a timetable: sessions with people, in the order of the start. */
final class WrittenPlan {

    private WrittenPlan() {}

    private static int capacity(Sitting sitting, ModuleFacts module, int people) {
        int size = Math.max(module.groupSize(), people);
        return module.isHeldBySchool() ? size : Math.min(size, sitting.venue().room(sitting.moment()));
    }

    static List<Draft> of(Basis basis, Timetable timetable) {
        var invitations = new Invitations(basis.facts());
        Map<Gathering, Map<String, Integer>> seats = new HashMap<>();
        timetable.parties().stream()
                .filter(party -> party.gathering() != null)
                .sorted(Comparator.comparingInt(party -> party.team().index()))
                .forEach(party -> seats.computeIfAbsent(party.gathering(), k -> new LinkedHashMap<>())
                        .merge(party.team().uai(), party.people(), Integer::sum));
        return timetable.sittings().stream()
                .filter(sitting -> seats.containsKey(sitting.gathering()))
                .map(sitting -> draft(sitting, seats.get(sitting.gathering()), basis, invitations))
                .toList();
    }

    private static Draft draft(Sitting sitting, Map<String, Integer> seats, Basis basis, Invitations invitations) {
        Gathering gathering = sitting.gathering();
        Draft stands = gathering.stands();
        if (gathering.fixed()) {
            return stands;
        }
        ModuleFacts module = gathering.course().module();
        int people = seats.values().stream().mapToInt(Integer::intValue).sum();
        boolean late = seats.keySet().stream()
                .map(basis::team)
                .filter(Objects::nonNull)
                .anyMatch(Team::teachesOnWednesday);
        Set<Profile> profiles = invitations.profiles(seats.keySet(), module);
        return new Draft(
                gathering.course().vagueRank(),
                module,
                sitting.moment().date(),
                late ? sitting.moment().late() : sitting.moment().start(),
                sitting.venue().name(),
                capacity(sitting, module, people),
                sitting.leader().id(),
                profiles.isEmpty() && stands != null ? stands.profiles() : profiles,
                seats,
                people,
                stands == null ? null : stands.line());
    }
}
