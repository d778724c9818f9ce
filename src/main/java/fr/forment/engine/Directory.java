package fr.forment.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Shows the engine who exists and in which groups they are, so that Tasklist knows them. Accounts and passwords live in
 * our own tables: nobody signs in to the engine.
 */
@Component
@RequiredArgsConstructor
public class Directory {

    /** The engine's own group for its operators: Cockpit, Admin, every right. */
    public static final String OPERATORS = "camunda-admin";

    /** Somebody to show, and his groups. */
    public record Entry(String userId, String firstName, String lastName, Set<String> groups) {}

    private final IdentityService identity;
    private final HandOver handOver;
    private final Processes processes;
    private final AsTheHouse house;

    /**
     * As {@link #put}, for some hundred people most of whom are new: in one command. The engine keeps what belongs to
     * each command in memory until the caller's transaction ends, 10 KB of it, and a long list of people made it
     * several commands a person.
     */
    public void putAll(List<Entry> people) {
        if (people.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>();
        processes.together(() -> {
            String[] ids = people.stream().map(Entry::userId).toArray(String[]::new);
            identity.createUserQuery().userIdIn(ids).list().forEach(user -> known.add(user.getId()));
            people.stream()
                    .filter(one -> !known.contains(one.userId()))
                    .forEach(one -> saveUser(newUser(one.userId()), one.firstName(), one.lastName()));
            Set<String> groups =
                    people.stream().flatMap(one -> one.groups().stream()).collect(Collectors.toSet());
            Set<String> present = identity.createGroupQuery().groupIdIn(groups.toArray(String[]::new)).list().stream()
                    .map(Group::getId)
                    .collect(Collectors.toSet());
            groups.stream().filter(group -> !present.contains(group)).forEach(this::addGroup);
            return null;
        });
        processes.together(() -> {
            people.stream().filter(one -> !known.contains(one.userId())).forEach(one -> one.groups()
                    .forEach(group -> identity.createMembership(one.userId(), group)));
            return null;
        });
        people.stream()
                .filter(one -> known.contains(one.userId()))
                .forEach(one -> put(one.userId(), one.firstName(), one.lastName(), one.groups()));
    }

    /** Writes the person and exactly these groups (made when missing). In the caller's transaction. */
    public void put(String userId, String firstName, String lastName, Collection<String> groups) {
        house.call(() -> {
            User user = identity.createUserQuery().userId(userId).singleResult();
            boolean isNew = user == null;
            saveUser(isNew ? newUser(userId) : user, firstName, lastName);
            Set<String> present = isNew ? Set.of() : groupsOf(userId);
            present.stream()
                    .filter(group -> !groups.contains(group))
                    .forEach(group -> identity.deleteMembership(userId, group));
            new HashSet<>(groups)
                    .stream().filter(group -> !present.contains(group)).forEach(group -> {
                        ensureGroup(group);
                        identity.createMembership(userId, group);
                    });
            return null;
        });
    }

    public void remove(String userId) {
        removeAll(List.of(userId));
    }

    /** In one command: see {@link #putAll}. */
    public void removeAll(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return;
        }
        processes.together(() -> {
            userIds.forEach(identity::deleteUser);
            return null;
        });
    }

    /**
     * Takes from a person the tasks that are no longer his: claimed ones go back to the groups they are open to.
     *
     * @param kept the groups the person still belongs to; none once the account is closed
     * @param heirs groups that get what was open to nobody else
     */
    public void handOver(String userId, Collection<String> kept, Collection<String> heirs) {
        house.call(() -> {
            handOver.from(userId, kept, heirs);
            return null;
        });
    }

    /** What to show for an opaque login: "Camille Martin", or the login itself once that person is gone. */
    public String nameOf(String userId) {
        return house.call(() -> {
            User user = identity.createUserQuery().userId(userId).singleResult();
            return user == null ? userId : (user.getFirstName() + " " + user.getLastName()).strip();
        });
    }

    public Set<String> groupsOf(String userId) {
        return house.call(() -> identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet()));
    }

    private void ensureGroup(String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            addGroup(id);
        }
    }

    private void addGroup(String id) {
        Group group = identity.newGroup(id);
        group.setName(id);
        group.setType(OPERATORS.equals(id) ? "SYSTEM" : "WORKFLOW");
        identity.saveGroup(group);
    }

    private User newUser(String id) {
        User user = identity.newUser(id);
        user.setPassword(UUID.randomUUID() + "Aa1!");
        return user;
    }

    private void saveUser(User user, String firstName, String lastName) {
        user.setFirstName(firstName);
        user.setLastName(lastName);
        identity.saveUser(user);
    }
}
