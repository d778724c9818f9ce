package fr.forment.benchmark;

import fr.forment.campaign.Needs;
import fr.forment.engine.OpenTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** T1, T2 and D1: what people see first, with so many surveys open. Wall time, in ms. */
final class ReadBars {

    private static final int CALLS = 120;

    private final BenchmarkHouse house;
    private final Random chance = new Random(35);

    ReadBars(BenchmarkHouse house) {
        this.house = house;
    }

    /** Median of the wall time of a call; a school of its own each time, so that no cache answers. */
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
        var configuration =
                (ProcessEngineConfigurationImpl) house.bean(ProcessEngine.class).getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> context.getDbEntityManager()
                .selectList("selectAuthorizedGroupIds"));
        own(school);
    }

    double myTasks(int size) {
        return median(size, this::own);
    }

    void tasks(int size, Found found) {
        double ours = myTasks(size);
        double delivered = median(size, this::stock);
        Figures.say("  T1 my tasks %.2f ms, engine as delivered %.2f ms", ours, delivered);
        found.add("T1 engine as delivered / ours", delivered / ours);
    }

    void taskFloor(int size, Found found) {
        var tasks = house.bean(OpenTasks.class);
        double ours = median(
                size,
                school -> tasks.of(
                        BenchmarkPeople.login(school), List.of("directeur." + BenchmarkPeople.school(school)), 15));
        double bare =
                median(size, school -> house.jdbc().queryForList("""
                SELECT t.* FROM ACT_RU_TASK t WHERE EXISTS (SELECT 1 FROM ACT_RU_IDENTITYLINK i WHERE i.TASK_ID_ = t.ID_ AND i.TYPE_ = 'candidate' AND i.GROUP_ID_ = ?)
                 ORDER BY t.CREATE_TIME_ FETCH FIRST 15 ROWS ONLY""", "directeur." + BenchmarkPeople.school(school)));
        Figures.say("  T2 our list %.2f ms, bare SQL %.2f ms", ours, bare);
        found.add("T2 our list / bare SQL", ours / bare);
    }

    double counters(int size, long campaign) {
        var needs = house.bean(Needs.class);
        return median(size, school -> needs.rate(campaign));
    }

    /** What a house without its own tables would ask: how many open cases with such a value. */
    void dashboard(int cases, double counters, Found found) {
        var engine = house.bean(ProcessEngine.class);
        double stock = median(cases, school -> engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey("peerEach")
                .processVariableValueEquals("pupils", 70 + school % 150)
                .count());
        Figures.say("  D1 counters %.2f ms; engine's count by a variable, %d cases, %.2f ms", counters, cases, stock);
        found.add("D1 engine's count / counters", stock / counters);
    }
}
