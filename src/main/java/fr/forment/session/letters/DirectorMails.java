package fr.forment.session.letters;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.TrainingSession;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What directors read of their people who are summoned. */
@Component
@RequiredArgsConstructor
public class DirectorMails {

    private final Correspondence post;
    private final SessionMails mails;
    private final SessionDates dates;
    private final Agents agents;

    /** To each director, about the people of his own school; the one who is alone in it has his own convocation. */
    public void directorsInformed(TrainingSession session, Collection<Enrolment> convoked) {
        directorsInformed(session, convoked, "");
    }

    /** A letter that still waits would name somebody who works there no more: those left stand in another. */
    public void directorWithout(TrainingSession session, String schoolUai, Collection<Enrolment> expected) {
        Optional<Agent> director = Optional.ofNullable(schoolUai).flatMap(agents::directorOf);
        if (director.isPresent()
                && mails.takeBack(
                                session,
                                director.get().id(),
                                List.of("session/directorInformed"),
                                "Une des personnes a changé d'école avant l'envoi.")
                        > 0) {
            directorsInformed(
                    session,
                    expected.stream()
                            .filter(row -> row.convokedAt() != null && schoolUai.equals(row.schoolUai()))
                            .toList(),
                    ":" + dates.now(session).withNano(0));
        }
    }

    private void directorsInformed(TrainingSession session, Collection<Enrolment> convoked, String again) {
        long first = convoked.stream().mapToLong(Enrolment::id).min().orElse(0);
        Map<String, TreeMap<String, Long>> bySchool = new TreeMap<>();
        Map<Long, Agent> people = new HashMap<>();
        agents.all(convoked.stream().map(Enrolment::agentId).toList()).forEach(agent -> people.put(agent.id(), agent));
        convoked.stream()
                .filter(enrolment -> enrolment.schoolUai() != null && people.containsKey(enrolment.agentId()))
                .forEach(enrolment -> bySchool.computeIfAbsent(enrolment.schoolUai(), uai -> new TreeMap<>())
                        .put(people.get(enrolment.agentId()).fullName(), enrolment.agentId()));
        bySchool.forEach((uai, names) -> agents.directorOf(uai).ifPresent(director -> {
            names.values().remove(director.id());
            if (!names.isEmpty()) {
                post.toAgent(
                        director.id(),
                        mails.letter(
                                        session,
                                        "directorInformed",
                                        "directorInformed:" + first + ":" + session.sequence() + ":" + uai + again,
                                        Map.of("noms", List.copyOf(names.keySet())),
                                        dates.lastUse(session))
                                .undoing(dates.instant(session, session.startsAt())));
            }
        }));
    }
}
