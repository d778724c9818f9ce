package fr.forment.project;

import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import fr.forment.project.readiness.ReadinessService;
import fr.forment.project.readiness.ReadyMatters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a project to the stage a test is about, by the same doors as people and features. */
@Component
public class ProjectGround {

    public static final LocalDate FIRST_OPENING = LocalDate.of(2026, 12, 1);
    public static final LocalDate SECOND_OPENING = LocalDate.of(2027, 3, 15);

    private final TestGround ground;
    private final ProjectService projects;
    private final Projects known;
    private final ProcessDriver driver;
    private final TrainingRecords records;
    private final ReadinessService readiness;
    private final JdbcClient jdbc;

    ProjectGround(
            TestGround ground,
            ProjectService projects,
            Projects known,
            ProcessDriver driver,
            TrainingRecords records,
            ReadinessService readiness,
            JdbcClient jdbc) {
        this.ground = ground;
        this.projects = projects;
        this.known = known;
        this.driver = driver;
        this.records = records;
        this.readiness = readiness;
        this.jdbc = jdbc;
    }

    /** The IEN creates it: one vague with all schools, or two with half of them each. */
    public Project created(Circo circo, int vagues) {
        ground.as(circo.ien());
        int half = vagues == 1 ? circo.schools().size() : (circo.schools().size() + 1) / 2;
        List<NewProject.NewVague> planned = new ArrayList<>();
        planned.add(new NewProject.NewVague(FIRST_OPENING, circo.schools().subList(0, half)));
        if (vagues == 2) {
            planned.add(new NewProject.NewVague(
                    SECOND_OPENING,
                    circo.schools().subList(half, circo.schools().size())));
        }
        return projects.create(new NewProject("ENT de " + circo.uai(), circo.uai(), planned));
    }

    public Map<String, Object> framing() {
        return Map.of(
                "surveyOpensOn",
                "2026-09-14",
                "surveyDeadline",
                "2026-09-30",
                "responseThreshold",
                80,
                "teacherThreshold",
                50,
                "conventionSigned",
                true,
                "trainingEnvironment",
                true);
    }

    /** The first vague is under way. */
    public Project inFirstVague(Circo circo, int vagues) {
        Project project = created(circo, vagues);
        toFirstVague(project);
        return project;
    }

    /** Where its trainers are trained, its need is looked at too: only the sessions are still to come. */
    public void toFirstVague(Project project) {
        toBeginningOfFirstVague(project);
        long vague = known.vagues(project.id()).get(0).id();
        if (driver.theCase("vague", vague).hasPassed("engageSchools")) {
            reviewNeed(vague);
        }
    }

    /** The plan still fits. */
    public void reviewNeed(long vagueId) {
        driver.theCase("vague", vagueId).completes("reviewNeed", Map.of("choice", "FITS", "motive", ""));
    }

    /** Its trainers are looked at; it waits for the next person. */
    public void toBeginningOfFirstVague(Project project) {
        prepareSchools(project);
        begin(project);
    }

    /** The collectivité has declared every school ready. */
    public void prepareSchools(Project project) {
        known.vagues(project.id()).forEach(vague -> {
            List<String> all = known.schoolsOf(vague.id()).stream()
                    .map(VagueSchool::schoolUai)
                    .toList();
            readiness.declare(vague.id(), ReadyMatters.of(all, all));
        });
    }

    /** Where the collectivité has declared nothing yet. */
    public void begin(Project project) {
        framed(project);
        planned(project);
    }

    public void framed(Project project) {
        driver.theCase("entProject", project.id()).completes("frame", framing());
    }

    /** Its needs are known, its plan approved, its trainers trained. */
    public void planned(Project project) {
        projects.needsGathered(project.id());
        driver.runDue();
        projects.planApproved(project.id());
        driver.runDue();
        projects.trainersTrained(project.id());
        driver.runDue();
    }

    public void trainTrainers(Circo circo) {
        for (Agent agent : List.of(circo.ien(), circo.cpc(), circo.erun())) {
            records.record(agent.id(), "PRES-CADRES", day(), "test");
        }
        for (Agent agent : List.of(circo.cpc(), circo.erun())) {
            records.record(agent.id(), "FORM-FORMATEURS", day(), "test");
        }
        for (Agent agent : List.of(circo.erun(), circo.dsi())) {
            records.record(agent.id(), "ADM-ERUN", day(), "test");
        }
    }

    /** What the catalogue wants before an opening. */
    public void trainDirector(Agent director) {
        List.of("SENS-CHGT", "PRES-ECOLE", "ADM-DIR")
                .forEach(module -> records.record(director.id(), module, day(), "test"));
    }

    public void trainTeacher(Agent teacher) {
        records.record(teacher.id(), "PRES-ECOLE", day(), "test");
    }

    /** Besides what every teacher follows. */
    public void trainResourcePerson(Agent teacher) {
        records.record(teacher.id(), "RES-ECOLE", day(), "test");
    }

    public void trainSchool(Circo circo, int school) {
        trainDirector(circo.directors().get(school));
        trainTeacher(circo.teachers().get(2 * school));
        trainResourcePerson(circo.teachers().get(2 * school));
        trainTeacher(circo.teachers().get(2 * school + 1));
    }

    public Map<String, Object> engagement(Circo circo, int school) {
        return Map.of(
                "staffUpToDate",
                true,
                "resourcePersonId",
                String.valueOf(circo.teachers().get(2 * school).id()),
                "charterSignedOn",
                "2026-09-01");
    }

    /** How many mails of that template were queued for this person. */
    public long mailsTo(Agent reader, String template) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE to_address = ? AND template = ?")
                .params(reader.email(), "project/" + template)
                .query(Long.class)
                .single();
    }

    /** What this person heard last of a task that lies; empty: nothing. */
    public String overdueTo(Agent reader, String task) {
        return jdbc
                .sql(
                        "SELECT body_text FROM outbox_mail WHERE to_address = ? AND template = 'post/taskOverdue' AND mail_key LIKE ? ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .params(reader.email(), task + ":%")
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .orElse("");
    }

    /** The body of the last one. */
    public String mailTo(Agent reader, String template) {
        return jdbc.sql(
                        "SELECT body_text FROM outbox_mail WHERE to_address = ? AND template = ? ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .params(reader.email(), "project/" + template)
                .query(String.class)
                .single();
    }

    private LocalDate day() {
        return driver.now().toLocalDate();
    }
}
