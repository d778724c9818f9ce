package fr.forment.engine;

import fr.forment.mail.Dispatcher;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;

/** Drives processes in tests, in the words of the diagrams. */
@Component
public class ProcessDriver {

    private final ProcessEngine engine;
    private final TimeMachine time;
    private final Dispatcher mails;
    private final Clock clock;
    private final TasklistDoor door;

    ProcessDriver(ProcessEngine engine, TimeMachine time, Dispatcher mails, Clock clock, TasklistDoor door) {
        this.door = door;
        this.engine = engine;
        this.time = time;
        this.mails = mails;
        this.clock = clock;
    }

    /** The newest instance of the process for this case, running or ended; its start job is run. */
    public TheCase theCase(String processId, Object businessKey) {
        time.runDue();
        String key = String.valueOf(businessKey);
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(processId)
                .processInstanceBusinessKey(key)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .findFirst()
                .map(found -> new TheCase(engine, time, mails, door, found.getId()))
                .orElseThrow(() -> new AssertionError("No " + processId + " was started for " + key));
    }

    /** Submits the start form of a process as Tasklist does, then runs what follows. */
    public TheCase starts(String processId, Map<String, ?> form) {
        var instance = engine.getFormService().submitStartForm(definition(processId), new HashMap<>(form));
        runDue();
        return new TheCase(engine, time, mails, door, instance.getId());
    }

    /** Submits a start form that must be refused; answers the French message. Nothing is started. */
    public String refusesToStart(String processId, Map<String, ?> form) {
        long before =
                engine.getHistoryService().createHistoricProcessInstanceQuery().count();
        try {
            engine.getFormService().submitStartForm(definition(processId), new HashMap<>(form));
        } catch (RuntimeException refused) {
            if (engine.getHistoryService().createHistoricProcessInstanceQuery().count() != before) {
                throw new AssertionError("Something was started all the same", refused);
            }
            return TheCase.refusal(refused);
        }
        throw new AssertionError("the form was accepted");
    }

    private String definition(String processId) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult()
                .getId();
    }

    public boolean isStarted(String processId, Object businessKey) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(processId)
                        .processInstanceBusinessKey(String.valueOf(businessKey))
                        .count()
                > 0;
    }

    /** Runs every job due now, of every process, and lets mails leave. */
    public void runDue() {
        time.runDue();
        mails.run();
    }

    /** Goes to 08:00 of that day, firing what falls due on the way, each thing at its own hour. */
    public void travelTo(LocalDate day) {
        travelTo(day.atTime(LocalTime.of(8, 0)));
    }

    public void travelTo(LocalDateTime moment) {
        time.travelTo(moment.atZone(AppClock.PARIS).toInstant(), departingMails());
    }

    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /** Goes to the next timer or departing mail; false when nothing is due any more. */
    public boolean travelToNextEvent() {
        var next = Stream.concat(time.nextEvent().stream(), mails.nextDeparture().stream())
                .min(Instant::compareTo);
        next.ifPresent(instant -> time.travelTo(
                instant.isAfter(clock.instant()) ? instant.plusMillis(1) : clock.instant(), departingMails()));
        return next.isPresent();
    }

    private TimeMachine.Companion departingMails() {
        return new TimeMachine.Companion() {
            @Override
            public Optional<java.time.Instant> nextStop() {
                return mails.nextDeparture();
            }

            @Override
            public void atStop() {
                mails.run();
            }
        };
    }

    /** A task that waits for somebody. */
    public record Waiting(String process, String task, String businessKey) {}

    public List<Waiting> waiting() {
        time.runDue();
        return engine.getTaskService().createTaskQuery().orderByTaskCreateTime().asc().list().stream()
                .map(task -> new Waiting(
                        task.getProcessDefinitionId().split(":")[0],
                        task.getTaskDefinitionKey(),
                        engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey()))
                .toList();
    }

    /** Every task open anywhere, as "process.task". */
    public List<String> openTasks() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(task -> task.getProcessDefinitionId().split(":")[0] + "." + task.getTaskDefinitionKey())
                .sorted()
                .toList();
    }

    /** Every running instance, as "process:key". */
    public List<String> running() {
        return engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .map(instance -> instance.getProcessDefinitionId().split(":")[0] + ":" + instance.getBusinessKey())
                .sorted()
                .toList();
    }

    /** The days by which the open tasks of a process are to be done. */
    public List<LocalDate> dueDates(String processId) {
        return engine.getTaskService().createTaskQuery().processDefinitionKey(processId).list().stream()
                .map(task -> LocalDate.ofInstant(task.getDueDate().toInstant(), AppClock.PARIS))
                .toList();
    }

    /** Jobs that failed for good, as their messages. */
    public List<String> incidents() {
        return engine.getManagementService().createJobQuery().withException().list().stream()
                .map(job -> job.getProcessDefinitionKey() + ": " + job.getExceptionMessage())
                .toList();
    }
}
