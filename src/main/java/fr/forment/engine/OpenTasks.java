package fr.forment.engine;

import fr.forment.french.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tasks people have: for home pages, for links in mails, for handing a task over. Tasklist reads the engine itself.
 */
@Component
@RequiredArgsConstructor
public class OpenTasks {

    /** Tasklist opens a task by this address; the part after # never reaches a server log. */
    static final String LINK = "/camunda/app/tasklist/default/#/?task=";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final FormService forms;
    private final ObjectProvider<FormMemory> memories;
    private final JdbcClient jdbc;
    private final AsTheHouse house;
    private final HandOver handOver;

    /**
     * What waits for a person: taken in charge by him, or open to him or one of his groups and taken by nobody; oldest
     * first. The engine's own "or" reads every open task; here each of the ways is a walk along an index, and the case
     * comes with the task.
     */
    public List<OpenTask> of(String userId, Collection<String> groups, int max) {
        return of(userId, groups, null, null, max);
    }

    /** As {@link #of(String, Collection, int)}, of one process only, and of one case unless its key is null. */
    public List<OpenTask> of(String userId, Collection<String> groups, String processId, String businessKey, int max) {
        return jdbc.sql("""
                SELECT T.ID_, T.NAME_, T.PROC_DEF_ID_, T.TASK_DEF_KEY_, E.BUSINESS_KEY_, T.CREATE_TIME_, T.DUE_DATE_
                  FROM ACT_RU_TASK T LEFT JOIN ACT_RU_EXECUTION E ON E.ID_ = T.PROC_INST_ID_ WHERE T.ID_ IN (
                  SELECT A.ID_ FROM ACT_RU_TASK A WHERE A.ASSIGNEE_ = :user
                  UNION SELECT U.TASK_ID_ FROM ACT_RU_IDENTITYLINK U WHERE U.USER_ID_ = :user AND U.TYPE_ = 'candidate'
                  UNION SELECT G.TASK_ID_ FROM ACT_RU_IDENTITYLINK G WHERE G.GROUP_ID_ IN (:groups) AND G.TYPE_ = 'candidate')
                AND (T.ASSIGNEE_ IS NULL OR T.ASSIGNEE_ = :user) AND T.PROC_DEF_ID_ LIKE :process AND (:key = '' OR E.BUSINESS_KEY_ = :key)
                ORDER BY T.CREATE_TIME_ FETCH FIRST :max ROWS ONLY""")
                .param("user", userId)
                .param("groups", groups.isEmpty() ? Set.of("") : groups)
                .param("max", max)
                .param("process", processId == null ? "%" : processId + ":%")
                .param("key", businessKey == null ? "" : businessKey)
                .query(OpenTasks::read)
                .list();
    }

    /**
     * What is open to a person or one of his groups, and somebody else has taken in charge: it has not gone out of the
     * world, and who fell ill would keep it for ever. Oldest first.
     */
    public List<TakenTask> takenByOthers(String userId, Collection<String> groups, int max) {
        return jdbc.sql("""
                SELECT T.ID_, T.NAME_, T.PROC_DEF_ID_, T.TASK_DEF_KEY_, E.BUSINESS_KEY_, T.CREATE_TIME_, T.DUE_DATE_, P.FIRST_, P.LAST_, T.ASSIGNEE_
                  FROM ACT_RU_TASK T LEFT JOIN ACT_RU_EXECUTION E ON E.ID_ = T.PROC_INST_ID_ LEFT JOIN ACT_ID_USER P ON P.ID_ = T.ASSIGNEE_ WHERE T.ID_ IN (
                  SELECT U.TASK_ID_ FROM ACT_RU_IDENTITYLINK U WHERE U.USER_ID_ = :user AND U.TYPE_ = 'candidate'
                  UNION SELECT G.TASK_ID_ FROM ACT_RU_IDENTITYLINK G WHERE G.GROUP_ID_ IN (:groups) AND G.TYPE_ = 'candidate')
                AND T.ASSIGNEE_ <> :user ORDER BY T.CREATE_TIME_ FETCH FIRST :max ROWS ONLY""")
                .param("user", userId)
                .param("groups", groups.isEmpty() ? Set.of("") : groups)
                .param("max", max)
                .query((row, n) -> new TakenTask(
                        read(row, n),
                        row.getString(9) == null
                                ? row.getString(10)
                                : (row.getString(8) + " " + row.getString(9)).strip()))
                .list();
    }

