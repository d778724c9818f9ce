package fr.forment.attack;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.PlainPages;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.attendance.MarksService;
import fr.forment.attendance.MarksService.Mark;
import fr.forment.engine.ProcessDriver;
import fr.forment.project.BilanDue;
import fr.forment.release.EntRelease;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseService;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A bilan counted planned hours as if everybody had stayed to the end, and seats kept for parents as places for
 * trainees.
 */
@HouseTest
@Tag("attack")
class BilanCountsTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService sessions;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    MarksService marks;

    @Autowired
    ProcessDriver driver;

    @Autowired
    ReleaseService releases;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Planned planned;

    @BeforeEach
    void aPlanOfOneTrainingAndOneMeeting() {
        circo = ground.circonscription(3);
        planned = plans.plan(circo, "VAGUES");
        LocalDate day = SessionGround.WEDNESDAY.toLocalDate();
        plans.line(
                planned,
                1,
                "VAGUE",
                "PRES-ECOLE",
                day,
                LocalTime.of(14, 0),
                90,
                8,
                circo.cpc().id(),
                List.of("ENSEIGNANT"),
                Map.of(circo.schools().get(0), 4, circo.schools().get(1), 2));
        plans.line(
                planned,
                2,
                "VAGUE",
                "PRES-ECOLE",
                day.plusDays(1),
                LocalTime.of(18, 0),
                60,
                260,
                circo.cpc().id(),
                List.of("PARENT"),
                Map.of(circo.schools().get(0), 200));
        TrainingSession meeting = ofTheVague(
                sessions.open(some.of(circo, SessionGround.WEDNESDAY.plusDays(1).withHour(18), 260, 1, true)));
        closed(some.session(circo, 8, 1));
        driver.travelTo(meeting.endsAt().plusHours(1));
        driver.theCase("trainingSession", meeting.id()).completes("mark", Map.of("headCount", "34"));
    }

    /** Two stayed, one was there for half an hour, two did not come. */
    private void closed(TrainingSession session) {
        ofTheVague(session);
        List<Enrolment> rows = circo.teachers().subList(0, 5).stream()
                .map(teacher -> some.enrol(session, teacher))
                .toList();
        var theCase = driver.theCase("trainingSession", session.id());
        driver.travelTo(session.endsAt().plusHours(1));
        marks.record(
                session.id(),
                1,
                Map.of(
                        rows.get(0).id(),
                        present(null),
                        rows.get(1).id(),
                        present(null),
                        rows.get(2).id(),
                        new Mark(EnrolmentState.PARTIEL, 30),
                        rows.get(3).id(),
                        new Mark(EnrolmentState.ABSENT, null),
                        rows.get(4).id(),
                        new Mark(EnrolmentState.ABSENT_EXCUSE, null)));
        theCase.completes("mark", Map.of("confirmed", true));
    }

    private static Mark present(Integer minutes) {
        return new Mark(EnrolmentState.PRESENT, minutes);
    }

    private TrainingSession ofTheVague(TrainingSession session) {
        jdbc.sql("UPDATE training_session SET project_id = ?, vague_id = ? WHERE id = ?")
                .params(planned.projectId(), planned.vagueId(), session.id())
                .update();
        return session;
    }

    private Document bilan(Long vagueId) throws Exception {
        plans.tell(new BilanDue(planned.projectId(), vagueId));
        return visitor.page(
                circo.ien(), "/projets/" + planned.projectId() + (vagueId == null ? "" : "/vagues/1") + "/bilan");
    }

    private static List<String> row(Document bilan, String title) {
        Element row = bilan.select("caption:contains(Écoles et formations) ~ tbody tr").stream()
                .filter(each -> each.child(0).text().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + title));
        return row.select("td").eachText().stream()
                .map(text -> text.replace('\u00a0', ' ').replace('\u202f', ' '))
                .toList();
    }

    @Test
    void hoursAreThoseAttendedAndWhoCameInPartDidNotComplete() throws Exception {
        for (Long scope : Arrays.asList(planned.vagueId(), null)) {
            Document bilan = bilan(scope);
            assertThat(row(bilan, "Heures-stagiaires"))
                    .as("planned 6 people x 90 min; attended 90 + 90 + 30")
                    .containsExactly("9,0 h", "3,5 h");
            assertThat(row(bilan, "Présences jusqu'au bout"))
                    .containsExactly("6", "2 (sur 5 inscriptions, 1 en partie)");
            assertThat(row(bilan, "Heures-formateurs")).containsExactly("2,5 h", "3,0 h");
        }
    }

    @Test
    void parentsAreNoTrainees() throws Exception {
        Document bilan = bilan(planned.vagueId());
        assertThat(row(bilan, "Sessions de formation")).containsExactly("1", "1");
        assertThat(row(bilan, "Places")).containsExactly("8", "8");
        assertThat(row(bilan, "Réunions de parents")).containsExactly("1", "1");
        assertThat(row(bilan, "Parents")).containsExactly("200", "34");
    }

    @Test
    void onlyWhoIsStillToTrainIsSaidToBe() throws Exception {
        assertThat(bilan(planned.vagueId()).select("#constats ~ ul").text())
                .contains("3 personnes")
                .contains("restent à former")
                .contains("dont 1 venue en partie");
        TrainingSession again = some.session(circo, SessionGround.WEDNESDAY.plusDays(14), 8, 1);
        ofTheVague(again);
        Enrolment row = some.enrol(again, circo.teachers().get(2));
        var theCase = driver.theCase("trainingSession", again.id());
        driver.travelTo(again.endsAt().plusHours(1));
        marks.record(again.id(), 1, Map.of(row.id(), present(null)));
        theCase.completes("mark", Map.of("confirmed", true));
        assertThat(bilan(planned.vagueId()).select("#constats ~ ul").text())
                .contains("2 personnes")
                .doesNotContain("en partie");
    }

    /** Who came in part to the training for a version stood as trained. */
    @Test
    void whoCameInPartIsNotTrainedToAVersion() throws Exception {
        EntRelease release = releases.declare(
                new NewRelease(circo.uai(), "2026.9", LocalDate.of(2026, 12, 10), "Note", Set.of("COMM"), ""));
        TrainingSession session = some.session(circo, SessionGround.WEDNESDAY.plusDays(21), 8, 1);
        jdbc.sql("UPDATE ent_release SET session_id = ? WHERE id = ?")
                .params(session.id(), release.id())
                .update();
        jdbc.sql(
                        "INSERT INTO enrolment (version, session_id, agent_id, active_agent_id, state, minutes_attended) VALUES (0, ?, ?, ?, 'PARTIEL', 30)")
                .params(session.id(), circo.erun().id(), circo.erun().id())
                .update();
        jdbc.sql(
                        "INSERT INTO enrolment (version, session_id, agent_id, active_agent_id, state, minutes_attended) VALUES (0, ?, ?, ?, 'PRESENT', 90)")
                .params(session.id(), circo.ien().id(), circo.ien().id())
                .update();
        Document page = visitor.page(circo.ien(), "/versions/" + release.id());
        assertThat(page.select("tr:contains(" + circo.erun().fullName() + ") td[data-label=Formation]")
                        .text())
                .isEqualTo("En partie (30 min)");
        assertThat(page.select("tr:contains(" + circo.erun().fullName() + ") .good"))
                .isEmpty();
        assertThat(page.select("tr:contains(" + circo.ien().fullName() + ") .good")
                        .text())
                .isEqualTo("Formation suivie");
    }

    /** The paper and the workbook say what the page says, row by row; veraPDF is the judge of the paper. */
    @Test
    void leavesAsAPaperEverybodyCanReadAndAsAWorkbook() throws Exception {
        for (Long scope : Arrays.asList(planned.vagueId(), null)) {
            Document page = bilan(scope);
            String address = "/projets/" + planned.projectId() + (scope == null ? "" : "/vagues/1") + "/bilan";
            assertThatPdf(visitor.as(circo.ien(), get(address + ".pdf")).getContentAsByteArray())
                    .isAccessible()
                    .says("Présences jusqu’au bout", "2 (sur 5 inscriptions, 1 en partie)", "Heures-stagiaires")
                    .says(page.select("section[aria-labelledby=ecoles] tbody th").eachText().stream()
                            .map(name -> name.replace('\'', '’'))
                            .toArray(String[]::new))
                    .says("Questions de cadrage", "13 sur 13 sans réponse décidée");
            Map<String, List<List<String>>> book =
                    sheets(visitor.as(circo.ien(), get(address + ".xlsx")).getContentAsByteArray());
            assertThat(book.get("Prévu et réalisé"))
                    .containsExactlyElementsOf(rows(page.select("section[aria-labelledby=chiffres] tbody tr")));
            assertThat(book.get("Constats").stream().map(row -> row.get(1)))
                    .containsAll(plain(page.select("section[aria-labelledby=chiffres] li")));
            assertThat(book.get("Écoles").stream().map(row -> row.subList(0, 3)))
                    .isNotEmpty()
                    .containsExactlyElementsOf(rows(page.select("section[aria-labelledby=ecoles] tbody tr")).stream()
                            .map(row -> row.subList(0, 3))
                            .toList());
            assertThat(book.get("Questions de cadrage"))
                    .hasSize(13)
                    .hasSameSizeAs(page.select("section[aria-labelledby=cadrage] tbody tr"));
            assertThat(book.get("Décisions")).hasSameSizeAs(page.select("section[aria-labelledby=decisions] tbody tr"));
        }
    }

    private static List<List<String>> rows(Elements rows) {
        return rows.stream().map(row -> plain(row.children())).toList();
    }

    private static List<String> plain(Elements elements) {
        return elements.stream().map(Element::text).map(PlainPages::plain).toList();
    }

    /** Without their heads. */
    private static Map<String, List<List<String>>> sheets(byte[] book) throws Exception {
        Map<String, List<List<String>>> sheets = new HashMap<>();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            for (Sheet sheet : read.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream()
                                .skip(1)
                                .map(row -> row.stream()
                                        .map(cell -> cell == null ? "" : PlainPages.plain(cell.getText()))
                                        .toList())
                                .toList());
            }
        }
        return sheets;
    }
}
