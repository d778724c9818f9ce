package fr.forment.people;

import fr.forment.account.AccessLinks;
import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What every change of an address goes through, in the transaction that writes it: the right is asked once more while
 * the account is held, links that wait are void, the history tells it, and the former address is told.
 */
@Component
@RequiredArgsConstructor
class Addresses {

    /** One person's; either address may be null. {@code agent} has the place and the function of afterwards. */
    record Change(Agent agent, String former, String email) {

        boolean isOne() {
            return !Objects.equals(former, email);
        }
    }

    private final AddressRights rights;
    private final KeysOfPeople keys;
    private final AccessLinks links;
    private final Journal journal;
    private final Agents agents;
    private final ApplicationEventPublisher events;
    private final Signatures signatures;
    private final SignedIn me;

    /**
     * Who may make the first of these changes that the signed-in person may not, before anything is written; empty when
     * all may be.
     */
    Optional<String> objection(Collection<Change> changes) {
        Map<Long, Keys> held = keys.held(ids(changes));
        return changes.stream()
                .filter(Change::isOne)
                .flatMap(each -> rights
                        .objection(
                                each.agent(),
                                held.get(each.agent().id()),
                                each.agent().isActiveOn(agents.today())
                                        ? each.agent().roles()
                                        : Set.of(),
                                each.former(),
                                each.email())
                        .stream())
                .findFirst();
    }

    /** Once the people are written. */
    void changed(Collection<Change> changes, String why) {
        List<Change> real = changes.stream().filter(Change::isOne).toList();
        if (real.isEmpty()) {
            return;
        }
        links.voidOf(ids(real));
        journal.addAll(real.stream()
                .map(each -> JournalEntry.of(each.agent().id(), AgentEvent.ADDRESS, why, each.former(), each.email()))
                .toList());
        String who = signatures.read(me.signature());
        real.stream()
                .filter(each -> each.former() != null)
                .forEach(each -> events.publishEvent(new AddressChanged(each.agent(), each.former(), who)));
    }

    private static List<Long> ids(Collection<Change> changes) {
        return changes.stream()
                .filter(Change::isOne)
                .map(each -> each.agent().id())
                .toList();
    }
}
