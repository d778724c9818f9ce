package fr.forment.people;

import fr.forment.account.AccessLinks;
import fr.forment.account.Account;
import fr.forment.account.AccountRole;
import fr.forment.account.Accounts;
import fr.forment.account.Groups;
import fr.forment.account.LentRoles;
import fr.forment.account.RightsChanged;
import fr.forment.account.Role;
import fr.forment.account.RoleGrants;
import fr.forment.engine.Directory;
import fr.forment.engine.Directory.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Keeps accounts in step with the people they belong to, and the engine's directory in step with the accounts. Called
 * inside the transaction of the services. The engine learns of teachers only when they get a password: there are many
 * and they have no tasks. Who loses a group, or leaves, keeps none of the tasks claimed from it: they go back to where
 * they were open.
 */
@Component
@RequiredArgsConstructor
public class AccountBook {

    private final Accounts accounts;
    private final Directory directory;
    private final Agents agents;
    private final RoleGrants grants;
    private final AccessLinks links;
    private final LentRoles lent;
    private final ApplicationEventPublisher events;

    /** @param people new people, each with a readable login or null for an opaque one */
    void openAll(Map<Agent, String> people) {
        List<Account> opened = new ArrayList<>();
        people.forEach((agent, login) -> {
            if (!agent.roles().isEmpty()) {
                opened.add(Account.of(
                        login == null ? "a" + agent.id() : login,
                        agent.id(),
                        agent.firstName(),
                        agent.lastName(),
                        agent.roles()));
            }
        });
        List<Account> shown = opened.stream().filter(Account::hasTasks).toList();
        directory.putAll(shown.stream().map(this::entry).toList());
        shown.forEach(account -> account.mirror(true));
        accounts.saveAll(opened);
    }

    /** After a change of place, function or name: roles given by hand stay. After a departure: nothing stays. */
    void follow(Agent agent, Set<AccountRole> former) {
        Account account = accounts.findByAgentId(agent.id()).orElse(null);
        if (account == null) {
            openAll(Collections.singletonMap(agent, null));
            return;
        }
        boolean here = agent.isActiveOn(agents.today());
        Set<AccountRole> before = account.roles();
        account.call(agent.firstName(), agent.lastName());
        if (here) {
            account.exchange(without(former, grants.rolesOf(account.id())), agent.roles());
            account.open();
        } else {
            account.close();
            grants.removeAll(account.id());
            links.voidAll(List.of(account.id()));
        }
        save(account);
        if (!before.equals(account.roles())) {
            events.publishEvent(new RightsChanged(agent.id()));
        }
    }

    private static Set<AccountRole> without(Set<AccountRole> roles, Set<AccountRole> kept) {
        return roles.stream().filter(role -> !kept.contains(role)).collect(Collectors.toSet());
    }

    boolean isOpen(Agent agent) {
        return accounts.findByAgentId(agent.id()).filter(Account::enabled).isPresent();
    }

    /** Writes the account and shows it to the engine when it has to be there. */
    public void save(Account account) {
        boolean wasShown = account.mirrored();
        if (account.mirrored() && !account.enabled()) {
            directory.remove(account.login());
            account.mirror(false);
        } else if (account.enabled() && (account.mirrored() || account.hasTasks() || account.passwordHash() != null)) {
            show(account);
        }
        if (wasShown) {
            directory.handOver(account.login(), account.mirrored() ? groupsToday(account) : Set.of(), heirs(account));
        }
        accounts.save(account);
    }

    /** Who gets a task that was offered to nobody but a person who is gone. */
    private Set<String> heirs(Account account) {
        return Optional.ofNullable(account.agentId())
                .flatMap(agents::find)
                .map(Agent::circonscriptionUai)
                .map(uai -> Set.of(Groups.of(Role.ERUN, uai), Groups.of(Role.IEN, uai)))
                .orElse(Set.of());
    }

    /** For somebody who is or was a delegate: the engine may still believe in yesterday. */
    public void catchUp(Account account) {
        if (account.mirrored()
                && lent.everTo(account.agentId())
                && !directory.groupsOf(account.login()).equals(groupsToday(account))) {
            show(account);
            directory.handOver(account.login(), groupsToday(account), Set.of());
        }
    }

    private void show(Account account) {
        directory.put(account.login(), account.firstName(), account.lastName(), groupsToday(account));
        account.mirror(true);
    }

    private Entry entry(Account account) {
        return new Entry(account.login(), account.firstName(), account.lastName(), groupsToday(account));
    }

    /** What is lent begins and ends at midnight, whether or not something woke up then. */
    private Set<String> groupsToday(Account account) {
        Set<String> groups = new LinkedHashSet<>(
                account.groups(account.id() == null ? List.of() : lent.to(account.agentId(), agents.today())));
        if (account.has(Role.ADMIN)) {
            groups.add(Directory.OPERATORS);
        }
        return groups;
    }
}
