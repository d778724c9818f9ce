package fr.forment.grid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.project.WhatWasTold;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schools of the vagues to come are proposed with reasons and decided by the IEN. */
@HouseTest
class VagueChoicePageTest {

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    Projects projects;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Autowired
    ProjectService flow;

    @Autowired
    WhatWasTold told;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Project project;

    @BeforeEach
    void twoVaguesOfTwoSchoolsAndARankedGrid() {
        circo = ground.circonscription(4);
        stages.trainTrainers(circo);
        project = stages.created(circo, 2);
        driver.theCase("entProject", project.id()).completes("frame", stages.framing());
        for (int i = 0; i < 4; i++) {
            jdbc.sql("DELETE FROM need_school WHERE school_uai = ?")
                    .param(circo.schools().get(i))
                    .update();
            jdbc.sql("""
                    INSERT INTO need_school (campaign_id, school_uai, estimated, listed_teachers, listed_constellation, to_check, priority, priority_reason,
                        priority_rule, priority_facts)
                    SELECT id, ?, FALSE, 3, 0, FALSE, ?, ?, 'rule', '{}' FROM campaign WHERE project_id = ?""")
                    .params(
                            circo.schools().get(i),
                            i == 0 ? 3 : i == 3 ? 1 : 2,
                            i == 0 ? "Travaux <b>jusqu'en mai</b>" : "Équipe disponible",
                            project.id())
                    .update();
        }
    }

    @Test
    void eachSchoolIsProposedWithItsReasonAndNotOnlyTheKeenest() throws Exception {
        Document page = visitor.page(circo.ien(), path());
        assertThat(page.text()).contains("Pas seulement les écoles les plus demandeuses");
        assertThat(row(page, 0)).contains("vague 1 vague 2", "Rang 3 (travaux <b>jusqu'en mai</b>)");
        assertThat(row(page, 3)).contains("vague 2 vague 1", "Rang 1 (équipe disponible) ; sans préférence de vague");
        assertThat(visitor.page(circo.erun(), path()).select("select, button[type=submit]:contains(répartition)"))
                .as("the E-RUN reads")
                .isEmpty();
        assertThat(visitor.page(circo.ien(), "/projets/" + project.id()).select("a[href$=/vagues]"))
                .hasSize(1);
    }

    @Test
    void theIenDecidesWithAReasonAndItIsTold() throws Exception {
        String first = circo.schools().get(0);
        String last = circo.schools().get(3);
        Document refused = Jsoup.parse(visitor.as(
                        circo.ien(), post(path()).param("ecole." + first, "2").param("ecole." + last, "1"))
                .getContentAsString());
        assertThat(refused.select("[role=alert]").text()).contains("pourquoi la répartition change");
        assertThat(refused.select("select[name='ecole." + first + "'] option[selected]")
                        .val())
                .as("what was chosen stays")
                .isEqualTo("2");
        var decided = visitor.as(
                circo.ien(),
                post(path())
                        .param("ecole." + first, "2")
                        .param("ecole." + last, "1")
                        .param("reason", "Travaux <script>"));
        assertThat(decided.getStatus()).isEqualTo(302);
        assertThat(schoolsOf(1)).contains(last).doesNotContain(first);
        assertThat(schoolsOf(2)).contains(first).doesNotContain(last);
        assertThat(visitor.page(circo.ien(), "/projets/" + project.id()).text())
                .contains("École placée dans une autre vague", "De la vague 1 à la vague 2 : Travaux <script>");
        assertThat(visitor.as(
                                circo.erun(),
                                post(path()).param("ecole." + first, "1").param("reason", "Non"))
                        .getStatus())
                .isEqualTo(403);
    }

    /** Between the approval of the plan and the vague, whether the direction has answered or not. */
    @Test
    void anAskedSchoolMayStillBeMovedAndItsDirectionIsTold() throws Exception {
        told.startAnew(); // the trainers are still in training
        try {
            flow.needsGathered(project.id());
            driver.runDue();
            flow.planApproved(project.id());
            driver.runDue();
        } finally {
            told.stop();
        }
        String moved = circo.schools().get(0);
        long place = projects.place(project.id(), moved).orElseThrow().id();
        driver.theCase("schoolOpening", place).waitsAt("engage").completes("engage", stages.engagement(circo, 0));

        visitor.as(circo.ien(), post(path()).param("ecole." + moved, "2").param("reason", "Travaux jusqu'en mai"));

        assertThat(schoolsOf(2)).contains(moved);
        assertThat(projects.place(project.id(), moved).orElseThrow().resourcePersonId())
                .as("what the direction said goes with the school")
                .isEqualTo(circo.teachers().get(0).id());
        assertThat(stages.mailTo(circo.directors().get(0), "schoolMoved"))
                .contains("la vague 2", "Travaux jusqu'en mai");
        TheCase theCase = driver.theCase("schoolOpening", place).waitsAt("untilGate");
        assertThat(theCase.dateOf("dayCame").toLocalDate())
                .as("it is judged on the day of the vague it is in now")
                .isEqualTo(projects.vagues(project.id()).get(1).opensOn());
    }

    @Test
    void noVagueIsEmptiedAndNoVagueThatHasBegunIsChanged() throws Exception {
        var empty = post(path()).param("reason", "Tout d'un coup");
        circo.schools().forEach(uai -> empty.param("ecole." + uai, "1"));
        assertThat(said(empty)).contains("Il ne resterait aucune école dans la vague 2");
        assertThat(said(post(path())
                        .param("ecole." + circo.schools().get(0), "7")
                        .param("reason", "Plus tard")))
                .contains("La vague 7 a commencé ou n'existe pas");
        Circo elsewhere = ground.circonscription(1);
        assertThat(visitor.as(
                                circo.ien(),
                                post(path())
                                        .param("ecole." + elsewhere.schools().get(0), "1")
                                        .param("reason", "Non"))
                        .getStatus())
                .isEqualTo(404);
        jdbc.sql("UPDATE vague SET state = 'ECOLES_ENGAGEES' WHERE project_id = ? AND rank = 1")
                .param(project.id())
                .update();
        assertThat(said(post(path())
                        .param("ecole." + circo.schools().get(0), "2")
                        .param("reason", "Trop tard")))
                .contains("n'est plus dans une vague à venir");
        assertThat(schoolsOf(1)).hasSize(2);
    }

    private String said(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        return Jsoup.parse(visitor.as(circo.ien(), request).getContentAsString())
                .select("[role=alert]")
                .text();
    }

    private List<String> schoolsOf(int rank) {
        return projects.schoolsOf(projects.vagues(project.id()).get(rank - 1).id()).stream()
                .map(place -> place.schoolUai())
                .toList();
    }

    private String row(Document page, int school) {
        return page.select("tr:has(select[name='ecole." + circo.schools().get(school) + "'])")
                .text();
    }

    private String path() {
        return "/projets/" + project.id() + "/vagues";
    }
}
