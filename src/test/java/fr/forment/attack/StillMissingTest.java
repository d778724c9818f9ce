package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.WhatWasTold;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What keeps a school from opening was told three ways: the IEN read "formations en cours" where the director read what
 * was missing, both read old reasons after a catch-up, and nobody read which module, or found where to act.
 */
@HouseTest
@Tag("attack")
class StillMissingTest {

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Projects projects;

    @Autowired
    VagueService vagues;

    @Autowired
    WhatWasTold told;

    @Autowired
    TrainingRecords records;

    @Autowired
    OpenTasks tasks;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private Project project;
    private Agent director;
    private Agent teacher;

    @BeforeEach
    void aSchoolThatIsEngagedAndNotTrained() {
        told.startAnew();
        circo = ground.circonscription(2);
        stages.trainTrainers(circo);
        project = stages.inFirstVague(circo, 1);
        director = circo.directors().get(0);
        teacher = circo.teachers().get(0);
        driver.theCase("schoolOpening", place().id()).completes("engage", stages.engagement(circo, 0));
    }

    @AfterEach
    void stopListening() {
        told.stop();
    }

    private VagueSchool place() {
        return projects.place(project.id(), circo.schools().get(0)).orElseThrow();
    }

    private Element row(Agent reader) throws Exception {
        return visitor.page(reader, "/projets/" + project.id())
                .select("caption:contains(Écoles) ~ tbody tr:contains(essai 1)")
                .first();
    }

    private String mySchool() throws Exception {
        return visitor.page(director, "/ecole").select("main").text();
    }

    private String task() {
        return String.valueOf(
                tasks.prefilled("schoolOpening", place().id(), "settleRefusal").get("missing"));
    }

    /** The module that everybody follows before an opening. */
    private static final String BEFORE_ALL = "PRES-ECOLE";

    private static final String BEFORE_ALL_TITLE = "Présentation de l";
    /** Followed by directors alone. */
    private static final String OF_DIRECTORS = "Usage administratif";

    @Test
    void beforeTheGateTheIenReadsWhatTheDirectorReads() throws Exception {
        String ien = row(circo.ien()).text();
        assertThat(ien)
                .contains("Il manque encore")
                .contains(director.fullName())
                .contains(teacher.fullName())
                .contains(BEFORE_ALL_TITLE)
                .contains(OF_DIRECTORS);
        Element mine = visitor.page(director, "/ecole").selectFirst("main");
        row(circo.ien()).select("ul li .gap").forEach(gap -> assertThat(mine.text())
                .contains(gap.text()));
        assertThat(row(circo.ien()).select("ul li .gap")).hasSize(3);
        assertThat(row(circo.dsi()).text())
                .as("reads no names")
                .contains(BEFORE_ALL_TITLE)
                .doesNotContain(director.fullName(), teacher.fullName());

        stages.trainDirector(director);
        assertThat(row(circo.ien()).text()).doesNotContain(director.fullName()).contains(teacher.fullName());
        assertThat(mySchool()).doesNotContain(OF_DIRECTORS).contains(teacher.fullName());
    }

    @Test
    void afterACatchUpEverybodyReadsWhatIsLeft() throws Exception {
        refused();
        assertThat(stages.mailTo(circo.ien(), "openingRefused"))
                .contains(BEFORE_ALL_TITLE)
                .contains(director.fullName())
                .contains(
                        "/projets/" + project.id() + "#ecole-" + circo.schools().get(0));
        assertThat(row(circo.ien()).text())
                .contains("Ouverture prévue le", "il manque encore ce qui suit d'ici là")
                .contains(OF_DIRECTORS);
        assertThat(task()).contains(OF_DIRECTORS).contains(director.lastName());

        stages.trainDirector(director);
        assertThat(row(circo.ien()).text()).doesNotContain(OF_DIRECTORS).contains(teacher.fullName());
        assertThat(mySchool()).doesNotContain(OF_DIRECTORS).contains(teacher.fullName());
        assertThat(task()).doesNotContain(OF_DIRECTORS).contains(BEFORE_ALL_TITLE);
        assertThat(visitor.page(circo.ien(), "/projets/" + project.id() + "/vagues/1/bilan")
                        .select("caption:contains(Écoles de) ~ tbody tr:contains(essai 1)")
                        .text())
                .doesNotContain(OF_DIRECTORS)
                .contains(BEFORE_ALL_TITLE);
    }

    @Test
    void whatIsMissingLeadsToWhereOneActs() throws Exception {
        assertThat(row(circo.erun())
                        .select("a[href='/sessions?circonscription=" + circo.uai() + "&module=" + BEFORE_ALL + "']"))
                .isNotEmpty();
        assertThat(row(circo.dsi()).select("a[href^=/sessions]"))
                .as("enrols nobody")
                .isEmpty();
        refused();
        for (Agent reader : new Agent[] {circo.ien(), circo.erun()}) {
            assertThat(row(reader).select("a[href*='tasklist']").eachText()).containsExactly("Débloquer l'ouverture");
        }
        assertThat(row(circo.cpc()).select("a[href*='tasklist']")).isEmpty();
        String sessions = "/sessions?circonscription=" + circo.uai() + "&module=" + BEFORE_ALL;
        assertThat(visitor.page(circo.erun(), sessions)
                        .select("a[href='/sessions/nouvelle?circonscription=" + circo.uai() + "&module=" + BEFORE_ALL
                                + "']"))
                .isNotEmpty();
        assertThat(visitor.page(
                                circo.erun(),
                                "/sessions/nouvelle?circonscription=" + circo.uai() + "&module=" + BEFORE_ALL)
                        .select("#module option[selected]")
                        .val())
                .isEqualTo(BEFORE_ALL);
    }

    @Test
    void whereNothingIsMissingEverybodyReadsSo() throws Exception {
        stages.trainDirector(director);
        circo.teachers().subList(0, 2).forEach(stages::trainTeacher);
        stages.trainResourcePerson(teacher);
        assertThat(row(circo.ien()).text()).contains("Toutes les conditions sont réunies");
        assertThat(mySchool()).contains("Toutes les conditions sont réunies");
    }

    private void refused() {
        Vague vague = projects.vagues(project.id()).get(0);
        vagues.trained(vague.id());
        driver.runDue();
        driver.theCase("schoolOpening", place().id()).waitsAt("settleRefusal");
    }
}
