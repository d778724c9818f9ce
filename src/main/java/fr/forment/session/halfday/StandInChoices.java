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
import java.util.Collection;
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
 * Whom a half-day, or the whole session, may be entrusted to: who may lead the module first, then those who may but are
 * away or taken, with why, then trainers who may not. Nobody who has left or has a place in the session, and nobody
 * from whom the inspector has withdrawn the right.
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
        Map<Long, Presence> presences = presences(session, people, session.day());
        Map<Integer, List<TrainerGroups.Group>> found = new HashMap<>();
        found.put(
                0,
                groups.of(
                        entitled(people, skills, module, session.day()), skills, session.moduleCode(), session.day()));
        for (HalfDay half : halfDays) {
            LocalDate day = half.startsAt().toLocalDate();
            found.put(
                    half.position(),
                    groups.of(
                            with(half.trainerId(), entitled(people, skills, module, day)),
                            skills,
                            session.moduleCode(),
                            day,
                            hindered(session, ids, presences, List.of(half)),
                            half.trainerId()));
        }
        return found;
    }

    /**
     * Whom the whole of it may be entrusted to, what others give of it apart; who gives it stays among them. For a page
     * that has read the people, their skills and when they can be had.
     *
     * @param seated who comes to be trained
     */
    public List<TrainerGroups.Group> ofWhole(
            TrainingSession session,
            List<HalfDay> halfDays,
            List<Agent> everybody,
            Skills skills,
            Collection<Long> seated,
            Map<Long, Presence> presences) {
        Optional<TrainingModule> module = skills.modules().stream()
                .filter(each -> each.code().equals(session.moduleCode()))
                .findFirst();
        List<Agent> people = entitled(everybody, skills, module, session.day()).stream()
                .filter(agent -> !seated.contains(agent.id()))
                .toList();
        List<Long> ids = people.stream().map(Agent::id).toList();
        List<HalfDay> own =
                halfDays.stream().filter(half -> half.trainerId() == null).toList();
        Set<Long> entitled = Set.copyOf(ids);
        List<Agent> offered = everybody.stream()
                .filter(agent -> entitled.contains(agent.id()) || agent.id().equals(session.trainerId()))
                .toList();
        return groups.of(
                with(session.trainerId(), offered),
                skills,
                session.moduleCode(),
                session.day(),
                hindered(session, ids, presences, own),
                session.trainerId());
    }

    /** When people can be had, from that day on. */
    public Map<Long, Presence> presences(TrainingSession session, Collection<Agent> people, LocalDate from) {
        List<Long> ids = people.stream().map(Agent::id).toList();
        var weeks = resources.weeks(ids);
        var absences = resources.absences(ids, from, session.circonscriptionUai());
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Presence(
                                id, weeks.getOrDefault(id, List.of()), absences.getOrDefault(id, List.of()))));
    }

    private Map<Long, String> hindered(
            TrainingSession session, List<Long> ids, Map<Long, Presence> presences, List<HalfDay> halfDays) {
        Map<Long, String> found = new HashMap<>();
        for (HalfDay half : halfDays) {
            occupations
                    .busy(ids, half.startsAt(), half.endsAt(), session.id())
                    .forEach(id -> found.put(id, "déjà prise par une autre session"));
            ids.forEach(id -> presences
                    .get(id)
                    .obstacle(
                            half.startsAt().toLocalDate(),
                            half.startsAt().toLocalTime(),
                            half.endsAt().toLocalTime())
                    .ifPresent(why -> found.put(id, why)));
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
}
