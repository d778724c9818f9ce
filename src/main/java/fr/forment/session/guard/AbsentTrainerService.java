package fr.forment.session.guard;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.resource.ResourceChanged;
import fr.forment.resource.TrainerResources;
import fr.forment.resource.TrainerWeek;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.AbsentTrainers.Missing;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.told.SessionAnnounced;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Alarm: a session has nobody who can give it, because its trainer, or who stands in that day, said an absence or does
 * not give that moment of the week. Told to the team of the circonscription as soon as both are known, once for each
 * session and person; taken back while unread once nothing is missing any more.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class AbsentTrainerService {

    private static final String TEMPLATE = "session/trainerAbsent";
    private static final Set<ResourceChanged.Kind> TIME =
            Set.of(ResourceChanged.Kind.ABSENCE, ResourceChanged.Kind.DAYS);

    private final AbsentTrainers absent;
    private final SessionRepository sessions;
    private final SessionMails mails;
    private final Correspondence post;
    private final Agents agents;
    private final TrainerResources resources;
    private final Clock clock;

    @EventListener
    void on(ResourceChanged change) {
        if (change.agentId() != null && TIME.contains(change.kind())) {
            List<Missing> all = absent.of(change.agentId(), LocalDateTime.now(clock));
            tell(all);
            Set<Long> still =
                    all.stream().map(missing -> missing.session().id()).collect(Collectors.toSet());
            sessions.namedTo(change.agentId()).stream()
                    .filter(session -> session.state().isToCome() && !still.contains(session.id()))
                    .filter(session -> (change.until() == null || !session.day().isAfter(change.until()))
                            && !session.endsAt().toLocalDate().isBefore(change.from()))
                    .forEach(this::settled);
        }
    }

    @EventListener
    void on(SessionAnnounced announced) {
        sessions.findById(announced.sessionId()).ifPresent(session -> tell(absent.of(List.of(session))));
    }

    /** Somebody else gives it, or it is held on other dates. */
    public void changed(TrainingSession session) {
        List<Missing> all = absent.of(List.of(session));
        settled(session);
        tell(all);
    }

    private void settled(TrainingSession session) {
        post.takeBack(
                SessionMails.page(session), List.of(TEMPLATE), "La session a de nouveau quelqu'un pour l'assurer.");
    }

    private void tell(List<Missing> all) {
        Map<String, List<Missing>> bySessionAndPerson = all.stream()
                .collect(Collectors.groupingBy(
                        missing -> missing.session().id() + ":" + missing.agentId(),
                        TreeMap::new,
                        Collectors.toList()));
        bySessionAndPerson.forEach((key, some) -> tell(key, some.get(0), some));
    }

    private void tell(String key, Missing first, List<Missing> some) {
        TrainingSession session = first.session();
        if (session.state() == SessionState.PLANIFIEE) {
            return; // asked for with its date before anybody is told of it
        }
        var letter = mails.letter(
                session,
                "trainerAbsent",
                "trainerAbsent:" + key + ":" + session.sequence() + ":" + whatIsSaid(first.agentId(), some),
                Map.of(
                        "absent",
                        agents.find(first.agentId()).orElseThrow().fullName(),
                        "quand",
                        some.stream().map(Missing::half).map(HalfDay::told).collect(Collectors.joining(" ; ")),
                        "absence",
                        some.stream().anyMatch(Missing::absent),
                        "semaine",
                        !some.stream().allMatch(Missing::absent),
                        "premier",
                        French.brief(first.half().startsAt())),
                some.get(some.size() - 1).day());
        List.of(Role.IEN, Role.CPC, Role.ERUN)
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    /** The same absence withdrawn and said again is another letter, for the first may have been taken back. */
    private String whatIsSaid(long agentId, List<Missing> some) {
        List<HalfDay> parts = some.stream().map(Missing::half).toList();
        List<Long> weeks = some.stream().allMatch(Missing::absent)
                ? List.of()
                : resources.weeksOf(agentId).stream()
                        .filter(week ->
                                some.stream().anyMatch(missing -> week.period().covers(missing.day())))
                        .map(TrainerWeek::id)
                        .toList();
        return AbsentPeople.away(
                                resources
                                        .absences(List.of(agentId), some.get(0).day())
                                        .getOrDefault(agentId, List.of()),
                                parts)
                        .key()
                + (weeks.isEmpty() ? "" : ":" + weeks.hashCode() + ":" + parts.hashCode());
    }
}
