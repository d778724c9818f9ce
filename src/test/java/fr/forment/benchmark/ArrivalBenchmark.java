package fr.forment.benchmark;

import fr.forment.TestGround;
import fr.forment.account.AgentFunction;
import fr.forment.engine.TimeMachine;
import fr.forment.people.Agent;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a newcomer costs, with people, account, arrival, history and process: registered by one list, then the first
 * steps of the process up to the question to the director; and what it costs to miss them all, then to ask about each.
 * Processor time decides, of the calling thread and of the PostgreSQL backends: on a shared machine it swings less than
 * the clock. No test: {@code ArrivalBenchmark h2|pg [size…]}.
 */
public final class ArrivalBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static int number;

    private ArrivalBenchmark() {}

    public static void main(String[] args) {
        String database = args.length == 0 ? "h2" : args[0];
        List<Integer> sizes = args.length < 2
                ? List.of(1000, 5000)
                : Arrays.stream(args).skip(1).map(Integer::valueOf).toList();
        try (var house = new BenchmarkHouse(database, 1)) {
            var cpu = new Cpu(house);
            var staff = house.bean(StaffService.class);
            var time = house.bean(TimeMachine.class);
            // the people of the house were written with ids of their own
            List.of("agent", "account").forEach(table -> house.jdbc()
                    .execute("ALTER TABLE " + table + " ALTER COLUMN id RESTART WITH 1000000"));
            warmUp(house, staff, time);
            Figures.say("%s; ms of processor (clock) for each person", house.database());
            for (int n : sizes) {
                List<String> schools = schools(house, n);
                List<Agent> come = new ArrayList<>();
                Figures.say(
                        "| %d | already there | %s",
                        n, each(cpu.of(() -> staff.registerAll(people(schools, n), ArrivalKind.ALREADY_THERE)), n));
                Figures.say(
                        "| %d | newcomers | %s",
                        n,
                        each(
                                cpu.of(() -> come.addAll(staff.registerAll(people(schools, n), ArrivalKind.NEWCOMER))),
                                n));
                house.analyze();
                Figures.say("| %d | first steps | %s", n, each(cpu.of(time::runDue), n));
                Figures.say(
                        "| %d | missing | %s",
                        n,
                        each(
                                cpu.of(() -> staff.markMissing(
                                        come.stream().map(Agent::id).toList(), TODAY)),
                                n));
                house.analyze();
                Figures.say("| %d | asked about | %s", n, each(cpu.of(time::runDue), n));
            }
        }
    }

    private static void warmUp(BenchmarkHouse house, StaffService staff, TimeMachine time) {
        List<Agent> some = staff.registerAll(people(schools(house, 300), 300), ArrivalKind.NEWCOMER);
        time.runDue();
        staff.markMissing(some.stream().map(Agent::id).toList(), TODAY);
        time.runDue();
    }

    private static String each(Cpu.Cost cost, int n) {
        return String.format(Locale.ROOT, "%.2f (%.2f) |", cost.cpu() * 1000 / n, cost.wall() * 1000 / n);
    }

    /** Of ordinary size: twenty newcomers to a school, fifty schools to a circonscription. */
    private static List<String> schools(BenchmarkHouse house, int people) {
        List<String> schools = new ArrayList<>();
        while (schools.size() * 20 < people) {
            schools.addAll(house.bean(TestGround.class)
                    .circonscription(Math.min(50, people / 20 - schools.size() + 1))
                    .schools());
        }
        return schools;
    }

    private static List<NewAgent> people(List<String> schools, int howMany) {
        List<NewAgent> people = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            number++;
            people.add(NewAgent.inSchool(
                            "Mesure" + letters(number),
                            "Noa",
                            "mesure" + number + "@exemple.invalid",
                            AgentFunction.ADJOINT,
                            schools.get(number % schools.size()))
                    .since(TODAY));
        }
        return people;
    }

    private static String letters(int n) {
        StringBuilder word = new StringBuilder();
        for (int rest = n; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }
}
