package fr.forment.session.guard;

import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.Presence;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResources;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whoever names somebody to give a session, or a half-day of it, names a person who may lead the module and is there
 * that day, or says why not: the reason is kept with the session. Who was named before is not asked about again.
 */
@Component
@RequiredArgsConstructor
public class TrainerRight {

    private static final int LONGEST = 500;

    private final Agents agents;
    private final TrainerList trainers;
    private final TrainerResources resources;
    private final DayFaults faults;
    private final SessionRepository sessions;
    private final Journal journal;

    /** How the history begins such a line: absences of a trainer are for those who organise, not for other trainers. */
    public static final String DESPITE = "Désignation malgré tout";

    /** What speaks against them, with the reason given; to be written once the session is. */
    public final class Accepted {

        private final List<Long> named;
        private final Set<String> despite;
        private final String reason;

        private Accepted(List<Long> named, Set<String> despite, String reason) {
            this.named = named;
            this.despite = despite;
            this.reason = reason;
        }

        /**
         * After all that no reason lets pass was asked. Does nothing where nothing speaks against it.
         *
         * @throws Refusal that says what does, unless there is a reason: the caller's transaction is undone
         */
        public void write(long sessionId) {
            if (!despite.isEmpty() && reason == null) {
                throw new Refusal(
                        "La personne choisie " + String.join(" ; elle ", despite)
                                + ". Choisissez quelqu'un d'autre, ou indiquez pourquoi vous la désignez tout de même : le motif reste dans l'historique de la session.",
                        "reason");
            }
            if (!despite.isEmpty()) {
                journal.state(
                        TrainingSession.JOURNAL,
                        sessionId,
                        null,
                        DESPITE + " : la personne " + String.join(" ; elle ", despite),
                        reason);
            }
        }

        /**
         * The same, of a session just opened: the question is not asked again of whoever opened it. Of one that is
         * there already the absence stays in view.
         */
        public void writeAndHold(long sessionId) {
            write(sessionId);
            if (!despite.isEmpty()) {
                TrainingSession session = sessions.lock(sessionId).orElseThrow();
                session.holdAnyway(faults.ofTrainers(session, named), reason);
                sessions.save(session);
            }
        }
    }

    /** The whole of a session, or what nobody else gives of it. @param agentId null: nobody */
    public Accepted look(TrainingSession session, Long agentId, List<HalfDay> halfDays, String reason) {
        return look(
                session,
                agentId == null || agentId.equals(session.trainerId())
                        ? List.of()
                        : halfDays.stream()
                                .filter(half -> half.trainerId() == null)
                                .map(half -> half.entrustedTo(agentId))
                                .toList(),
                reason);
    }

    /**
     * @param named half-days, each with whom it is newly entrusted to; those without are the session's trainer's
     * @param reason may be blank
     */
    public Accepted look(TrainingSession session, Collection<HalfDay> named, String reason) {
        String why = Typed.optional(reason, LONGEST);
        List<Long> ids = named.stream()
                .map(HalfDay::trainerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<String> despite = ids.isEmpty() || session.isForParents() ? Set.of() : against(session, named, ids);
        return new Accepted(ids, despite, why);
    }

    private Set<String> against(TrainingSession session, Collection<HalfDay> named, List<Long> ids) {
        Map<Long, Agent> people = agents.all(ids).stream().collect(Collectors.toMap(Agent::id, agent -> agent));
        Skills skills = trainers.skills(people.values());
        Optional<TrainingModule> module = skills.modules().stream()
                .filter(each -> each.code().equals(session.moduleCode()))
                .findFirst();
        var weeks = resources.weeks(ids);
        var absences = resources.absences(ids, first(named), session.circonscriptionUai());
        Set<String> found = new LinkedHashSet<>();
        for (HalfDay half : named) {
            Agent agent = people.get(half.trainerId());
            if (agent == null) {
                continue;
            }
            LocalDate day = half.startsAt().toLocalDate();
            module.filter(taught -> !skills.origin(agent, taught, day).isGiven())
                    .ifPresent(taught -> found.add("n'est pas habilitée pour « " + taught.title() + " »"));
            new Presence(
                            agent.id(),
                            weeks.getOrDefault(agent.id(), List.of()),
                            absences.getOrDefault(agent.id(), List.of()))
                    .obstacle(day, half.startsAt().toLocalTime(), half.endsAt().toLocalTime())
                    .ifPresent(away -> found.add(away + " (" + French.day(day) + ")"));
        }
        return found;
    }

    private static LocalDate first(Collection<HalfDay> named) {
        return named.stream()
                .map(half -> half.startsAt().toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
