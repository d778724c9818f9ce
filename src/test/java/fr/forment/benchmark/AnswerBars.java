package fr.forment.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import fr.forment.engine.TimeMachine;
import fr.forment.needs.NeedsGround;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** C1 to C3: a director answers; many at once. */
final class AnswerBars {

    private static final int MEASURED = 300;
    private static final int FLAT_AT_MOST = 20_000;

    private final BenchmarkHouse house;
    private final Cpu cpu;
    private final List<Integer> sizes;
    private final int rounds;

    AnswerBars(BenchmarkHouse house, Cpu cpu, List<Integer> sizes, int rounds) {
        this.house = house;
        this.cpu = cpu;
        this.sizes = sizes;
        this.rounds = rounds;
    }

    private ProcessEngine engine() {
        return house.bean(ProcessEngine.class);
    }

    private List<String> open(String process, int most) {
        return engine().getTaskService().createTaskQuery().processDefinitionKey(process).listPage(0, most).stream().map(Task::getId).toList();
    }

    /** So many answers by the form, as Tasklist sends it, up to the recorded answer. */
    int answer(int most) {
        List<String> tasks = open("needsSurvey", most);
        tasks.forEach(task -> engine().getFormService().submitTaskForm(task, NeedsGround.goodAnswer()));
        return tasks.size();
    }

    private int some() {
        return sizes.stream().filter(size -> size >= 1000).findFirst().orElse(sizes.get(sizes.size() - 1));
    }

    void floor() {
        int size = some();
        var floor = new AnswerFloor(house.jdbc());
        var transaction = house.bean(TransactionTemplate.class);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            house.launch(house.campaign(size));
            int measured = Math.min(MEASURED, size / 2);
            Cpu.Cost ours = cpu.of(() -> answer(measured));
            Cpu.Cost after = cpu.of(() -> house.bean(TimeMachine.class).runDue());
            List<AnswerFloor.Open> open = floor.open(measured);
            Cpu.Cost plain = cpu.of(() -> open.forEach(each -> transaction.executeWithoutResult(tx -> floor.answer(each))));
            Figures.say("  round %d, %d open: answer %.2f ms, its thanks and news in jobs %.2f ms, same statements by JDBC %.2f ms (CPU; wall of the answer %.2f)", round + 1, size,
                    ours.micros(measured) / 1000, after.micros(measured) / 1000, plain.micros(open.size()) / 1000, ours.wall() * 1000 / measured);
            ratios.add(ours.micros(measured) / plain.micros(open.size()));
        }
        Figures.atMost("C1 answer / JDBC statements", Figures.median(ratios), 3.2);
    }

    void flat() {
        int small = some();
        int large = sizes.stream().filter(size -> size <= FLAT_AT_MOST).max(Integer::compare).orElse(small);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double few = perAnswer(small);
            double many = perAnswer(large);
            Figures.say("  round %d: %.2f ms with %d open, %.2f ms with %d", round + 1, few, small, many, large);
            ratios.add(many / few);
        }
        Figures.atMost("C2 answer, " + large + " open / " + small, Figures.median(ratios), 1.1);
    }

    private double perAnswer(int size) {
        house.launch(house.campaign(size));
        answer(50);
        int measured = Math.min(MEASURED, size / 2);
        return cpu.of(() -> answer(measured)).micros(measured) / 1000;
    }

    void rush() {
        int size = Math.min(500, some());
        List<Double> ratios = new ArrayList<>();
        int conflicts = 0;
        for (int round = 0; round < rounds; round++) {
            house.launch(house.campaign(size));
            Rush ours = rush(open("needsSurvey", 200), NeedsGround.goodAnswer());
            house.clear();
            engine().getRuntimeService().startProcessInstanceByKey("peerMulti", "m", Map.of("schools", LaunchBars.keys(size)));
            house.analyze();
            Rush multi = rush(open("peerMulti", 200), Map.of());
            house.clear();
            Figures.say("  round %d, %d open, 8 at once: ours %.0f/s, %d conflicts; multi-instance %.0f/s, %d conflicts", round + 1, size, ours.perSecond(), ours.conflicts(),
                    multi.perSecond(), multi.conflicts());
            ratios.add(ours.perSecond() / multi.perSecond());
            conflicts += ours.conflicts();
        }
        Figures.atMost("C3 conflicts", conflicts, 0);
        Figures.atLeast("C3 answers per second / multi-instance", Figures.median(ratios), 5);
    }

    private record Rush(double perSecond, int conflicts) {
    }

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
