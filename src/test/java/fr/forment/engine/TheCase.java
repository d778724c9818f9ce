package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.PlainPages;
import fr.forment.french.Refusal;
import fr.forment.mail.Dispatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;

/** One running case of a process, driven and asked in the words of its diagram. */
public class TheCase {

    private final ProcessEngine engine;
    private final TimeMachine time;
    private final Dispatcher mails;
    private final TasklistDoor door;
    private final String instanceId;

    TheCase(ProcessEngine engine, TimeMachine time, Dispatcher mails, TasklistDoor door, String instanceId) {
        this.engine = engine;
        this.door = door;
        this.time = time;
        this.mails = mails;
        this.instanceId = instanceId;
        BpmnAwareTests.init(engine);
    }

    /** It waits at exactly these (user tasks, catch events…). */
    public TheCase waitsAt(String... activities) {
        time.runDue();
        BpmnAwareTests.assertThat(instance()).isWaitingAtExactly(activities);
        return this;
    }

    public TheCase passed(String... activities) {
        assertThat(passedActivities()).contains(activities);
        return this;
    }

    public boolean hasPassed(String activity) {
        return passedActivities().contains(activity);
    }

    public TheCase didNotPass(String... activities) {
        assertThat(passedActivities()).doesNotContain(activities);
        return this;
    }

    public TheCase isEnded() {
        time.runDue();
        assertThat(instance()).as("the case still runs at " + waiting()).isNull();
        return this;
    }

    /**
     * Submits the form of the one open task of that name, as Tasklist does, once each kind of person to whom it is open
     * could have; then runs what follows.
     */
    public TheCase completes(String task, Map<String, ?> form) {
        door.letsEachKindEnd(open(task), form);
        door.watches(open(task), () -> engine.getFormService()
                .submitTaskForm(open(task).getId(), new HashMap<>(form)));
        time.runDue();
        mails.run();
        return this;
    }

    /** As {@link #completes}, sent by that very person. */
    public TheCase completesAs(String login, String task, Map<String, ?> form) {
        String id = open(task).getId();
        door.as(login, () -> engine.getFormService().submitTaskForm(id, new HashMap<>(form)));
        time.runDue();
        return this;
    }

    /** Submits the form and nothing else: for people who act at the same time. */
    public void submits(String task, Map<String, ?> form) {
        engine.getFormService().submitTaskForm(taskId(task), new HashMap<>(form));
    }

    /** The task as it is open now; whoever runs it sends the form, whatever became of the task meanwhile. */
    public Runnable readyToSubmit(String task, Map<String, ?> form) {
        String id = taskId(task);
        return () -> engine.getFormService().submitTaskForm(id, new HashMap<>(form));
    }

    public TheCase completes(String task) {
        return completes(task, Map.of());
    }

    /** Submits a form that must be refused; answers the French message. The task is still there. */
    public String refuses(String task, Map<String, ?> form) {
        Task open = open(task);
        RuntimeException problem = null;
        try {
            engine.getFormService().submitTaskForm(open.getId(), new HashMap<>(form));
        } catch (RuntimeException refused) {
            problem = refused;
        }
        assertThat(problem).as("the form was accepted").isNotNull();
        assertThat(open(task).getId()).isEqualTo(open.getId());
        return refusal(problem);
    }

    static String refusal(RuntimeException problem) {
        var message = Refusal.TOLD.matcher(String.valueOf(problem.getMessage()));
        if (!message.find()) {
            throw new AssertionError("Not a refusal in French", problem);
        }
        return message.group(2);
    }

    /** Moves the clock to that timer's date and runs it alone, then what it made due. */
    public TheCase fires(String timer) {
        Job job = timers().stream()
                .filter(each -> timerOf(each).equals(timer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer " + timer + " among "
                        + timers().stream().map(this::timerOf).toList()));
        if (job.getDuedate()
                .toInstant()
                .isAfter(java.time.Instant.ofEpochMilli(
                        org.camunda.bpm.engine.impl.util.ClockUtil.now().getTime()))) {
            time.startAt(job.getDuedate().toInstant().plusMillis(1));
        }
        engine.getManagementService().executeJob(job.getId());
        time.runDue();
        mails.run();
        return this;
    }

