package fr.forment.people;

import fr.forment.account.AccountRole;
import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whose address the signed-in person may write. To change the address of an account is to give access to it: a new
 * password is sent there. So whoever may not give access to somebody ({@link AccessRights}) does not change that
 * address, whatever the way. A first address for an account nobody ever opened is part of registering a person, which
 * those who keep lists may do for lower ranks than their own.
 */
@Component
@RequiredArgsConstructor
public class AddressRights {

    private static final String KEPT = " rien d'autre n'est perdu";

    private final AccessRights access;
    private final KeysOfPeople keys;
    private final Schools schools;

    /** For one run of work: keys are looked up once. */
    public Desk desk() {
        return new Desk();
    }

    Optional<String> objection(Agent known, Keys held, Set<AccountRole> after, String former, String email) {
        Set<AccountRole> opened =
                Stream.concat(held.roles().stream(), after.stream()).collect(Collectors.toSet());
        boolean hasNoAccount = opened.isEmpty();
        boolean isFirst = (former == null || email == null) && !held.opened();
        boolean may = Objects.equals(former, email)
                || access.mayGiveAccess(known, opened)
                || (isFirst || hasNoAccount) && access.mayRegister(known, opened);
        return may ? Optional.empty() : Optional.of(whoMay(opened));
    }

    /** Of a person nobody knows yet; empty as well when no address is told. */
    Optional<String> objection(NewAgent who) {
        Agent agent = Agent.of(who);
        return who.email() == null || access.mayRegister(agent, agent.roles())
                ? Optional.empty()
                : Optional.of(whoMay(agent.roles()));
    }

    /** Those who may give access to all of it, in words; by rank, for no name is told here. */
    private String whoMay(Collection<AccountRole> opened) {
        Role top = opened.stream()
                .map(AccountRole::role)
                .reduce(Role.ENSEIGNANT, (one, other) -> one.isBelow(other) ? other : one);
        boolean oneCirconscription =
                opened.stream().map(this::circonscription).distinct().count() <= 1;
        if (oneCirconscription && top.isBelow(Role.SECRETAIRE)) {
            return "le secrétariat, l'E-RUN ou l'IEN de sa circonscription";
        }
        if (oneCirconscription && top.isBelow(Role.IEN)) {
            return "l'IEN de sa circonscription";
        }
        return top.isBelow(Role.IEN_NUMERIQUE)
                ? "la mission numérique de son département"
                : "un administrateur de FormENT";
    }

    private String circonscription(AccountRole held) {
        return held.role().level() == Role.Level.SCHOOL
                ? schools.find(held.perimeter()).map(School::circonscriptionUai).orElse(held.perimeter())
                : held.perimeter();
    }

    /** One run of work. */
    public final class Desk {

        private final Map<Long, Keys> known = new HashMap<>();

        /** Looks these people up together. */
        public void know(Collection<Agent> agents) {
            List<Long> fresh = agents.stream()
                    .map(Agent::id)
                    .filter(id -> !known.containsKey(id))
                    .distinct()
                    .toList();
            known.putAll(keys.of(fresh));
        }

        /**
         * Why the address said of this person is not written; empty when it may be, or is no other. Says what becomes
         * of the rest.
         */
        public Optional<String> ofAddress(Agent agent, NewAgent said) {
            if (said.email() == null || said.email().equals(agent.email())) {
                return Optional.empty();
            }
            return objection(agent, keysOf(agent), Agent.of(said).roles(), agent.email(), said.email())
                    .map(who -> "l'adresse " + French.of(agent.fullName()) + " ne peut être changée que par " + who
                            + " :" + KEPT);
        }

        /** Why a person's address, which an undoing would make that former one, is not changed. */
        public Optional<String> ofReturn(Agent agent, String former) {
            return objection(agent, keysOf(agent), agent.roles(), agent.email(), former)
                    .map(who -> "son adresse ne peut être changée que par " + who);
        }

        /** The same for somebody nobody knows yet. */
        public Optional<String> ofNew(NewAgent said) {
            return objection(said)
                    .map(who -> "l'adresse " + French.of(said.firstName() + " " + said.lastName())
                            + " ne peut être donnée que par " + who + " :" + KEPT);
        }

        /**
         * Why the function said of this person is not written: it would open more than the person may give, for there
         * is a way in already.
         */
        public Optional<String> ofRise(Agent agent, NewAgent said) {
            Keys held = keysOf(agent);
            Set<AccountRole> added = new HashSet<>(Agent.of(said).roles());
            added.removeAll(held.roles());
            boolean isOpen = held.opened() || agent.email() != null || said.email() != null;
            return !isOpen || added.isEmpty() || access.mayRegister(Agent.of(said), added)
                    ? Optional.empty()
                    : Optional.of("la fonction « " + said.function().label()
                            + " » ouvrirait à cette personne, qui a déjà une adresse, un accès que seul peut donner : "
                            + whoMay(added));
        }

        /**
         * Why rights are not taken from this person: whoever takes rights away must be one who may give them, or he
         * could lower somebody, open the account as that of a lower rank, and wait for the rights to come back. A
         * school's people may be received from elsewhere.
         *
         * @param said null: the person leaves, and all goes
         */
        public Optional<String> ofFall(Agent agent, NewAgent said) {
            Set<AccountRole> taken = new HashSet<>(agent.roles());
            if (said == null) {
                taken.addAll(keysOf(agent).roles());
            } else {
                taken.removeAll(Agent.of(said).roles()); // what was given by hand stays
            }
            return taken.isEmpty() || access.mayTake(agent, taken)
                    ? Optional.empty()
                    : Optional.of(agent.fullName() + " a des droits que seul peut retirer : " + whoMay(taken));
        }

        private Keys keysOf(Agent agent) {
            return known.computeIfAbsent(agent.id(), id -> keys.of(List.of(id)).get(id));
        }
    }
}
