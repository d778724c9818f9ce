package fr.forment.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * One round at one size: launched once, everything measured on it, each next to what it is compared with; then the
 * peers.
 */
final class CampaignRound {

    /** What larger sizes are compared with. */
    static final int BASE = 1000;

    private final BenchmarkHouse house;
    private final Set<String> bars;
    private final LaunchBars launch;
    private final AnswerBars answers;
    private final ReadBars reads;
    private final ReminderBar reminders;
    private final ClosingBar closing;

    CampaignRound(BenchmarkHouse house, Set<String> bars) {
        this.house = house;
        this.bars = bars;
        Cpu cpu = new Cpu(house);
        launch = new LaunchBars(house, cpu);
        answers = new AnswerBars(house, cpu);
        reads = new ReadBars(house);
        reminders = new ReminderBar(house, cpu);
        closing = new ClosingBar(house, cpu);
    }

    private boolean asked(String... names) {
        return List.of(names).stream().anyMatch(bars::contains);
    }

    /** Answers what the launch cost; adds what each act over all schools cost, in seconds of CPU. */
    Cpu.Cost run(int size, Found found, Map<String, Double> acts) {
        long campaign = house.campaign(size);
        Cpu.Cost ours = launch.ours(campaign);
        Figures.say("  L3 launch %.2f s CPU, %.0f µs a school", ours.cpu(), ours.micros(size));
        if (asked("L1")) {
            launch.floor(size, ours, found);
        }
        acts.put("launch", ours.cpu());
        if (!asked("T1", "T2", "D1", "R1", "C1", "C2", "C3", "K")) {
            house.clear();
            return ours;
        }
        house.analyze();
        double list = asked("T1") ? reads.myTasks(size) : 0;
        double counters = asked("D1") ? reads.counters(size, campaign) : 0;
        if (asked("T1")) {
            reads.tasks(size, found);
        }
        if (asked("T2")) {
            reads.taskFloor(size, found);
        }
        if (asked("R1")) {
            acts.put("round of reminders", reminders.run(size, campaign, found));
        }
        double answer = asked("C2") ? answers.perAnswer(size) : 0;
        if (asked("C1")) {
            answers.floor(size, found);
        }
        AnswerBars.Rush rush = asked("C3") ? answers.rush() : null;
        if (asked("K")) {
            acts.putAll(closing.run(size, campaign));
        }
        against(size, list, answer, found);
        if (rush != null) {
            answers.rushPeer(size, rush, found);
        }
        if (asked("D1")) {
            reads.dashboard(launch.plainCases(size), counters, found);
        }
        house.clear();
        return ours;
    }

    /** What the same things cost with a thousand open, in the same round. */
    private void against(int size, double list, double answer, Found found) {
        if (size <= BASE || !asked("T1", "C2")) {
            return;
        }
        house.launch(house.campaign(BASE));
        if (asked("T1")) {
            double few = reads.myTasks(BASE);
            Figures.say("  T1 my tasks %.2f ms with %d open, %.2f ms with %d", list, size, few, BASE);
            found.add("T1 my tasks, this size / 1000 open", list / few);
        }
        if (asked("C2")) {
            double few = answers.perAnswer(BASE);
            Figures.say("  C2 answer %.2f ms with %d open, %.2f ms with %d", answer, size, few, BASE);
            found.add("C2 answer, this size / 1000 open", answer / few);
        }
    }

    /** The other ways to launch, as far as they bear the size. */
    void peers(int size, Cpu.Cost ours, Found found, DoubleSupplier left) {
        if (asked("L2")) {
            launch.peers(size, ours, found, left);
        }
    }
}
