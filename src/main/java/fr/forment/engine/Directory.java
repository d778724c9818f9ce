package fr.forment.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Shows the engine who exists and in which groups they are, so that Tasklist knows them. Accounts and passwords live in our own tables:
 * nobody signs in to the engine.
 */
@Component
public class Directory {

    /** The engine's own group for its operators: Cockpit, Admin, every right. */
    public static final String OPERATORS = "camunda-admin";

    private final IdentityService identity;
    private final HandOver handOver;
    private final AsTheHouse house;

    Directory(IdentityService identity, HandOver handOver, AsTheHouse house) {
        this.identity = identity;
        this.handOver = handOver;
        this.house = house;
    }

    /** Writes the person and exactly these groups (made when missing). In the caller's transaction. */
    public void put(String userId, String firstName, String lastName, Collection<String> groups) {
        house.call(() -> {
            User user = identity.createUserQuery().userId(userId).singleResult();
            boolean isNew = user == null;
            if (isNew) {
                user = identity.newUser(userId);
                user.setPassword(UUID.randomUUID() + "Aa1!");
            }
            user.setFirstName(firstName);
            user.setLastName(lastName);
            identity.saveUser(user);
            Set<String> present = isNew ? Set.of() : groupsOf(userId);
            present.stream().filter(group -> !groups.contains(group))
                    .forEach(group -> identity.deleteMembership(userId, group));
            new HashSet<>(groups).stream().filter(group -> !present.contains(group)).forEach(group -> {
                ensureGroup(group);
                identity.createMembership(userId, group);
            });
            return null;
        });
    }

    public void remove(String userId) {
        house.call(() -> {
            identity.deleteUser(userId);
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
        return house.call(() -> identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId)
                .collect(Collectors.toSet()));
    }

    private void ensureGroup(String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(id);
            group.setType(OPERATORS.equals(id) ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(group);
        }
    }
}
