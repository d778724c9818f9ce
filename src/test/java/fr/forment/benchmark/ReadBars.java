package fr.forment.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

import fr.forment.engine.OpenTasks;
import fr.forment.needs.Needs;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** T1, T2 and D1: what people see first, with so many surveys open. */
final class ReadBars {

    private static final int CALLS = 120;

    private final BenchmarkHouse house;
    private final Cpu cpu;
    private final List<Integer> sizes;
    private final int rounds;
    private final Random chance = new Random(35);

    ReadBars(BenchmarkHouse house, Cpu cpu, List<Integer> sizes, int rounds) {
        this.house = house;
        this.cpu = cpu;
        this.sizes = sizes;
        this.rounds = rounds;
    }

    private int largest() {
        return sizes.get(sizes.size() - 1);
    }

    private int small() {
        return sizes.stream().filter(size -> size >= 1000).findFirst().orElse(sizes.get(0));
    }

    /** Median of the wall time of a call, in ms; a school of its own each time, so that no cache answers. */
    private double median(int size, IntConsumer call) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            int school = chance.nextInt(size);
            long start = System.nanoTime();
            call.accept(school);
            if (i >= CALLS / 4) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        return Figures.median(times);
    }

    /** A director's list as Tasklist asks for it, rights checked. */
    private void own(int school) {
        var engine = house.bean(ProcessEngine.class);
        String group = "directeur." + BenchmarkPeople.school(school);
        engine.getIdentityService().setAuthentication(BenchmarkPeople.login(school), List.of(group));
        try {
            engine.getTaskService().createTaskQuery().taskCandidateGroup(group).listPage(0, 15);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** The engine as it is delivered first reads which groups hold a right at all, in every command. */
    private void stock(int school) {
        var configuration = (ProcessEngineConfigurationImpl) house.bean(ProcessEngine.class).getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> context.getDbEntityManager().selectList("selectAuthorizedGroupIds"));
        own(school);
    }

    void tasks() {
        List<Double> flat = new ArrayList<>();
        List<Double> stock = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            house.launch(house.campaign(small()));
            double few = median(small(), this::own);
            house.launch(house.campaign(largest()));
            double many = median(largest(), this::own);
            double delivered = median(largest(), this::stock);
            Figures.say("  round %d: my tasks %.2f ms with %d open, %.2f ms with %d; engine as delivered %.2f ms", round + 1, few, small(), many, largest(), delivered);
            flat.add(many / few);
            stock.add(delivered / many);
        }
        Figures.atMost("T1 my tasks, " + largest() + " open / " + small(), Figures.median(flat), 1.5);
        Figures.atLeast("T1 engine as delivered / ours", Figures.median(stock), 15);
    }

    void taskFloor() {
        house.launch(house.campaign(largest()));
        var tasks = house.bean(OpenTasks.class);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double ours = median(largest(), school -> tasks.of(BenchmarkPeople.login(school), List.of("directeur." + BenchmarkPeople.school(school)), 15));
            double bare = median(largest(), school -> house.jdbc().queryForList("""
                    SELECT t.* FROM ACT_RU_TASK t WHERE EXISTS (SELECT 1 FROM ACT_RU_IDENTITYLINK i WHERE i.TASK_ID_ = t.ID_ AND i.TYPE_ = 'candidate' AND i.GROUP_ID_ = ?)
                     ORDER BY t.CREATE_TIME_ FETCH FIRST 15 ROWS ONLY""", "directeur." + BenchmarkPeople.school(school)));
            Figures.say("  round %d, %d open: our list %.2f ms, bare SQL %.2f ms", round + 1, largest(), ours, bare);
            ratios.add(ours / bare);
        }
        Figures.atMost("T2 our list / bare SQL", Figures.median(ratios), 3);
    }

    void dashboard() {
        long campaign = house.campaign(largest());
        house.launch(campaign);
        var engine = house.bean(ProcessEngine.class);
        var needs = house.bean(Needs.class);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double ours = median(largest(), school -> needs.rate(campaign));
            double stock = median(largest(), school -> engine.getTaskService().createTaskQuery().processDefinitionKey("needsSurvey")
                    .taskVariableValueEquals("pupils", 70 + school % 150).count());
            Figures.say("  round %d, %d open: counters %.2f ms, engine's count by a variable %.2f ms", round + 1, largest(), ours, stock);
            ratios.add(stock / ours);
        }
        Figures.atLeast("D1 engine's count / counters", Figures.median(ratios), 100);
    }
}
