package fr.forment.staff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.forment.engine.Directory;
import org.springframework.stereotype.Component;

/**
 * Keeps accounts in step with the people they belong to, and the engine's directory in step with the accounts. Called inside the
 * transaction of the services. The engine learns of teachers only when they get a password: there are many and they have no tasks.
 * Who loses a group, or leaves, keeps none of the tasks claimed from it: they go back to where they were open.
 */
@Component
class AccountBook {

    private final Accounts accounts;
    private final Directory directory;
    private final Agents agents;

    AccountBook(Accounts accounts, Directory directory, Agents agents) {
        this.accounts = accounts;
        this.directory = directory;
        this.agents = agents;
    }

    /** @param people new people, each with a readable login or null for an opaque one */
    void openAll(Map<Agent, String> people) {
        List<Account> opened = new ArrayList<>();
        people.forEach((agent, login) -> {
            if (!agent.roles().isEmpty()) {
                opened.add(Account.of(login == null ? "a" + agent.id() : login, agent.id(), agent.firstName(), agent.lastName(), agent.roles()));
            }
        });
        opened.stream().filter(Account::hasTasks).forEach(this::show);
        accounts.saveAll(opened);
    }

    /** After a change of place, function or name, and after a departure. Roles given by hand stay. */
    void follow(Agent agent, Set<AccountRole> former) {
        Account account = accounts.findByAgentId(agent.id()).orElse(null);
        if (account == null) {
            openAll(Collections.singletonMap(agent, null));
            return;
        }
        boolean here = agent.isActiveOn(agents.today());
        account.call(agent.firstName(), agent.lastName());
        account.exchange(former, here ? agent.roles() : Set.of());
        account.open(here);
        save(account);
    }

    boolean isOpen(Agent agent) {
        return accounts.findByAgentId(agent.id()).filter(Account::enabled).isPresent();
    }

    /** Writes the account and shows it to the engine when it has to be there. */
    void save(Account account) {
        boolean wasShown = account.mirrored();
        if (account.mirrored() && !account.enabled()) {
            directory.remove(account.login());
            account.mirror(false);
        } else if (account.enabled() && (account.mirrored() || account.hasTasks() || account.passwordHash() != null)) {
            show(account);
        }
        if (wasShown) {
            directory.handOver(account.login(), account.mirrored() ? account.groups() : Set.of(), heirs(account));
        }
        accounts.save(account);
    }

    /** Who gets a task that was offered to nobody but a person who is gone. */
    private Set<String> heirs(Account account) {
        return Optional.ofNullable(account.agentId()).flatMap(agents::find).map(Agent::circonscriptionUai)
                .map(uai -> Set.of(Groups.of(Role.ERUN, uai), Groups.of(Role.IEN, uai))).orElse(Set.of());
    }

    private void show(Account account) {
        Set<String> groups = new LinkedHashSet<>(account.groups());
        if (account.has(Role.ADMIN)) {
            groups.add(Directory.OPERATORS);
        }
        directory.put(account.login(), account.firstName(), account.lastName(), groups);
        account.mirror(true);
    }
}
