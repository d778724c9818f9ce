package fr.forment.grid;

import fr.forment.campaign.Campaign;
import fr.forment.catalogue.Profile;
import java.util.Collection;
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

    /** Those the grid knew to be trained are in its figure already. */
    private static int left(GridLine line, CountedSchool school, GridModule module) {
        int since = school == null || module == null
                ? 0
                : Math.max(0, school.trained(module, line.profile()) - line.alreadyTrained());
        return Math.max(0, line.people() - since);
    }
}
