package fr.forment.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Tasks of a person who changes groups or leaves. The engine does neither of two things by itself: a claimed task stays
 * with whoever claimed it, and the right to read and finish it, given when it was claimed, outlives both the claim and
 * the account.
 */
@Component
@RequiredArgsConstructor
class HandOver {

    private final TaskService tasks;
    private final AuthorizationService authorizations;

    void from(String userId, Collection<String> kept, Collection<String> heirs) {
        boolean isGone = kept.isEmpty();
        tasks.createTaskQuery()
                .taskInvolvedUser(userId)
                .list()
                .forEach(task -> pass(task, userId, isGone, kept, heirs));
    }

    /** Offers the open tasks of a case to whom their model names today, and takes them from whom it names no more. */
    void toThoseNamed(String processId, String businessKey) {
        tasks.createTaskQuery()
                .processDefinitionKey(processId)
                .processInstanceBusinessKey(businessKey)
                .list()
                .forEach(task -> {
                    Set<String> named = NamedOnTask.today((TaskEntity) task);
                    Set<String> offered = tasks.getIdentityLinksForTask(task.getId()).stream()
                            .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                            .map(IdentityLink::getUserId)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet());
                    offered.stream().filter(user -> !named.contains(user)).forEach(user -> withdraw(task, user));
                    named.stream()
                            .filter(user -> !offered.contains(user))
                            .forEach(user -> tasks.addCandidateUser(task.getId(), user));
                });
    }

    /** The right that came with taking it goes with it. */
    void toAnother(Task task, String userId) {
        String formerly = task.getAssignee();
        if (formerly != null && !formerly.equals(userId)) {
            forgetRights(task, formerly);
        }
        tasks.setAssignee(task.getId(), userId);
    }

    private void withdraw(Task task, String userId) {
        tasks.deleteCandidateUser(task.getId(), userId);
        if (userId.equals(task.getAssignee())) {
            tasks.setAssignee(task.getId(), null);
        }
        forgetRights(task, userId);
    }

    private void pass(Task task, String userId, boolean isGone, Collection<String> kept, Collection<String> heirs) {
        List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .toList();
        Set<String> groups = links.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
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
        forgetRights(task, userId);
    }

    private void forgetRights(Task task, String userId) {
        authorizations
                .createAuthorizationQuery()
                .userIdIn(userId)
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .list()
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }
}
