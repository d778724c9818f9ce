package fr.forment.session.web;

import fr.forment.french.French;
import fr.forment.mail.MailBundles;
import fr.forment.mail.Sending;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TeamRights;
import fr.forment.post.Correspondence;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.Givers;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Says to who acts when the people concerned hear of it, and who does not: a page promises no mail that cannot leave.
 */
@Component
@RequiredArgsConstructor
class SessionNews {

    private final Sending sending;
    private final MailBundles bundles;
    private final Correspondence post;
    private final Sessions sessions;
    private final SessionDates dates;
    private final Givers givers;
    private final TeamRights team;
    private final Agents agents;
    private final Clock clock;
    private final PlaceClocks clocks;

    /** Who has a place and who trains, as of now. */
    List<Long> people(TrainingSession session) {
        return Stream.of(
                        sessions.enrolments(session.id()).stream()
                                .filter(row -> row.state().isActive())
                                .map(Enrolment::agentId),
                        Stream.ofNullable(session.trainerId()),
                        givers.of(session).stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** @param before as it was: another room at the same hour is no report, and a date too near is not settled by it */
    String postponed(TrainingSession before) {
        TrainingSession now = sessions.find(before.id()).orElseThrow();
        return !dates.isNoticeLeft(now) && !now.startsAt().equals(before.startsAt())
                ? "La date est notée, mais elle est trop proche pour convoquer dans les délais : la circonscription doit encore la confirmer (tâche « Fixer la date »). D'ici là, personne n'est convoqué."
                : now.startsAt().equals(before.startsAt()) ? "Le lieu est changé." : "La session est reportée.";
    }

    /** Of other dates: what waits for a person, and what has left. */
    String spread(TrainingSession before, Collection<Long> agentIds) {
        TrainingSession now = sessions.find(before.id()).orElseThrow();
        return (dates.isNoticeLeft(now) || now.state() == SessionState.EN_COURS
                        ? ""
                        : " La première est trop proche pour convoquer dans les délais : la circonscription doit encore la confirmer (tâche « Fixer la date »). D'ici là, personne n'est convoqué.")
                + changed(now, agentIds, "la page de la session");
    }

    /** Of a change whose letters a person lets go, unless the session is so near that they have left. */
    String changed(TrainingSession session, Collection<Long> agentIds) {
        return changed(session, agentIds, "cette page");
    }

    private String changed(TrainingSession session, Collection<Long> agentIds, String where) {
        int kept = bundles.madeFor(SessionMails.page(session)).stream()
                .mapToInt(MailBundles.Waiting::letters)
                .sum();
        return kept == 0
                ? told(session, LocalDateTime.now(clock), agentIds)
                : " " + French.capital(French.count(kept, "courriel est prêt", "courriels sont prêts"))
                        + (team.isOfTeam(session.circonscriptionUai())
                                ? " : relisez et envoyez depuis " + where + "."
                                : " : l'équipe de la circonscription relit et envoie.")
                        + withoutAddress(agents.all(known(agentIds)));
    }

    /** Whatever the day and the hour. */
    String cancelled(TrainingSession session, Collection<Long> agentIds) {
        return told(session, LocalDateTime.now(clock), agentIds);
    }

    /** @param moment the nearest one at which somebody might come for nothing */
    String told(TrainingSession session, LocalDateTime moment, Collection<Long> agentIds) {
        return toldTo(session, moment, agents.all(known(agentIds)));
    }

    /** The same of people that are known. */
    String toldTo(TrainingSession session, LocalDateTime moment, List<Agent> readers) {
        String reached = readers.stream().noneMatch(agent -> agent.email() != null)
                ? ""
                : reached(session, moment, readers.size());
        return reached + withoutAddress(readers);
    }

    private static List<Long> known(Collection<Long> agentIds) {
        return agentIds.stream().filter(Objects::nonNull).toList();
    }

    private static String withoutAddress(List<Agent> readers) {
        String others = readers.stream()
                .filter(agent -> agent.email() == null)
                .map(Agent::fullName)
                .sorted()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : " Sans adresse électronique, à prévenir vous-même : " + others + ".";
    }

    private String reached(TrainingSession session, LocalDateTime moment, int readers) {
        String who = readers == 1 ? "à la personne concernée" : "aux personnes concernées";
        if (sending.stopped().isPresent()) {
            return " Attention, " + sending.stopped().get() + " : le courriel " + who
                    + " ne part pas pour le moment. Si le temps presse, téléphonez.";
        }
        Instant departure = post.departure(session.circonscriptionUai(), moment);
        return departure.isAfter(clock.instant())
                ? " Un courriel part " + who + " "
                        + French.moment(departure.atZone(clocks.of(session.circonscriptionUai()))) + "."
                : " Un courriel part tout de suite " + who + ".";
    }
}
