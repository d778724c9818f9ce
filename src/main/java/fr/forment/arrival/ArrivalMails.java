package fr.forment.arrival;

import fr.forment.access.AccessLinkService;
import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.charter.CharterService;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is written to about an arrival, with which words and under which key. Subjects name nobody. */
@Component
@RequiredArgsConstructor
class ArrivalMails {

    /** The occurrence of the policy at which the list is believed. */
    private static final int PRESUMED = 3;

    private final Correspondence post;
    private final Agents agents;
    private final ArrivalPeople people;
    private final Reminders reminders;
    private final CharterService charter;
    private final AccessLinkService links;
    private final StillToTrain stillToTrain;
    private final ArrivalDates dates;

    void confirmationAsked(Arrival arrival) {
        toConfirmer(arrival, letter(arrival, "detected", "askConfirmation", confirmation(arrival)));
    }

    void confirmationLate(Arrival arrival, int occurrence) {
        Letter letter =
                letter(arrival, "confirmationAwaited", "remindConfirmation:" + occurrence, confirmation(arrival));
        toConfirmer(arrival, letter);
        if (reminders.goesTo(Reminder.ARRIVAL_CONFIRMATION, occurrence, "ERUN")) {
            post.toGroup(Role.ERUN, arrival.circonscriptionUai(), letter);
        }
    }

    /** To those who could have answered. */
    void presumed(Arrival arrival) {
        Letter letter = letter(arrival, "presumed", "presume", Map.of());
        toDirector(arrival, letter);
        if (reminders.goesTo(Reminder.ARRIVAL_CONFIRMATION, PRESUMED, "ERUN")) {
            post.toGroup(Role.ERUN, arrival.circonscriptionUai(), letter);
        }
    }

    void notConfirmed(Arrival arrival) {
        post.toGroup(
                Role.SECRETAIRE,
                arrival.circonscriptionUai(),
                letter(
                        arrival,
                        "notConfirmed",
                        "closeUnconfirmed",
                        Map.of("reponse", French.inSentence(arrival.state().label()))));
    }

    /** @param modules one line each: title and next date */
    void welcomed(Arrival arrival, List<String> modules) {
        Optional<String> link = links.linkFor(arrival.agentId());
        Letter letter = letter(
                arrival,
                "welcomed",
                "welcome",
                Map.of(
                        "modules",
                        modules,
                        "acces",
                        link.orElse(""),
                        "ouverture",
                        dates.openingAhead(arrival).map(French::day).orElse("")));
        post.toAgent(
                arrival.agentId(),
                link.isEmpty()
                        ? letter
                        : letter.withSecretUntil(links.endFor(arrival.agentId()))
                                .toThisAddress());
    }

    void sessionMissing(Arrival arrival, List<String> modules) {
        post.toGroup(
                Role.ERUN,
                arrival.circonscriptionUai(),
                letter(arrival, "sessionMissing", "alertNoSession:" + arrival.dueOn(), Map.of("modules", modules)));
    }

    /**
     * To whom the policy names: the newcomer of his own path, direction and E-RUN of everybody they still have to see
     * trained.
     */
    void reminded(Arrival arrival, int occurrence) {
        if (reminders.goesTo(Reminder.ARRIVAL, occurrence, "OWNER")) {
            post.toAgent(
                    arrival.agentId(),
                    letter(
                            arrival,
                            "reminded",
                            "remind:" + occurrence + ":" + arrival.dueOn(),
                            Map.of(
                                    "modules",
                                    stillToTrain.modules(arrival),
                                    "charte",
                                    charter.accepted(arrival.agentId()).isEmpty()),
                            arrival.dueOn()));
        }
        if (reminders.goesTo(Reminder.ARRIVAL, occurrence, "DIRECTEUR") && arrival.schoolUai() != null) {
            agents.directorOf(arrival.schoolUai())
                    .ifPresent(director -> post.toAgentOnce(
                            director.id(),
                            stillToTrain.key(arrival.schoolUai()),
                            reader -> stillToTrain.letter(arrival.schoolUai(), reader)));
        }
        if (reminders.goesTo(Reminder.ARRIVAL, occurrence, "ERUN")) {
            post.toGroupOnce(
                    Role.ERUN,
                    arrival.circonscriptionUai(),
                    stillToTrain.key(arrival.circonscriptionUai()),
                    reader -> stillToTrain.letter(arrival.circonscriptionUai(), reader));
        }
    }

    void escalated(Arrival arrival, List<String> modules) {
        post.toGroup(
                Role.IEN,
                arrival.circonscriptionUai(),
                letter(arrival, "escalated", "escalate:" + arrival.dueOn(), Map.of("modules", modules)));
    }

    void deferred(Arrival arrival) {
        post.toAgent(arrival.agentId(), letter(arrival, "deferred", "recordSettlement:" + arrival.dueOn(), Map.of()));
    }

    void dispensed(Arrival arrival) {
        post.toAgent(arrival.agentId(), letter(arrival, "youAreDispensed", "closeUntrained", Map.of()));
        toDirector(arrival, letter(arrival, "dispensed", "closeUntrained:report", Map.of()));
    }

    void trained(Arrival arrival) {
        post.toAgent(
                arrival.agentId(),
                letter(
                        arrival,
                        "trained",
                        "close",
                        Map.of("accompagne", arrival.ending() == ArrivalEnding.ACCOMPAGNE)));
        toDirector(arrival, letter(arrival, "newcomerTrained", "close:report", Map.of()));
    }

    /** The day from which the list is believed. */
    private Map<String, Object> confirmation(Arrival arrival) {
        return Map.of("confirmation", French.day(dates.confirmation(arrival, PRESUMED)));
    }

    private void toConfirmer(Arrival arrival, Letter letter) {
        if (arrival.schoolUai() == null
                || people.agent(arrival).function() == AgentFunction.DIRECTEUR
                || agents.directorOf(arrival.schoolUai()).isEmpty()) {
            post.toGroup(Role.ERUN, arrival.circonscriptionUai(), letter);
        } else {
            toDirector(arrival, letter);
        }
    }

    /** Unless the director is the newcomer. */
    private void toDirector(Arrival arrival, Letter letter) {
        if (arrival.schoolUai() != null) {
            agents.directorOf(arrival.schoolUai())
                    .map(Agent::id)
                    .filter(id -> id != arrival.agentId())
                    .ifPresent(id -> post.toAgent(id, letter));
        }
    }

    private Letter letter(Arrival arrival, String template, String step, Map<String, Object> more) {
        return letter(arrival, template, step, more, null);
    }

    private Letter letter(Arrival arrival, String template, String step, Map<String, Object> more, LocalDate notAfter) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("personne", people.who(arrival));
        model.put("ecole", people.place(arrival));
        model.put("depuis", French.day(people.since(arrival)));
        model.put("echeance", French.day(arrival.dueOn()));
        model.put("court", French.brief(arrival.dueOn()));
        int colon = step.indexOf(':');
        String key = colon < 0
                ? step + ":" + arrival.id()
                : step.substring(0, colon) + ":" + arrival.id() + step.substring(colon);
        return new Letter("arrival/" + template, "arrival:" + key, model, "/arrivees/" + arrival.id(), notAfter);
    }
}
