package fr.forment.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * What groups find in Tasklist: the application itself, their filters, the processes they may start. Safe to repeat.
 */
@Component
@RequiredArgsConstructor
public class TasklistSetup {

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final WrittenFilters written;
    private final AsTheHouse house;

    /** Tasklist opens for the group, with the names and diagrams of processes (never other people's cases). */
    public void openTo(String group) {
        house.call(() -> {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(group, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ);
            return null;
        });
    }

    /** Operators see and mend everything in Cockpit and Admin, but filters: see {@link WrittenFilters}. */
    public void openToOperators() {
        house.call(() -> {
            for (Resource resource : Resources.values()) {
                grant(
                        Directory.OPERATORS,
                        resource,
                        Authorization.ANY,
                        resource == Resources.FILTER ? Permissions.READ : Permissions.ALL);
            }
            authorizations
                    .createAuthorizationQuery()
                    .groupIdIn(Directory.OPERATORS)
                    .resourceType(Resources.FILTER)
                    .list()
                    .forEach(right -> {
                        right.setPermissions(new Permission[] {Permissions.READ});
                        authorizations.saveAuthorization(right);
                    });
            return null;
        });
    }

    /** The group may start this process from Tasklist's "Démarrer" list. */
    public void mayStart(String group, String processId) {
        house.call(() -> {
            grant(group, Resources.PROCESS_DEFINITION, processId, ProcessDefinitionPermissions.READ);
            grant(group, Resources.PROCESS_DEFINITION, processId, ProcessDefinitionPermissions.CREATE_INSTANCE);
            grant(group, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
            return null;
        });
    }

    /**
     * A named list of tasks: those open to the reader by name or by group, or already theirs. One that was changed is
     * written anew.
     *
     * @param taskKey only this task, of {@code processId}; null: every task
     */
    public void filter(
            String name, String description, int order, Collection<String> groups, String processId, String taskKey) {
        house.call(() -> {
            TaskQuery query = query(processId, taskKey);
            written.add(name, query);
            List<Filter> stored = filters.createFilterQuery().filterName(name).list();
            Filter filter = stored.isEmpty() ? filters.newTaskFilter(name) : stored.get(0);
            stored.stream().skip(1).forEach(twin -> filters.deleteFilter(twin.getId()));
            if (!written.isUnchanged(filter) || filter.getId() == null) {
                filter.setQuery(query);
                filter.setProperties(new HashMap<>(Map.of(
                        "description",
                        description,
                        "priority",
                        order,
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "color",
                        "#1f4e79")));
                filters.saveFilter(filter);
            }
            for (String group : groups) {
                grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
            }
            return null;
        });
    }

    /**
     * What a later version names no more, or somebody made who got around the application. After all filters have been
     * written.
     */
    public void dropOtherFilters() {
        house.call(() -> {
            filters.createFilterQuery().list().stream()
                    .filter(stored -> !written.isUnchanged(stored))
                    .forEach(stored -> filters.deleteFilter(stored.getId()));
            return null;
        });
    }

    private TaskQuery query(String processId, String taskKey) {
        TaskQuery query = tasks.createTaskQuery();
        if (processId != null) {
            query = query.processDefinitionKey(processId);
        }
        if (taskKey != null) {
            query = query.taskDefinitionKey(taskKey);
        }
        return query.or()
                .taskAssigneeExpression("${ currentUser() }")
                .taskCandidateUserExpression("${ currentUser() }")
                .taskCandidateGroupInExpression("${ currentUserGroups() }")
                .includeAssignedTasks()
                .endOr();
    }

    private void grant(String group, Resource resource, String id, Permission permission) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(id);
        }
        authorization.addPermission(permission);
        authorizations.saveAuthorization(authorization);
    }
}
