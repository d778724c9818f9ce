package fr.forment.benchmark;

import fr.forment.campaign.NeedsGround;
import fr.forment.engine.TimeMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** C1 to C3: a director answers; many at once. */
final class AnswerBars {

    private static final int MEASURED = 300;
    private static final int RUSH = 500;

    private final BenchmarkHouse house;
    private final Cpu cpu;

    AnswerBars(BenchmarkHouse house, Cpu cpu) {
        this.house = house;
        this.cpu = cpu;
    }

    private ProcessEngine engine() {
        return house.bean(ProcessEngine.class);
    }

    private List<String> open(String process, int most) {
        return engine().getTaskService().createTaskQuery().processDefinitionKey(process).listPage(0, most).stream()
                .map(Task::getId)
                .toList();
    }

    /** So many answers by the form, as Tasklist sends it, up to the recorded answer. */
    void answer(int most) {
        answer(open("needsSurvey", most));
    }

    private void answer(List<String> tasks) {
        tasks.forEach(task -> engine().getFormService().submitTaskForm(task, NeedsGround.goodAnswer()));
    }

    /** Which tasks are open is asked before, for that grows with their number. */
    private Cpu.Cost measured(int most) {
        List<String> tasks = open("needsSurvey", most);
        return cpu.of(() -> answer(tasks));
    }

    /** CPU of one answer, in ms. */
    double perAnswer(int size) {
        int measured = Math.min(MEASURED, size / 4);
        return measured(measured).micros(measured) / 1000;
    }

    void floor(int size, Found found) {
        var floor = new AnswerFloor(house.jdbc());
        var transaction = house.bean(TransactionTemplate.class);
        int measured = Math.min(MEASURED, size / 4);
        Cpu.Cost ours = measured(measured);
        Cpu.Cost after = cpu.of(() -> house.bean(TimeMachine.class).runDue());
        List<AnswerFloor.Open> open = floor.open(measured);
        Cpu.Cost plain = cpu.of(() -> open.forEach(each -> transaction.executeWithoutResult(tx -> floor.answer(each))));
        Figures.say(
                "  C1 answer %.2f ms, its thanks and news in jobs %.2f ms, same statements by JDBC %.2f ms (CPU; wall of the answer %.2f)",
                ours.micros(measured) / 1000,
                after.micros(measured) / 1000,
                plain.micros(open.size()) / 1000,
                ours.wall() * 1000 / measured);
        found.add("C1 answer / JDBC statements", ours.micros(measured) / plain.micros(open.size()));
    }

    /** Eight at once over the launched surveys. */
    Rush rush() {
        return rush(open("needsSurvey", 200), NeedsGround.goodAnswer());
    }

    /** The same over one multi-instance task, of a size that it still bears. */
    void rushPeer(int size, Rush ours, Found found) {
        int some = Math.min(size, RUSH);
        house.clear();
        engine().getRuntimeService()
                .startProcessInstanceByKey("peerMulti", "m", Map.of("schools", LaunchBars.keys(some)));
        house.analyze();
        Rush multi = rush(open("peerMulti", 200), Map.of());
        house.clear();
        Figures.say(
                "  C3 8 at once: ours %.0f/s, %d conflicts; multi-instance of %d %.0f/s, %d conflicts",
                ours.perSecond(), ours.conflicts(), some, multi.perSecond(), multi.conflicts());
        found.add("C3 conflicts", ours.conflicts());
        found.add("C3 answers per second / multi-instance", ours.perSecond() / multi.perSecond());
    }

    record Rush(double perSecond, int conflicts) {}

    private Rush rush(List<String> tasks, Map<String, Object> form) {
        var conflicts = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(8);
        long start = System.nanoTime();
        try {
            List<Callable<Void>> acts = new ArrayList<>();
            tasks.forEach(task -> acts.add(() -> {
                for (int attempt = 0; attempt < 50; attempt++) {
                    try {
                        engine().getFormService().submitTaskForm(task, form);
                        return null;
                    } catch (OptimisticLockingException | ConcurrencyFailureException again) {
                        conflicts.incrementAndGet();
                    }
                }
                return null;
            }));
            for (Future<Void> each : pool.invokeAll(acts)) {
                each.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
        return new Rush(tasks.size() / ((System.nanoTime() - start) / 1e9), conflicts.get());
    }
}
