package fr.forment.session.halfday;

import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.Presence;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerGroups;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResources;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.Occupations;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whom a half-day may be entrusted to: who may lead the module first, the others after them and said to be without the
 * right. Nobody who has left, is away, is taken elsewhere or has a place in the session, and nobody from whom the
 * inspector has withdrawn the right.
 */
@Component
@RequiredArgsConstructor
public class StandInChoices {

    private final Agents agents;
    private final TrainerGroups groups;
    private final TrainerList trainers;
    private final TrainerResources resources;
    private final Occupations occupations;
    private final EnrolmentRepository enrolments;

    /**
     * By the position of the half-day; whoever stands in already stays among them. Position 0: one that is to be added.
     */
    public Map<Integer, List<TrainerGroups.Group>> of(TrainingSession session, List<HalfDay> halfDays) {
        Set<Long> seated = enrolments.expected(session.id()).stream()
                .map(Enrolment::agentId)
                .collect(Collectors.toSet());
        List<Agent> people = agents.inCirconscription(session.circonscriptionUai()).stream()
                .filter(agent -> !agent.id().equals(session.trainerId()) && !seated.contains(agent.id()))
                .toList();
        List<Long> ids = people.stream().map(Agent::id).toList();
        Skills skills = trainers.skills(people);
        Optional<TrainingModule> module = skills.modules().stream()
                .filter(each -> each.code().equals(session.moduleCode()))
                .findFirst();
        var weeks = resources.weeks(ids);
        var absences = resources.absences(ids, session.day());
        Map<Integer, List<TrainerGroups.Group>> found = new HashMap<>();
        found.put(0, grouped(entitled(people, skills, module, session.day()), skills, session, session.day()));
        for (HalfDay half : halfDays) {
            LocalDate day = half.startsAt().toLocalDate();
            Set<Long> busy = occupations.busy(ids, half.startsAt(), half.endsAt(), session.id());
            List<Agent> free = entitled(people, skills, module, day).stream()
                    .filter(agent -> !busy.contains(agent.id()))
                    .filter(agent -> new Presence(
                                    agent.id(),
                                    weeks.getOrDefault(agent.id(), List.of()),
                                    absences.getOrDefault(agent.id(), List.of()))
                            .obstacle(
                                    day,
                                    half.startsAt().toLocalTime(),
                                    half.endsAt().toLocalTime())
                            .isEmpty())
                    .toList();
            found.put(half.position(), grouped(with(half.trainerId(), free), skills, session, day));
        }
        return found;
    }

    private static List<Agent> entitled(
            List<Agent> people, Skills skills, Optional<TrainingModule> module, LocalDate day) {
        return people.stream()
                .filter(agent -> agent.isActiveOn(day))
                .filter(agent -> module.isEmpty() || skills.origin(agent, module.get(), day) != Skills.Origin.RETRAIT)
                .toList();
    }

    /** Whoever was named is shown as the one who is, whatever has come between. */
    private List<Agent> with(Long named, List<Agent> free) {
        if (named == null || free.stream().anyMatch(agent -> Objects.equals(agent.id(), named))) {
            return free;
        }
        List<Agent> all = new ArrayList<>(free);
        agents.find(named).ifPresent(agent -> all.add(0, agent));
        return all;
    }

    private List<TrainerGroups.Group> grouped(
            List<Agent> people, Skills skills, TrainingSession session, LocalDate day) {
        return groups.of(people, skills, session.moduleCode(), day);
    }
}
