package fr.forment.plan;

import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.project.NewProject;
import fr.forment.project.NewProject.NewVague;
import fr.forment.project.Project;
import fr.forment.project.ProjectService;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A project with a filled grid, to plan for. */
@Component
public class PlanningGround {

    /** @param number the project's id */
    public record Case(Circo circo, Project project, long number) {

        public String school(int index) {
            return circo.schools().get(index);
        }
    }

    private final TestGround ground;
    private final ProjectService projects;
    private final JdbcClient jdbc;

    PlanningGround(TestGround ground, ProjectService projects, JdbcClient jdbc) {
        this.ground = ground;
        this.projects = projects;
        this.jdbc = jdbc;
    }

    /**
     * Four schools of a director and two teachers, in two vagues; everybody needs PRES-ECOLE, the teachers PEDA-1,
     * directors ADM-DIR.
     */
    public Case project() {
        Circo circo = ground.circonscription(4);
        Project project = projects.create(new NewProject(
                "Essai " + circo.uai(),
                circo.uai(),
                List.of(
                        new NewVague(LocalDate.of(2027, 1, 11), circo.schools().subList(0, 2)),
                        new NewVague(LocalDate.of(2027, 5, 3), circo.schools().subList(2, 4)))));
        return new Case(circo, project, project.id());
    }

    public Case projectWithNeeds() {
        Case made = project();
        jdbc.sql("""
                INSERT INTO campaign (version, project_id, circonscription_uai, opens_on, deadline, threshold, state, rounds)
                VALUES (0, ?, ?, '2026-09-07', '2026-09-25', 80, 'INTEGREE', 0)""").params(made.number(), made.circo().uai()).update();
        fillGrid(made);
        return made;
    }

    /** Needs read from a consolidated survey: before that a grid is provisional, and no plan is made of it. */
    public void fillGrid(Case made) {
        made.circo().schools().forEach(school -> {
            need(made, school, "PRES-ECOLE", "DIRECTEUR", 1);
            need(made, school, "PRES-ECOLE", "ENSEIGNANT", 2);
            need(made, school, "PEDA-1", "ENSEIGNANT", 3);
            need(made, school, "ADM-DIR", "DIRECTEUR", 1);
        });
        List.of("IEN", "CPC", "ERUN").forEach(profile -> need(made, made.circo().uai(), "PRES-CADRES", profile, 1));
        List.of("ERUN", "DSI").forEach(profile -> need(made, made.circo().uai(), "ADM-ERUN", profile, 1));
        jdbc.sql("UPDATE campaign SET state = 'INTEGREE' WHERE project_id = ?")
                .param(made.number())
                .update();
    }

    /** The school has answered the survey. @param answers JSON object */
    public void answered(Case made, String school, String answers) {
        jdbc.sql("""
                INSERT INTO survey (version, campaign_id, school_uai, state, invited_on)
                SELECT 0, id, CAST(? AS VARCHAR(8)), 'REPONDU', opens_on FROM campaign WHERE project_id = ?""").params(school, made.number()).update();
        jdbc.sql("""
                INSERT INTO survey_answer (survey_id, answered_at, answered_by, late, answers)
                SELECT MAX(id), CURRENT_TIMESTAMP, 'x', FALSE, CAST(? AS VARCHAR(20000)) FROM survey WHERE school_uai = ?""").params(answers, school).update();
    }

    private void need(Case made, String place, String module, String profile, int people) {
        jdbc.sql("""
                INSERT INTO need_line (campaign_id, school_uai, module_code, profile, people, already_trained, wish)
                SELECT id, CAST(? AS VARCHAR(8)), CAST(? AS VARCHAR(20)), CAST(? AS VARCHAR(30)), CAST(? AS INTEGER), 0, '' FROM campaign WHERE project_id = ?""").params(place, module, profile, people, made.number()).update();
    }

    /** Templates of the letters of this feature to one person, oldest first. */
    public List<String> mailsTo(String address) {
        return jdbc.sql("SELECT template FROM outbox_mail WHERE to_address = ? AND template LIKE 'plan/%' ORDER BY id")
                .param(address)
                .query(String.class)
                .list();
    }

    public String lastMailTo(String address) {
        return jdbc.sql(
                        "SELECT body_text FROM outbox_mail WHERE to_address = ? AND template LIKE 'plan/%' ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .param(address)
                .query(String.class)
                .single();
    }

    /** Something came between: the day of a planned session is no day of school any more. */
    public void close(PlannedSession session) {
        jdbc.sql("UPDATE planned_session SET held_on = '2026-12-25' WHERE id = ?")
                .param(session.id())
                .update();
    }
}
