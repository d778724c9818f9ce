package fr.forment.grid;

import fr.forment.campaign.Campaign;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who stands behind a figure of the grid, as the staff list knows them now: those counted trained, be it that they have
 * a place elsewhere, those without hours, the others.
 */
@Component
@RequiredArgsConstructor
public class LineOrigins {

    private final GridSources sources;
    private final Agents agents;

    /**
     * Somebody the line is about.
     *
     * @param trained or sure to be
     * @param ahead when the session of another project ends in which the person has a place; null for others
     * @param moduleMinutes what the training takes of the hours
     * @param due before the school opens: it is for everybody, hours or not
     */
    public record Who(
            Agent agent,
            boolean trained,
            LocalDate ahead,
            boolean constellation,
            int minutesLeft,
            int moduleMinutes,
            boolean due) {

        public boolean isWithoutHours() {
            return !trained && minutesLeft < moduleMinutes;
        }
    }

    /** By name; empty for people of the circonscription, for parents, and for a module that is no longer proposed. */
    public List<Who> people(Campaign campaign, GridLine line) {
        return sources.modules().stream()
                .filter(module -> module.code().equals(line.moduleCode()))
                .findFirst()
                .map(module -> people(campaign, line, module))
                .orElse(List.of());
    }

    private List<Who> people(Campaign campaign, GridLine line, GridModule module) {
        List<CountedSchool.Person> meant =
                sources.teams(campaign, List.of(line.schoolUai())).getOrDefault(line.schoolUai(), List.of()).stream()
                        .filter(CountedSchool.Person.meantBy(module, line.profile()))
                        .toList();
        Map<Long, Agent> known = agents
                .all(meant.stream().map(CountedSchool.Person::id).toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        return meant.stream()
                .map(person -> new Who(
                        known.get(person.id()),
                        person.hasFollowed(module),
                        person.ahead().get(module.code()),
                        person.constellation(),
                        person.minutesLeft(),
                        module.minutes(),
                        module.beforeOpening().contains(line.profile())))
                .sorted(Comparator.comparing(who -> who.agent().fullName()))
                .toList();
    }
}
