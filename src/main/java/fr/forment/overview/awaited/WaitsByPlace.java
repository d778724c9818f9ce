package fr.forment.overview.awaited;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.OpenTasks.Offered;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.blocked.Body;
import fr.forment.project.blocked.MissedOpenings;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * How much waits in each of several circonscriptions, for whoever answers for many: the same things as {@link Waits},
 * counted. As many statements for a hundred as for one.
 */
@Component
@RequiredArgsConstructor
public class WaitsByPlace {

    private final OpenTasks tasks;
    private final Schools schools;
    private final Projects projects;
    private final MissedOpenings late;
    private final FailedCases failed;
    private final Clock clock;

    /**
     * What waits in one circonscription.
     *
     * @param since when the oldest began to wait; null where nothing does
     * @param bodies how many on each that anything waits on
     */
    public record OfPlace(Circonscription place, int waiting, int late, LocalDate since, Map<Body, Integer> bodies) {}

    private record Counted(Body body, LocalDate since, boolean late) {}

    /** Where most is late first, then where most waits, then by name. */
    public List<OfPlace> of(Collection<Circonscription> places) {
        Map<String, Circonscription> known =
                places.stream().collect(Collectors.toMap(Circonscription::uai, Function.identity()));
        Map<String, String> homes = schools.byCirconscription(known.keySet());
        Map<String, List<Counted>> found =
                known.keySet().stream().collect(Collectors.toMap(Function.identity(), uai -> new ArrayList<Counted>()));
        Map<Long, Project> under = projects.inCirconscriptions(known.keySet()).stream()
                .collect(Collectors.toMap(Project::id, Function.identity()));
        Map<Long, List<Vague>> vagues = projects.vagues(under.keySet());
        for (Offered offered : tasks.offeredTo(groups(known.keySet(), homes.keySet()))) {
            offered.groups().stream()
                    .map(Groups::perimeter)
                    .map(at -> known.getOrDefault(at, known.get(homes.getOrDefault(at, ""))))
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(place -> found.get(place.uai()).add(of(offered, place, vagues)));
        }
        openings(known.keySet()).forEach((uai, late) -> found.get(uai).addAll(late));
        if (!known.isEmpty()) {
            failed.in(known.keySet()).forEach(each -> found.get(each.place())
                    .add(new Counted(Body.EDUCATION_NATIONALE, day(each.since(), known.get(each.place())), true)));
        }
        return places.stream()
                .map(place -> of(place, found.get(place.uai())))
                .sorted(Comparator.comparingInt(OfPlace::late)
                        .thenComparingInt(OfPlace::waiting)
                        .reversed()
                        .thenComparing(each -> each.place().shortName()))
                .toList();
    }

    private static List<String> groups(Collection<String> places, Collection<String> schools) {
        return Stream.concat(
                        places.stream().flatMap(uai -> Waits.OFFICE.stream().map(role -> Groups.of(role, uai))),
                        schools.stream().map(uai -> Groups.of(Role.DIRECTEUR, uai)))
                .toList();
    }

    private Counted of(Offered offered, Circonscription place, Map<Long, List<Vague>> vagues) {
        OpenTask task = offered.task();
        LocalDate due = day(task.dueOn(), place);
        return new Counted(
                Waits.body(offered),
                Waits.since(task, vagues, place.clock()),
                due != null && due.isBefore(today(place)));
    }

    /** Vagues whose day of opening has gone by, which no task says. */
    private Map<String, List<Counted>> openings(Collection<String> places) {
        return late.in(places).stream()
                .collect(Collectors.groupingBy(
                        MissedOpenings.Missed::place,
                        Collectors.mapping(
                                vague -> new Counted(Body.EDUCATION_NATIONALE, vague.opensOn(), true),
                                Collectors.toList())));
    }

    private static OfPlace of(Circonscription place, List<Counted> its) {
        Map<Body, Integer> bodies = new EnumMap<>(Body.class);
        its.forEach(each -> bodies.merge(each.body(), 1, Integer::sum));
        return new OfPlace(
                place,
                its.size(),
                (int) its.stream().filter(Counted::late).count(),
                its.stream()
                        .map(Counted::since)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                bodies);
    }

    private LocalDate today(Circonscription place) {
        return LocalDate.ofInstant(clock.instant(), place.clock());
    }

    private static LocalDate day(Instant at, Circonscription place) {
        return at == null ? null : LocalDate.ofInstant(at, place.clock());
    }
}
