package fr.forment.stafflist;

import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.people.AddressRights;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.ArrivalKind;
import fr.forment.people.BuiltUpon;
import fr.forment.people.FormerAgent;
import fr.forment.people.ListedPeople;
import fr.forment.people.Restoration;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes a written list, whole, while nothing was built on it: nobody it wrote on has changed or departed since, and
 * nobody it brought was enrolled, trained, given an access. Otherwise says for whom and why it cannot.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class UndoService {

    private static final int CHUNK = Lines.CHUNK;
    private static final int SHOWN = 20;

    /** Somebody who stands in the way. */
    public record Obstacle(long agentId, String name, String reason) {}

    private final Imports imports;
    private final FormerPeople former;
    private final PastLists journal;
    private final OtherSchools others;
    private final Progress progress;
    private final Agents agents;
    private final ListedPeople people;
    private final Restoration restoration;
    private final AddressRights rights;
    private final List<BuiltUpon> features;
    private final SignedIn me;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Who stands in the way, twenty at most; empty when the list may be undone. */
    @Transactional(readOnly = true)
    public List<Obstacle> obstacles(long id) {
        List<Obstacle> found = new ArrayList<>();
        note(found, former.changedSince(id, SHOWN), "sa fiche a changé depuis");
        note(
                found,
                former.departedSince(id, agents.today(), SHOWN),
                "son départ a pris effet : accès fermé, places et tâches rendues ; une nouvelle"
                        + " liste où figure cette personne lui rend son accès");
        note(found, former.addressTaken(id, SHOWN), "son ancienne adresse est devenue celle de quelqu'un d'autre");
        noteAddresses(found, id);
        List<Long> brought = former.brought(id);
        for (int from = 0; from < brought.size() && found.size() < SHOWN; from += CHUNK) {
            List<Long> some = brought.subList(from, Math.min(from + CHUNK, brought.size()));
            for (BuiltUpon feature : features) {
                Map<Long, String> reasons = feature.reasons(some);
                Map<Long, Agent> known =
                        byId(reasons.keySet().stream().limit(SHOWN).toList());
                known.forEach((agentId, agent) -> found.add(new Obstacle(agentId, name(agent), reasons.get(agentId))));
            }
        }
        return found.stream().limit(SHOWN).toList();
    }

    /** The list is written and the person may undo it; whether it still can be is asked of {@link #obstacles}. */
    @Transactional(readOnly = true)
    public boolean mayUndo(long id) {
        return imports.find(id)
                .filter(file -> file.state() == IntakeState.ENREGISTRE)
                .filter(journal::mayUndo)
                .isPresent();
    }

    /** @throws Refusal when it is not written, was undone already, or something was built on it */
    public void undo(long id) {
        StaffImport file = imports.find(id)
                .filter(each -> me.acts(() -> journal.mayUndo(each)))
                .orElseThrow(() -> new Refusal("Cet import n'est pas dans votre périmètre."));
        String worker = UUID.randomUUID().toString();
        if (!progress.takeTurn(id, worker)) {
            throw new Refusal("Une autre liste est en cours d'enregistrement : réessayez dans un instant.");
        }
        if (!imports.pass(id, IntakeState.ANNULE, IntakeState.ENREGISTRE)) {
            throw new Refusal("Cet import n'est pas enregistré, ou il est déjà annulé.");
        }
        if (!obstacles(id).isEmpty()) {
            throw new Refusal(
                    "Cet import ne peut plus être annulé : des réponses, des formations ou des inscriptions en dépendent.");
        }
        Set<String> schools = former.touched(id);
        Map<String, Long> directors = people.directors(schools);
        others.withdraw(id);
        List<Long> brought = former.brought(id);
        for (int from = 0; from < brought.size(); from += CHUNK) {
            restoration.erase(brought.subList(from, Math.min(from + CHUNK, brought.size())));
        }
        Map<Long, String> addresses = former.changingAddresses(id);
        former.free(addresses.keySet());
        String why = "import « " + file.fileName() + " » annulé";
        long last = 0;
        for (List<FormerAgent> some = former.after(id, last, CHUNK);
                !some.isEmpty();
                some = former.after(id, last, CHUNK)) {
            restoration.restore(some, addresses, why);
            last = some.get(some.size() - 1).agentId();
        }
        people.tellDirectors(schools, directors, ArrivalKind.NEWCOMER);
        former.forget(id);
        jdbc.sql("UPDATE staff_import SET undone_at = ?, undone_by = ? WHERE id = ?")
                .params(OffsetDateTime.now(clock), me.login(), id)
                .update();
        progress.giveTurnBack(worker);
    }

    /** An undoing gives former addresses back: it asks for the same right as giving new ones. */
    private void noteAddresses(List<Obstacle> found, long id) {
        Map<Long, String> present = former.changingAddresses(id);
        List<Long> ids = List.copyOf(present.keySet());
        for (int from = 0; from < ids.size() && found.size() < SHOWN; from += CHUNK) {
            List<Long> some = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            Map<Long, String> before = former.addresses(id, some);
            List<Agent> known = agents.all(some);
            AddressRights.Desk desk = rights.desk();
            desk.know(known);
            known.forEach(agent -> desk.ofReturn(agent, before.get(agent.id()))
                    .ifPresent(why -> found.add(new Obstacle(agent.id(), name(agent), why))));
        }
    }

    private void note(List<Obstacle> found, List<Long> ids, String reason) {
        Map<Long, Agent> known = byId(ids);
        ids.forEach(agentId -> found.add(new Obstacle(agentId, name(known.get(agentId)), reason)));
    }

    private Map<Long, Agent> byId(List<Long> ids) {
        return agents.all(ids).stream().collect(Collectors.toMap(Agent::id, Function.identity()));
    }

    private static String name(Agent agent) {
        return agent == null ? "personne effacée" : agent.fullName();
    }
}