    /**
     * Takes an open task in charge instead of whoever has it. False when it is not open to this person: nothing is
     * changed then.
     */
    public boolean takeOver(String taskId, String userId, Collection<String> groups) {
        if (visible(taskId, userId, groups).isEmpty()) {
            return false;
        }
        return house.call(() -> {
            handOver.toAnother(tasks.createTaskQuery().taskId(taskId).singleResult(), userId);
            return true;
        });
    }

    /**
     * An open task, if it is assigned to this person or to somebody of one of his groups, or open to them: those who
     * may fill in its form.
     */
    public Optional<OpenTask> visible(String taskId, String userId, Collection<String> groups) {
        return house.call(() -> {
            var mine = tasks.createTaskQuery()
                    .taskId(taskId)
                    .or()
                    .taskAssignee(userId)
                    .taskCandidateUser(userId);
            if (!groups.isEmpty()) { // the engine does not take an empty list for "none"
                // a list of its own: the engine adds the groups it knows of the person
                mine.taskCandidateGroupIn(new ArrayList<>(groups)).includeAssignedTasks();
            }
            return described(mine.endOr().list()).stream().findFirst();
        });
    }

    /**
     * An open task and the groups it is offered to.
     *
     * @param people by name: whoever has taken it in charge, else those it is offered to themselves; empty: none
     * @param holder login of whoever has taken it in charge; null: nobody
     */
    public record Offered(OpenTask task, List<String> groups, List<String> people, String holder) {}

    /** What is open to these groups, whoever has taken it in charge, with all groups that may take it; oldest first. */
    public List<Offered> offeredTo(Collection<String> groups) {
        return groups.isEmpty() ? List.of() : offered("""
                T.ID_ IN (SELECT G.TASK_ID_ FROM ACT_RU_IDENTITYLINK G WHERE G.GROUP_ID_ IN (:groups) AND G.TYPE_ = 'candidate')""", Map.of("groups", groups));
    }

    /**
     * What somebody has taken in charge and left: open to groups, not touched since that moment, and past its date, or
     * without one and older than that.
     */
    public List<Offered> left(Instant untouchedSince, Instant now, Instant olderThan) {
        return offered(
                """
                T.ASSIGNEE_ IS NOT NULL AND T.LAST_UPDATED_ < :untouched
                AND (T.DUE_DATE_ < :now OR T.DUE_DATE_ IS NULL AND T.CREATE_TIME_ < :older)
                AND EXISTS (SELECT 1 FROM ACT_RU_IDENTITYLINK C WHERE C.TASK_ID_ = T.ID_ AND C.TYPE_ = 'candidate' AND C.GROUP_ID_ IS NOT NULL)""",
                Map.of(
                        "untouched",
                        Timestamp.from(untouchedSince),
                        "now",
                        Timestamp.from(now),
                        "older",
                        Timestamp.from(olderThan)));
    }

    /** Offers a task again to all it was offered to. False where this person has it no more. */
    public boolean giveBack(String taskId, String holder) {
        return house.call(() -> {
            Task held =
                    tasks.createTaskQuery().taskId(taskId).taskAssignee(holder).singleResult();
            if (held != null) {
                handOver.toAnother(held, null);
            }
            return held != null;
        });
    }

    /** What waits in one process of one case, with the groups that may take it. */
    public List<Offered> offeredIn(String processId, long caseId) {
        return offered(
                "E.BUSINESS_KEY_ = :key AND T.PROC_DEF_ID_ LIKE :process",
                Map.of("key", String.valueOf(caseId), "process", processId + ":%"));
    }

