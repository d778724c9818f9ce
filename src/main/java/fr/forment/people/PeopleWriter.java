package fr.forment.people;

import fr.forment.account.AccountRole;
import fr.forment.french.French;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one way people are written, alone or by the thousand: an address that is not for the signed-in person to change
 * is refused first, then people, history, accounts and links are written, then those above are told. In the caller's
 * transaction.
 */
@Component
@RequiredArgsConstructor
class PeopleWriter {

    private record Line(Agent agent, AgentEvent what, String before, String after) {}

    private final AgentRepository repository;
    private final Journal journal;
    private final AccountBook accounts;
    private final Addresses addresses;
    private final ApplicationEventPublisher events;

    Writing because(String why) {
        return new Writing(why);
    }

    static String describe(Agent agent) {
        String place = agent.schoolUai() != null
                ? agent.schoolUai()
                : agent.circonscriptionUai() != null ? agent.circonscriptionUai() : agent.departementCode();
        return agent.function().label() + ", " + place + ", " + agent.quotity() + " %"
                + (agent.constellation() ? ", constellation" : "")
                + (agent.leftOn() == null ? "" : ", départ le " + French.date(agent.leftOn()));
    }

    /** What is about to be written of some people, who are changed already; nothing is before {@link #write}. */
    final class Writing {

        private final String why;
        private final Set<Agent> people = new LinkedHashSet<>();
        private final List<Line> lines = new ArrayList<>();
        private final Map<Agent, String> opened = new LinkedHashMap<>();
        private final Map<Agent, Set<AccountRole>> followed = new LinkedHashMap<>();
        private final List<Addresses.Change> moves = new ArrayList<>();
        private final List<Object> news = new ArrayList<>();

        private Writing(String why) {
            this.why = why;
        }

        void save(Agent agent) {
            people.add(agent);
        }

        /** A line of the history; {@code before} as {@link #describe} told it, or null. */
        void note(Agent agent, AgentEvent what, String before) {
            people.add(agent);
            lines.add(new Line(agent, what, before, describe(agent)));
        }

        /** A first account, under a readable login or an opaque one (null). */
        void open(Agent agent, String login) {
            opened.put(agent, login);
        }

        /** The account takes the name, the roles or the end that the person has now. */
        void follow(Agent agent, Set<AccountRole> former) {
            followed.put(agent, former);
        }

        void reach(Agent agent, String former, String email) {
            moves.add(new Addresses.Change(agent, former, email));
        }

        void tell(Object event) {
            news.add(event);
        }

        /** @param refusal made of who may change the address that stands in the way */
        void write(Function<String, RuntimeException> refusal) {
            if (!moves.isEmpty()) {
                addresses.objection(moves).ifPresent(who -> {
                    throw refusal.apply(who);
                });
            }
            write();
        }

        /** Where no address changes. */
        void write() {
            repository.saveAll(people);
            journal.addAll(lines.stream()
                    .map(line -> JournalEntry.of(line.agent().id(), line.what(), why, line.before(), line.after()))
                    .toList());
            if (!opened.isEmpty()) {
                accounts.openAll(opened);
            }
            followed.forEach(accounts::follow);
            addresses.changed(moves, why);
            news.forEach(events::publishEvent);
        }
    }
}
