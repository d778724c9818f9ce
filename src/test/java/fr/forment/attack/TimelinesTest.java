package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.attendance.MarksService;
import fr.forment.attendance.MarksService.Mark;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.people.StaffService;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.SessionChange;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.WhatWasTold;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * "FormENT" approved plans, nobody read who had sent one back or asked for a school to be looked at again, and
 * histories spoke in codes.
 */
@HouseTest
@Tag("attack")
class TimelinesTest {

    private static final Pattern CODE =
            Pattern.compile("\\b\\d{7}[A-Z]\\b|\\b20\\d\\d-\\d\\d-\\d\\d|système|n° \\d{4,}|\\b[a-z_]+\\.\\d");

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProjectService service;

    @Autowired
    Projects projects;

    @Autowired
    PlanningGround planning;

    @Autowired
    Plans plans;

    @Autowired
    PlanEditingService editing;

    @Autowired
    VagueService vagues;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService sessions;

    @Autowired
    MarksService marks;

    @Autowired
    StaffService staff;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ProcessDriver driver;

    @Autowired
    WhatWasTold told;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void ground() {
        told.startAnew();
        circo = ground.circonscription(3);
    }

    @AfterEach
    void stopListening() {
        told.stop();
    }

    /** As in life: somebody completes the task, and a job of nobody carries on. */
    private void does(Agent who, String process, Object key, String task, Map<String, ?> form) {
        var theCase = driver.theCase(process, key).waitsAt(task);
        ground.as(who);
        theCase.submits(task, form);
        SecurityContextHolder.clearContext();
        driver.runDue();
    }

    private List<String> timeline(Agent reader, Project project, String what) throws Exception {
        return visitor
                .page(reader, "/projets/" + project.id())
                .select("section[aria-labelledby=histoire] tbody tr")
                .stream()
                .filter(row -> row.selectFirst("th").text().equals(what))
                .map(row -> row.text())
                .toList();
    }

    @Test
    void whoDecidesOnThePlanIsTheAuthor() throws Exception {
        Project project = stages.created(circo, 1);
        SecurityContextHolder.clearContext();
        does(circo.ien(), "entProject", project.id(), "frame", stages.framing());
        planning.fillGrid(new PlanningGround.Case(circo, project, project.id()));
        service.needsGathered(project.id());
        driver.runDue();
        long root = plans.latest(project.id()).orElseThrow().rootId();
        does(circo.cpc(), "trainingPlan", root, "comment", Map.of("remark", "", "about", "", "choice", "soumettre"));
        does(
                circo.ien(),
                "trainingPlan",
                root,
                "approve",
                Map.of("decision", "renvoyer", "remarks", "Pas le mercredi des conseils"));
        assertThat(timeline(circo.ien(), project, "Plan de formation renvoyé pour révision"))
                .singleElement()
                .asString()
                .contains(circo.ien().fullName())
                .contains("Pas le mercredi des conseils");

        editAsCpc(plans.latest(project.id()).orElseThrow().id());
        does(circo.cpc(), "trainingPlan", root, "revise", Map.of("note", "Mercredis libérés"));
        does(
                circo.ien(),
                "trainingPlan",
                root,
                "approve",
                Map.of("decision", "approuverAvecDepassement", "remarks", "Merci"));
        assertThat(timeline(circo.ien(), project, "Plan de formation approuvé"))
                .singleElement()
                .asString()
                .contains(circo.ien().fullName())
                .contains("Merci")
                .doesNotContain("FormENT");
        assertThat(visitor.page(circo.ien(), "/projets/" + project.id() + "/bilan")
                        .select("section[aria-labelledby=decisions] tbody")
                        .text())
                .contains("renvoyé")
                .contains("approuvé");
        speaksNoCode(
                visitor.page(
                        circo.ien(),
                        "/plans/" + plans.latest(project.id()).orElseThrow().id()),
                "section[aria-labelledby=versions]",
                "section[aria-labelledby=remarques]");
    }

