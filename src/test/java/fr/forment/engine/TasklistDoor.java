package fr.forment.engine;

import fr.forment.Witness;
import fr.forment.engine.TheCase.TasklistAction;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before a test completes a task, each kind of person to whom the model offers it finds it in « Mes tâches », takes it
 * in charge and sends that very form from Tasklist; then all is taken back. A form that only one of them can end was a
 * blocker once. Each kind is tried until some form of the run was taken from it: a choice may be one person's alone (a
 * waiver is the IEN's), a task that is open to somebody may not.
 */
@Component
public class TasklistDoor {

    private final ProcessEngine engine;
    private final SignsIn people;
    private final TransactionTemplate takenBack;
    private final JdbcClient journal;

    TasklistDoor(ProcessEngine engine, SignsIn people, PlatformTransactionManager transactions, JdbcClient journal) {
        this.journal = journal;
        this.engine = engine;
        this.people = people;
        this.takenBack = new TransactionTemplate(transactions);
    }

    /** Ends the task, and remembers whether the journal tells of it. */
    void watches(Task task, Runnable end) {
        long before = lines();
        end.run();
        if (lines() > before) {
            Witness.TOLD.saw(task.getProcessDefinitionId().split(":")[0] + ":" + task.getTaskDefinitionKey());
        }
    }

    private long lines() {
        return journal.sql("SELECT COUNT(*) FROM journal").query(Long.class).single();
    }

    void letsEachKindEnd(Task task, Map<String, ?> form) {
        if (task.getAssignee() != null) {
            return;
        }
        for (IdentityLink link : engine.getTaskService().getIdentityLinksForTask(task.getId())) {
            String way = task.getProcessDefinitionId().split(":")[0] + ":" + task.getTaskDefinitionKey() + " "
                    + (link.getGroupId() == null ? "somebody named" : kindOf(link.getGroupId()));
            Witness.OFFERED.saw(way);
            for (String login : members(link)) {
                Set<String> groups = groupsOf(login);
                String kind = way + " "
                        + groups.stream()
                                .map(TasklistDoor::kindOf)
                                .sorted()
                                .distinct()
                                .toList();
                if (!Witness.ENDED.hasSeen(kind)) {
                    String refusal = refusalFor(login, groups, task, form);
                    if (refusal == null) {
                        Witness.ENDED.saw(way);
                        Witness.ENDED.saw(kind);
                    } else {
                        Witness.REFUSED.saw(kind + Witness.BECAUSE + refusal);
                    }
                }
            }
        }
    }

    /** Does it as somebody who is signed in, to the house and to the engine. */
    void as(String login, Runnable act) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            people.as(login);
            engine.getIdentityService().setAuthentication(login, List.copyOf(groupsOf(login)));
            act.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
            SecurityContextHolder.setContext(before);
        }
    }

    private String refusalFor(String login, Set<String> groups, Task task, Map<String, ?> form) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            people.as(login);
            return takenBack.execute(status -> {
                status.setRollbackOnly();
                engine.getIdentityService().setAuthentication(login, List.copyOf(groups));
                try {
                    if (!isInTheList(task)) {
                        return "« Mes tâches » ne la montre pas.";
                    }
                    TasklistAction.claimFor(login).on(engine, task.getId());
                    TasklistAction.submit(form).on(engine, task.getId());
                    return null;
                } catch (RuntimeException no) {
                    return TheCase.refusal(no);
                } finally {
                    engine.getIdentityService().clearAuthentication();
                }
            });
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** To whoever is signed in to the engine. */
    private boolean isInTheList(Task task) {
        String list = engine.getFilterService()
                .createFilterQuery()
                .filterName("Mes tâches")
                .singleResult()
                .getId();
        return engine.getFilterService()
                        .count(list, engine.getTaskService().createTaskQuery().taskId(task.getId()))
                == 1;
    }

    private List<String> members(IdentityLink link) {
        return link.getGroupId() == null
                ? List.of(link.getUserId())
                : engine.getIdentityService().createUserQuery().memberOfGroup(link.getGroupId()).list().stream()
                        .map(User::getId)
                        .toList();
    }

    private Set<String> groupsOf(String login) {
        return engine.getIdentityService().createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String kindOf(String group) {
        return Stream.of(group.split("\\.")).findFirst().orElseThrow();
    }
}
