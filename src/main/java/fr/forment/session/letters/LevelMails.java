package fr.forment.session.letters;

import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.TrainingSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What those around read of people who lack the level before: directors and the team. */
@Component
@RequiredArgsConstructor
public class LevelMails {

    private final Correspondence post;
    private final SessionMails mails;
    private final SessionDates dates;
    private final Agents agents;

    /** To the team and to each director, of his own people; they read it themselves in a letter of their own. */
    public void takenOut(TrainingSession session, String before, Collection<Enrolment> out) {
        Map<Long, Agent> people = agents
                .all(out.stream().map(Enrolment::agentId).toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        long first = out.stream().mapToLong(Enrolment::id).min().orElse(0);
        toTeam(session, takenOut(session, before, first, names(people.values())));
        out.stream()
                .filter(row -> people.containsKey(row.agentId()))
                .map(Enrolment::schoolUai)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(uai -> agents.directorOf(uai).ifPresent(director -> {
                    List<String> names = names(out.stream()
                            .filter(row -> uai.equals(row.schoolUai()) && row.agentId() != director.id())
                            .map(row -> people.get(row.agentId()))
                            .filter(Objects::nonNull)
                            .toList());
                    if (!names.isEmpty()) {
                        post.toAgent(director.id(), takenOut(session, before, first, names));
                    }
                }));
    }

    /** To the team: nothing says that these people followed the level before, or will before this session. */
    public void unknown(TrainingSession session, String before, List<String> names) {
        toTeam(
                session,
                mails.letter(
                        session,
                        "levelUnknown",
                        "levelUnknown:" + session.id() + ":" + Integer.toHexString(names.hashCode()),
                        Map.of("noms", names, "avant", before),
                        dates.lastUse(session)));
    }

    /** Either may decide, and not every circonscription has an E-RUN. */
    private void toTeam(TrainingSession session, Letter letter) {
        List.of(Role.CPC, Role.ERUN).forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }

    private Letter takenOut(TrainingSession session, String before, long first, List<String> names) {
        return mails.letter(
                session,
                "levelMissed",
                "levelMissed:" + session.id() + ":" + first,
                Map.of("noms", names, "avant", before),
                dates.lastUse(session));
    }

    private static List<String> names(Collection<Agent> people) {
        var byName = new TreeMap<String, Long>();
        people.forEach(agent -> byName.put(agent.fullName(), agent.id()));
        return List.copyOf(byName.keySet());
    }
}
