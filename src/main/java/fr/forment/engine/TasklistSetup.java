package fr.forment.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

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

/** What groups find in Tasklist: the application itself, their filters, the processes they may start. Safe to repeat. */
@Component
public class TasklistSetup {

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final AsTheHouse house;

    TasklistSetup(AuthorizationService authorizations, FilterService filters, TaskService tasks, AsTheHouse house) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.house = house;
    }

    /** Tasklist opens for the group, with the names and diagrams of processes (never other people's cases). */
    public void openTo(String group) {
        house.call(() -> {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(group, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ);
            return null;
        });
    }

    /** Operators see and mend everything in Cockpit and Admin. */
    public void openToOperators() {
        house.call(() -> {
            for (Resource resource : Resources.values()) {
                grant(Directory.OPERATORS, resource, Authorization.ANY, Permissions.ALL);
            }
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
     * A named list of tasks: those open to the reader's groups or already theirs.
     *
     * @param taskKey only this task, of {@code processId}; null: every task
     */
    public void filter(String name, String description, int order, Collection<String> groups, String processId, String taskKey) {
        house.call(() -> {
            Filter filter = filters.createFilterQuery().filterName(name).singleResult();
            if (filter == null) {
                filter = filters.newTaskFilter(name);
                filter.setQuery(query(processId, taskKey));
                filter.setProperties(new HashMap<>(Map.of("description", description, "priority", order, "refresh", true,
                        "showUndefinedVariable", false, "color", "#1f4e79")));
                filters.saveFilter(filter);
            }
            for (String group : groups) {
                grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
            }
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
        return query.or().taskAssigneeExpression("${ currentUser() }")
                .taskCandidateGroupInExpression("${ currentUserGroups() }").includeAssignedTasks().endOr();
    }

    private void grant(String group, Resource resource, String id, Permission permission) {
        Authorization authorization = authorizations.createAuthorizationQuery().groupIdIn(group)
                .resourceType(resource).resourceId(id).singleResult();
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
