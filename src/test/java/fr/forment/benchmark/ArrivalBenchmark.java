package fr.forment.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.forment.FormentApplication;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.staff.Agent;
import fr.forment.staff.AgentFunction;
import fr.forment.staff.Arrival;
import fr.forment.staff.NewAgent;
import fr.forment.staff.StaffService;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * What a newcomer costs, with people, account, arrival, history and process: registered by one list, then the first steps of the process up to the
 * question to the director; and what it costs to miss them all. No test: {@code mvn test-compile exec:java} or an IDE runs it; sizes are arguments.
 */
public final class ArrivalBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static int number;

    private ArrivalBenchmark() {
    }

    public static void main(String[] sizes) {
        try (var house = new SpringApplicationBuilder(FormentApplication.class).web(WebApplicationType.SERVLET).profiles("test")
                .properties("server.port=0", "spring.datasource.url=jdbc:h2:mem:arrival-benchmark;DB_CLOSE_DELAY=-1").run()) {
            var staff = house.getBean(StaffService.class);
            var driver = house.getBean(ProcessDriver.class);
            Circo circo = house.getBean(TestGround.class).circonscription(50);
            staff.registerAll(people(circo, 200), Arrival.NEWCOMER);
            driver.runDue();
            System.out.println("| newcomers | registered with arrivals, ms each | of which already there, ms each | first steps, ms each | missing, ms each |");
            for (String size : sizes.length == 0 ? new String[] {"100", "1000", "5000"} : sizes) {
                int n = Integer.parseInt(size);
                double plain = time(n, () -> staff.registerAll(people(circo, n), Arrival.ALREADY_THERE));
                List<Agent> come = new ArrayList<>();
                double whole = time(n, () -> come.addAll(staff.registerAll(people(circo, n), Arrival.NEWCOMER)));
                double steps = time(n, driver::runDue);
                double missing = time(n, () -> staff.markMissing(come.stream().map(Agent::id).toList(), TODAY));
                System.out.printf("| %d | %.2f | %.2f | %.2f | %.2f |%n", n, whole, plain, steps, missing);
            }
        }
    }

    private static double time(int n, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6 / n;
    }

    private static List<NewAgent> people(Circo circo, int howMany) {
        List<NewAgent> people = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            number++;
            people.add(NewAgent.inSchool("Mesure" + letters(number), "Noa", "mesure" + number + "@exemple.invalid", AgentFunction.ADJOINT,
                    circo.schools().get(number % circo.schools().size())).since(TODAY));
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
