package fr.forment.grid;

import fr.forment.campaign.Campaign;
import fr.forment.catalogue.Profile;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who of some schools has still to follow a module today: the figure of the grid, corrections included, less those who
 * were trained since it was counted. The grid itself stays as it was settled: a plan was made upon it.
 */
@Component
@RequiredArgsConstructor
public class RemainingNeed {

    /** They are told, or counted: nobody records what they followed. */
    private static final Set<Profile> UNRECORDED = Set.of(Profile.ELEVE, Profile.PARENT);

    private static final int AT_ONCE = 1000;

    private final GridFigures figures;
    private final GridSources sources;

    /**
     * People by code of the module, 0 where everybody has followed it; pupils and parents are left out.
     *
     * @param schoolUais a thousand at most
     */
    public Map<String, Integer> byModule(Campaign campaign, Collection<String> schoolUais) {
        List<GridLine> lines = figures.linesOf(campaign.id(), List.copyOf(schoolUais), GridFilter.ALL).stream()
                .filter(line -> !UNRECORDED.contains(line.profile()))
                .toList();
        Map<String, CountedSchool> now = sources.staff(campaign, schoolUais);
        Map<String, GridModule> modules =
                sources.modules().stream().collect(Collectors.toMap(GridModule::code, module -> module));
        return lines.stream()
                .collect(Collectors.groupingBy(
                        GridLine::moduleCode,
                        TreeMap::new,
                        Collectors.summingInt(
                                line -> left(line, now.get(line.schoolUai()), modules.get(line.moduleCode())))));
    }

    /**
     * People by module and public in the whole grid, its circonscription's own people too. Pupils and parents are as
     * the grid counts them.
     */
    public Map<String, Map<Profile, Integer>> byPublic(Campaign campaign, List<String> schoolUais) {
        Map<String, GridModule> modules =
                sources.modules().stream().collect(Collectors.toMap(GridModule::code, module -> module));
        Map<String, Map<Profile, Integer>> left = new TreeMap<>();
        for (int from = 0; from < schoolUais.size(); from += AT_ONCE) {
            List<String> some = schoolUais.subList(from, Math.min(from + AT_ONCE, schoolUais.size()));
            Map<String, CountedSchool> now = sources.staff(campaign, some);
            figures.linesOf(campaign.id(), some, GridFilter.ALL)
                    .forEach(line -> add(
                            left,
                            line,
                            UNRECORDED.contains(line.profile())
                                    ? line.people()
                                    : left(line, now.get(line.schoolUai()), modules.get(line.moduleCode()))));
        }
        List<GridLine> teams = figures.linesOfTeams(campaign.id(), GridFilter.ALL);
        Map<String, Map<Profile, List<Set<String>>>> offices = sources.offices(
                campaign, teams.stream().map(GridLine::schoolUai).distinct().toList());
        teams.forEach(line -> add(left, line, left(line, offices.getOrDefault(line.schoolUai(), Map.of()))));
        return left;
    }

    private static void add(Map<String, Map<Profile, Integer>> left, GridLine line, int people) {
        left.computeIfAbsent(line.moduleCode(), code -> new EnumMap<>(Profile.class))
                .merge(line.profile(), people, Integer::sum);
    }

    private static int left(GridLine line, Map<Profile, List<Set<String>>> office) {
        long trained = office.getOrDefault(line.profile(), List.of()).stream()
                .filter(codes -> codes.contains(line.moduleCode()))
                .count();
        return (int) Math.max(0, line.people() - Math.max(0, trained - line.alreadyTrained()));
    }

    /** Those the grid knew to be trained are in its figure already. */
    private static int left(GridLine line, CountedSchool school, GridModule module) {
        int since = school == null || module == null
                ? 0
                : Math.max(0, school.trained(module, line.profile()) - line.alreadyTrained());
        return Math.max(0, line.people() - since);
    }
}