    private List<Offered> offered(String which, Map<String, ?> values) {
        Map<String, Offered> found = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT T.ID_, T.NAME_, T.PROC_DEF_ID_, T.TASK_DEF_KEY_, E.BUSINESS_KEY_, T.CREATE_TIME_, T.DUE_DATE_, L.GROUP_ID_, P.FIRST_, P.LAST_, T.ASSIGNEE_
                  FROM ACT_RU_TASK T LEFT JOIN ACT_RU_EXECUTION E ON E.ID_ = T.PROC_INST_ID_
                  LEFT JOIN ACT_RU_IDENTITYLINK L ON L.TASK_ID_ = T.ID_ AND L.TYPE_ = 'candidate'
                  LEFT JOIN ACT_ID_USER P ON P.ID_ = COALESCE(T.ASSIGNEE_, L.USER_ID_)
                 WHERE\s""" + which + " ORDER BY T.CREATE_TIME_, T.ID_, L.GROUP_ID_")
                .params(values)
                .query(row -> {
                    Offered each = found.get(row.getString(1));
                    if (each == null) {
                        each = new Offered(read(row, 0), new ArrayList<>(), new ArrayList<>(), row.getString(11));
                        found.put(each.task().id(), each);
                    }
                    if (row.getString(8) != null && !each.groups().contains(row.getString(8))) {
                        each.groups().add(row.getString(8));
                    }
                    String person =
                            row.getString(10) == null ? null : (row.getString(9) + " " + row.getString(10)).strip();
                    if (person != null && !each.people().contains(person)) {
                        each.people().add(person);
                    }
                });
        return List.copyOf(found.values());
    }

    /** What waits in one process of one case. */
    public List<OpenTask> in(String processId, long caseId) {
        return house.call(() -> described(tasks.createTaskQuery()
                .processDefinitionKey(processId)
                .processInstanceBusinessKey(String.valueOf(caseId))
                .list()));
    }

    /** As {@link #in(String, long)}, of many cases in one statement. */
    public List<OpenTask> in(String processId, Collection<String> businessKeys) {
        return businessKeys.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT T.ID_, T.NAME_, T.PROC_DEF_ID_, T.TASK_DEF_KEY_, E.BUSINESS_KEY_, T.CREATE_TIME_, T.DUE_DATE_
                  FROM ACT_RU_EXECUTION E JOIN ACT_RU_TASK T ON T.PROC_INST_ID_ = E.ID_
                 WHERE E.BUSINESS_KEY_ IN (:keys) AND T.PROC_DEF_ID_ LIKE :process || ':%' ORDER BY T.CREATE_TIME_""")
                        .param("keys", businessKeys)
                        .param("process", processId)
                        .query(OpenTasks::read)
                        .list();
    }

    /** As {@link #in(String, Collection)}, of several processes: what waits in any of them for these cases. */
    public List<OpenTask> inAny(Map<String, ? extends Collection<String>> casesByProcess) {
        Set<String> keys =
                casesByProcess.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT T.ID_, T.NAME_, T.PROC_DEF_ID_, T.TASK_DEF_KEY_, E.BUSINESS_KEY_, T.CREATE_TIME_, T.DUE_DATE_
                  FROM ACT_RU_EXECUTION E JOIN ACT_RU_TASK T ON T.PROC_INST_ID_ = E.ID_
                 WHERE E.BUSINESS_KEY_ IN (:keys) ORDER BY T.CREATE_TIME_""").param("keys", keys).query(OpenTasks::read).list().stream()
                        .filter(task -> casesByProcess.containsKey(task.processId())
                                && casesByProcess.get(task.processId()).contains(task.businessKey()))
                        .toList();
    }

    /**
     * The cases, of these, in which such a task was ended at that moment or later and none is open now; one that is
     * only about to be opened is not among them.
     */
    public Set<String> doneSince(String processId, Collection<String> taskKeys, Map<String, Instant> cases) {
        Set<String> open = Set.copyOf(jdbc.sql("""
                SELECT E.BUSINESS_KEY_ FROM ACT_RU_EXECUTION E JOIN ACT_RU_TASK T ON T.PROC_INST_ID_ = E.ID_
                WHERE E.BUSINESS_KEY_ IN (:cases) AND T.TASK_DEF_KEY_ IN (:tasks) AND T.PROC_DEF_ID_ LIKE :process || ':%'""")
                .param("cases", cases.keySet())
                .param("tasks", taskKeys)
                .param("process", processId)
                .query(String.class)
                .list());
        Set<String> done = new HashSet<>();
        jdbc.sql("""
                SELECT P.BUSINESS_KEY_, MAX(T.END_TIME_) FROM ACT_HI_PROCINST P JOIN ACT_HI_TASKINST T ON T.PROC_INST_ID_ = P.ID_
                WHERE P.BUSINESS_KEY_ IN (:cases) AND P.PROC_DEF_KEY_ = :process AND T.TASK_DEF_KEY_ IN (:tasks) AND T.END_TIME_ IS NOT NULL
                GROUP BY P.BUSINESS_KEY_""")
                .param("cases", cases.keySet())
                .param("tasks", taskKeys)
                .param("process", processId)
                .query(row -> {
                    String key = row.getString(1);
                    if (!open.contains(key) && !row.getTimestamp(2).toInstant().isBefore(cases.get(key))) {
                        done.add(key);
                    }
                });
        return done;
    }

    /** The link a mail gives: to the task if it is open. */
    public Optional<String> link(String processId, long caseId, String task) {
        return in(processId, caseId).stream()
                .filter(open -> open.is(processId, task))
                .map(OpenTask::link)
                .findFirst();
    }

    /** Opens a task to one more group (back-up recipient, delegate, escalation). False when no such task is open. */
    public boolean addCandidateGroup(String processId, long caseId, String task, String group) {
        return house.call(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .processDefinitionKey(processId)
                    .processInstanceBusinessKey(String.valueOf(caseId))
                    .taskDefinitionKey(task)
                    .list();
            open.forEach(each -> tasks.addCandidateGroup(each.getId(), group));
            return !open.isEmpty();
        });
    }

    /** Moves the date by which an open task is to be done, False when no such task is open. */
    public boolean postpone(String processId, long caseId, String task, Instant due) {
        return house.call(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .processDefinitionKey(processId)
                    .processInstanceBusinessKey(String.valueOf(caseId))
                    .taskDefinitionKey(task)
                    .list();
            open.forEach(each -> {
                each.setDueDate(Date.from(due));
                tasks.saveTask(each);
            });
            return !open.isEmpty();
        });
    }

    /**
     * Ends an open task with these values, as its form in Tasklist does. False when no such task is open.
     *
     * @throws Refusal as the recording step refuses; then nothing is written and the task stays
     */
    public boolean finish(String processId, long caseId, String task, Map<String, ?> values) {
        return house.call(() -> {
            Task open = tasks.createTaskQuery()
                    .processDefinitionKey(processId)
                    .processInstanceBusinessKey(String.valueOf(caseId))
                    .taskDefinitionKey(task)
                    .singleResult();
            if (open != null) {
                submit(open, values);
            }
            return open != null;
        });
    }

    private void submit(Task open, Map<String, ?> values) {
        try {
            forms.submitTaskForm(open.getId(), new HashMap<>(values));
        } catch (ProcessEngineException wrapped) {
            for (Throwable cause = wrapped; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
            }
            throw wrapped;
        }
    }

    /** What the form of an open task is filled with when it opens, before any draft; empty when none is open. */
    public Map<String, Object> prefilled(String processId, long caseId, String task) {
        Map<String, Object> values = new HashMap<>();
        in(processId, caseId).stream()
                .filter(open -> open.is(processId, task))
                .findFirst()
                .ifPresent(open -> {
                    values.putAll(house.call(() -> forms.getTaskFormVariables(open.id())));
                    values.putAll(remembered(open));
                });
        return values;
    }

    /** What the features know today that fills the form of an open task. */
    public Map<String, Object> remembered(OpenTask task) {
        Map<String, Object> known = new HashMap<>();
        memories.forEach(memory -> known.putAll(memory.remembered(task)));
        return known;
    }

    private List<OpenTask> described(List<Task> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, ProcessInstance> instances =
                runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, instance -> instance));
        return found.stream()
                .map(task -> described(task, instances.get(task.getProcessInstanceId())))
                .toList();
    }

    private static OpenTask read(ResultSet row, int n) throws SQLException {
        return task(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6),
                row.getTimestamp(7));
    }

    private static OpenTask described(Task task, ProcessInstance instance) {
        return task(
                task.getId(),
                task.getName(),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                instance == null ? null : instance.getBusinessKey(),
                task.getCreateTime(),
                task.getDueDate());
    }

    private static OpenTask task(
            String id, String name, String definition, String key, String businessKey, Date created, Date due) {
        return new OpenTask(
                id,
                name,
                definition.split(":")[0],
                key,
                businessKey,
                created.toInstant(),
                due == null ? null : due.toInstant(),
                LINK + id);
    }
}