    /** That timer's step fails at every try: the engine gives it up, or tries again. */
    public TheCase givesUp(String timer, boolean isGivenUp) {
        Job job = timers().stream()
                .filter(each -> timerOf(each).equals(timer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer " + timer));
        engine.getManagementService().setJobRetries(job.getId(), isGivenUp ? 0 : 3);
        return this;
    }

    /** When that timer is set for. */
    public java.time.LocalDateTime dateOf(String timer) {
        return timers().stream()
                .filter(each -> timerOf(each).equals(timer))
                .findFirst()
                .map(job -> java.time.LocalDateTime.ofInstant(job.getDuedate().toInstant(), AppClock.PARIS))
                .orElseThrow(() -> new AssertionError("No timer " + timer));
    }

    /** Groups and persons the open task is offered to. */
    public List<String> candidatesOf(String task) {
        return engine.getTaskService().getIdentityLinksForTask(open(task).getId()).stream()
                .map(TheCase::whom)
                .sorted()
                .toList();
    }

    /** Takes the open task in charge, as the button of Tasklist does. */
    public TheCase claimedBy(String login, String task) {
        engine.getTaskService().claim(open(task).getId(), login);
        return this;
    }

    /**
     * What that person may do from Tasklist, as the engine knows him: null when it is done, else the sentence that
     * refuses it.
     */
    public String asksFromTasklist(String login, String task, TasklistAction action) {
        Task open = open(task);
        engine.getIdentityService()
                .setAuthentication(
                        login,
                        engine.getIdentityService().createGroupQuery().groupMember(login).list().stream()
                                .map(Group::getId)
                                .toList());
        try {
            action.on(engine, open.getId());
            return null;
        } catch (RuntimeException no) {
            return refusal(no);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** One of the buttons of Tasklist. */
    public interface TasklistAction {

        static TasklistAction claimFor(String login) {
            return (engine, taskId) -> engine.getTaskService().claim(taskId, login);
        }

        static TasklistAction submit(Map<String, ?> form) {
            return (engine, taskId) -> engine.getFormService().submitTaskForm(taskId, new HashMap<>(form));
        }

        void on(ProcessEngine engine, String taskId);
    }

    /** Who has taken the open task in charge; null when nobody has. */
    public String assigneeOf(String task) {
        return open(task).getAssignee();
    }

    /** The engine would let that person, by a right of his own, read and finish the open task. */
    public boolean hasRightOf(String login, String task) {
        return engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .userIdIn(login)
                        .resourceType(Resources.TASK)
                        .resourceId(open(task).getId())
                        .count()
                > 0;
    }

    /** Offers the open task to that person besides its groups. */
    public TheCase alsoOfferedTo(String login, String task) {
        engine.getTaskService().addCandidateUser(open(task).getId(), login);
        return this;
    }

    /** Offers the open task to that person and to nobody else. */
    public TheCase offeredOnlyTo(String login, String task) {
        String id = open(task).getId();
        engine.getTaskService().getIdentityLinksForTask(id).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .forEach(group -> engine.getTaskService().deleteCandidateGroup(id, group));
        engine.getTaskService().addCandidateUser(id, login);
        return this;
    }

    /** What the form of the open task is filled with when it opens. */
    public Map<String, Object> formOf(String task) {
        Map<String, Object> form = new HashMap<>(
                engine.getFormService().getTaskFormVariables(open(task).getId()));
        form.replaceAll((field, value) -> value instanceof String text ? PlainPages.plain(text) : value);
        return form;
    }

    public String nameOf(String task) {
        return PlainPages.plain(open(task).getName());
    }

    public String taskId(String task) {
        return open(task).getId();
    }

    private static String whom(IdentityLink link) {
        return link.getGroupId() != null ? link.getGroupId() : link.getUserId();
    }

    private Task open(String task) {
        time.runDue();
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instanceId)
                .taskDefinitionKey(task)
                .list();
        assertThat(open)
                .as("open tasks " + task + " (the case waits at " + waiting() + ")")
                .hasSize(1);
        return open.get(0);
    }

    private List<Job> timers() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instanceId)
                .timers()
                .list();
    }

    private String timerOf(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private ProcessInstance instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
    }

    private List<String> waiting() {
        return instance() == null ? List.of() : engine.getRuntimeService().getActiveActivityIds(instanceId);
    }

    private List<String> passedActivities() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .finished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .toList();
    }
}
