package fr.forment.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Tasks of a person who changes groups or leaves. The engine does neither of two things by itself: a claimed task stays with whoever claimed
 * it, and the right to read and finish it, given when it was claimed, outlives both the claim and the account.
 */
@Component
class HandOver {

    private final TaskService tasks;
    private final AuthorizationService authorizations;

    HandOver(TaskService tasks, AuthorizationService authorizations) {
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    void from(String userId, Collection<String> kept, Collection<String> heirs) {
        boolean isGone = kept.isEmpty();
        tasks.createTaskQuery().taskInvolvedUser(userId).list()
                .forEach(task -> pass(task, userId, isGone, kept, heirs));
    }

    private void pass(Task task, String userId, boolean isGone, Collection<String> kept, Collection<String> heirs) {
        List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE)).toList();
        Set<String> groups = links.stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).collect(Collectors.toSet());
        boolean isNamed = links.stream().anyMatch(link -> userId.equals(link.getUserId()));
        boolean isStillHis = !isGone && (isNamed || groups.isEmpty() || !Collections.disjoint(groups, kept));
        if (isStillHis) {
            return;
        }
        if (userId.equals(task.getAssignee())) {
            tasks.setAssignee(task.getId(), null);
        }
        if (isNamed) {
            tasks.deleteCandidateUser(task.getId(), userId);
        }
        if (groups.isEmpty() && links.stream().allMatch(link -> userId.equals(link.getUserId()))) {
            heirs.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        }
        authorizations.createAuthorizationQuery().userIdIn(userId).resourceType(Resources.TASK).resourceId(task.getId()).list()
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }
}
