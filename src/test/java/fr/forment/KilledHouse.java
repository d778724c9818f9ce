package fr.forment;

import fr.forment.account.AgentFunction;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.computation.PlanRunService;
import fr.forment.computation.PlanRuns;
import fr.forment.demonstration.Persona;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.TimeMachine;
import fr.forment.grid.GridService;
import fr.forment.people.Agents;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.project.Projects;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.TimeZone;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole application in a process of its own, to be killed: its job executor runs, on a clock that starts when the
 * test says. It takes orders on its standard input and answers each with one line; it ends when nobody is left to give
 * any.
 */
final class KilledHouse {

    private static final LocalDate OPENS_ON = LocalDate.of(2026, 9, 1);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 9, 30);
    /** A setting: SQL that is run before anything else is done. */
    static final String FIRST = "killed.first";

    private static PrintStream replies = System.out;

    private final ConfigurableApplicationContext application;
    private TestGround.Circo circo;

    private KilledHouse(ConfigurableApplicationContext application) {
        this.application = application;
    }

    public static void main(String[] args) throws IOException {
        replies = System.out;
        System.setOut(System.err);
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
        Instant start = Instant.parse(args[0]);
        ApplicationListener<ApplicationStartedEvent> first = started -> {
            var house = started.getApplicationContext();
            house.getBean(TimeMachine.class).startAt(start);
            Optional.ofNullable(house.getEnvironment().getProperty(FIRST))
                    .ifPresent(sql -> house.getBean(JdbcClient.class).sql(sql).update());
        };
        String[] settings = Arrays.copyOfRange(args, 1, args.length);
        try (var application = new SpringApplicationBuilder(FormentApplication.class)
                .listeners(first)
                .run(settings)) {
            var house = new KilledHouse(application);
            tell("ready");
            var orders = new BufferedReader(new InputStreamReader(System.in));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] words = order.split(" ", 2);
                tell(house.does(words[0], words.length == 1 ? "" : words[1]));
            }
        }
    }

    static synchronized void tell(String line) {
        replies.println(line);
        replies.flush();
    }

    private String does(String order, String what) {
        switch (order) {
            case "ground" -> {
                circo = bean(TestGround.class).circonscription(Integer.parseInt(what));
                return circo.uai();
            }
            case "campaign" -> {
                return String.valueOf(bean(NeedsGround.class)
                        .campaign(circo, OPENS_ON, DEADLINE, Integer.parseInt(what))
                        .id());
            }
            case "clock" -> {
                bean(TimeMachine.class).startAt(Instant.parse(what));
                return what;
            }
            case "port" -> {
                return application.getEnvironment().getProperty("local.server.port");
            }
            case "now" -> {
                return bean(Clock.class).instant().toString();
            }
            case "answer" -> {
                return String.valueOf(answer(Long.parseLong(what)));
            }
            case "send" -> { // nobody waits for the outcome
                new Thread(() -> answer(Long.parseLong(what))).start();
                return what;
            }
            case "grid" -> {
                return String.valueOf(askGrid(Long.parseLong(what)));
            }
            case "plan" -> {
                return String.valueOf(bean(PlanService.class)
                        .begin(bean(PlanningGround.class).projectWithNeeds().number())
                        .id());
            }
            case "search" -> {
                long plan = Long.parseLong(what);
                asTheInspector(plan, () -> bean(PlanRunService.class).ask(plan, true));
                return what;
            }
            case "keep" -> { // nobody waits for the outcome
                long plan = Long.parseLong(what);
                new Thread(() -> asTheInspector(plan, () -> bean(PlanRunService.class)
                                .keep(
                                        plan,
                                        bean(PlanRuns.class)
                                                .open(plan)
                                                .orElseThrow()
                                                .id())))
                        .start();
                return what;
            }
            case "run" -> {
                return String.valueOf(bean(JdbcClient.class).sql(what).update());
            }
            case "count" -> {
                return String.valueOf(
                        bean(JdbcClient.class).sql(what).query(Integer.class).single());
            }
            default -> throw new IllegalArgumentException(order);
        }
    }

    /** The director fills in and sends the form. */
    private boolean answer(long surveyId) {
        String school = bean(Needs.class).survey(surveyId).orElseThrow().schoolUai();
        boolean[] done = new boolean[1];
        bean(Persona.class)
                .does(
                        bean(Agents.class).directorOf(school).orElseThrow().id(),
                        () -> done[0] = bean(OpenTasks.class)
                                .finish("needsSurvey", surveyId, "answer", NeedsGround.goodAnswer()));
        return done[0];
    }

    /** The IEN wants to see the figures of today. True when they are computed in the background. */
    private boolean askGrid(long campaignId) {
        String where = bean(Needs.class).find(campaignId).orElseThrow().circonscriptionUai();
        boolean[] later = new boolean[1];
        bean(Persona.class)
                .does(
                        bean(Agents.class)
                                .withFunction(where, AgentFunction.IEN)
                                .get(0)
                                .id(),
                        () -> later[0] = bean(GridService.class).ask(campaignId).isEmpty());
        return later[0];
    }

    private void asTheInspector(long plan, Runnable act) {
        long project = bean(Plans.class).find(plan).orElseThrow().projectId();
        String where = bean(Projects.class).find(project).orElseThrow().circonscriptionUai();
        bean(Persona.class)
                .does(
                        bean(Agents.class)
                                .withFunction(where, AgentFunction.IEN)
                                .get(0)
                                .id(),
                        act);
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
