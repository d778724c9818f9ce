package fr.forment.means;

import fr.forment.plan.Load;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a version asks of the people of one school who owe hours, against what is left of their 18 h. No names. */
public record HoursOfSchool(String schoolUai, int people, long planned, long left, long over) {

    public static List<HoursOfSchool> of(Collection<Load> loads) {
        return loads.stream()
                .filter(load -> load.schoolUai() != null)
                .collect(Collectors.groupingBy(Load::schoolUai, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(school -> new HoursOfSchool(
                        school.getKey(),
                        school.getValue().size(),
                        school.getValue().stream()
                                .mapToLong(Load::plannedMinutes)
                                .sum(),
                        school.getValue().stream().mapToLong(Load::leftMinutes).sum(),
                        school.getValue().stream().filter(Load::isOver).count()))
                .toList();
    }
}