    private void editAsCpc(long plan) {
        ground.as(circo.cpc());
        PlannedSession moved = plans.sessions(plan).stream()
                .filter(session -> session.schoolUais().size() > 0)
                .findFirst()
                .orElseThrow();
        editing.change(
                plan,
                moved.line(),
                new SessionChange(
                        moved.day(),
                        moved.start().plusMinutes(30),
                        circo.schools().get(1),
                        circo.erun().id(),
                        moved.capacity()),
                now -> {});
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoUnblocksASchoolIsTheAuthorToo() throws Exception {
        Project project = stages.inFirstVague(circo, 1);
        SecurityContextHolder.clearContext();
        Vague vague = projects.vagues(project.id()).get(0);
        stages.trainTrainers(circo);
        does(circo.erun(), "vague", vague.id(), "settleTrainers", Map.of("choice", "RECHECK"));
        assertThat(timeline(circo.ien(), project, "Nouvelle vérification des formateurs demandée"))
                .singleElement()
                .asString()
                .contains(circo.erun().fullName());
        does(circo.erun(), "vague", vague.id(), "reviewNeed", Map.of("choice", "FITS", "motive", "Rien de neuf"));
        assertThat(timeline(circo.ien(), project, "Besoin de la vague revu, le plan convient"))
                .singleElement()
                .asString()
                .contains(circo.erun().fullName(), "Rien de neuf");
        VagueSchool place = projects.place(project.id(), circo.schools().get(0)).orElseThrow();
        does(
                circo.directors().get(0),
                "schoolOpening",
                place.id(),
                "engage",
                Map.of(
                        "staffUpToDate",
                        true,
                        "charterUnderWay",
                        true,
                        "resourcePersonId",
                        String.valueOf(circo.teachers().get(0).id())));
        vagues.trained(vague.id());
        driver.runDue();
        assertThat(timeline(circo.ien(), project, "Conditions d'ouverture non réunies"))
                .first()
                .asString()
                .contains("FormENT")
                .contains("Présentation de l");
        // a partner reads that it is so, and not why: nobody of the school is named to them
        assertThat(timeline(circo.dsi(), project, "Conditions d'ouverture non réunies"))
                .first()
                .asString()
                .contains("FormENT")
                .doesNotContain("Présentation de l")
                .doesNotContain(circo.directors().get(0).lastName());
        stages.trainSchool(circo, 0);
        does(
                circo.erun(),
                "schoolOpening",
                place.id(),
                "settleRefusal",
                Map.of("choice", "RECHECK", "charterSignedOn", "2026-08-31"));
        assertThat(timeline(circo.ien(), project, "Nouvelle vérification de l'ouverture demandée"))
                .singleElement()
                .asString()
                .contains(circo.erun().fullName())
                .contains("charte signée le 31 août 2026");
        assertThat(timeline(circo.ien(), project, "Conditions d'ouverture réunies"))
                .singleElement()
                .asString()
                .contains("FormENT");
        speaksNoCode(visitor.page(circo.ien(), "/projets/" + project.id()), "section[aria-labelledby=histoire]");
    }

    @Test
    void aPersonsHistoryNamesPlacesAndRoles() throws Exception {
        Agent teacher = circo.teachers().get(0);
        jdbc.sql("UPDATE circonscription SET name = 'Circonscription de Bruz' WHERE uai = ?")
                .param(circo.uai())
                .update();
        ground.as(circo.ien());
        staff.move(teacher.id(), circo.schools().get(1), LocalDate.of(2026, 9, 1));
        SecurityContextHolder.clearContext();
        jdbc.sql(
                        "INSERT INTO journal (kind, subject, at, by_whom, what, why, before, after) VALUES ('AGENT', ?, CURRENT_TIMESTAMP, 'système', 'ROLE', 'à compter du 2026-09-01', ?, ?)")
                .params(
                        teacher.id(),
                        "enseignant." + circo.schools().get(0),
                        "enseignant." + circo.schools().get(0) + ", erun." + circo.uai())
                .update();
        Document page = visitor.page(circo.ien(), "/personnels/" + teacher.id());
        String said = page.select("table:contains(Chaque changement) tbody").text();
        assertThat(said)
                .contains("École d'essai 1")
                .contains("École d'essai 2")
                .contains(circo.ien().fullName())
                .contains("E-RUN : Circonscription de Bruz")
                .contains("à compter du 01/09/2026")
                .contains("FormENT");
        speaksNoCode(page, "table:contains(Chaque changement) tbody");
    }

    @Test
    void whoEndsTheMarksStandsInTheHistoryOfTheSession() throws Exception {
        TrainingSession session = some.session(circo, 8, 1);
        var seat = some.enrol(session, circo.teachers().get(0));
        ground.as(circo.erun());
        sessions.entrustTo(session.id(), circo.cpc().id());
        SecurityContextHolder.clearContext();
        driver.theCase("trainingSession", session.id());
        driver.travelTo(session.endsAt().plusHours(1));
        ground.as(circo.cpc());
        marks.record(session.id(), 1, Map.of(seat.id(), new Mark(EnrolmentState.PRESENT, null)));
        SecurityContextHolder.clearContext();
        does(circo.cpc(), "trainingSession", session.id(), "mark", Map.of("confirmed", true));
        Document page = visitor.page(circo.erun(), "/sessions/" + session.id());
        assertThat(page.select("h2:contains(Historique) ~ div tbody tr").eachText())
                .anyMatch(row -> row.contains("Présences confirmées")
                        && row.contains(circo.cpc().fullName()))
                .anyMatch(row -> row.contains("Clôturée") && row.contains("FormENT"));
        speaksNoCode(page, "h2:contains(Historique) ~ div tbody");
    }

    private void speaksNoCode(Document page, String... parts) {
        for (String part : parts) {
            String said = page.select(part).text();
            assertThat(CODE.matcher(said).results().map(found -> found.group()).toList())
                    .as(said)
                    .isEmpty();
            assertThat(catalogue.all().stream().map(TrainingModule::code).filter(code -> code.contains("-")))
                    .as(said)
                    .noneMatch(said::contains);
        }
    }
}
