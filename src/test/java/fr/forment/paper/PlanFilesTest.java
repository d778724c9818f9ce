package fr.forment.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import fr.forment.HouseTest;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.PlanningGround.Case;
import fr.forment.plan.Plans;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.assertj.core.data.Offset;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** The workbook and the calendars of a plan. */
@HouseTest
class PlanFilesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    private PlanningGround ground;

    @Autowired
    private PlanService service;

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private Plans plans;

    @Autowired
    private Visitor visitor;

    @Autowired
    private JdbcClient jdbc;

    private Case made;
    private long plan;

    @BeforeEach
    void calculate() {
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
    }

    @Test
    void theWorkbookHoldsDaysHoursAndFiguresThatCount() throws Exception {
        PlannedSession first = plans.sessions(plan).get(0);
        jdbc.sql("UPDATE planned_session SET place = '=cmd|''/C calc''!A0' WHERE id = ?")
                .param(first.id())
                .update();
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(taken(made.circo().erun(), "/plans/" + plan + "/plan.xlsx")),
                new ReadingOptions(true, false))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly(
                            "Sessions",
                            "Moyens",
                            "Coûts",
                            "Heures des enseignants",
                            "Ce qui ne tient pas",
                            "Besoins sans place",
                            "Sans session");
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(1 + plans.sessions(plan).size());
            Row row = rows.get(1);
            assertThat(row.getCell(1).getText()).isEqualTo("PROJET – non approuvé");
            assertThat(row.getCell(6).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCell(6).asDate().toLocalDate()).isEqualTo(first.day());
            assertThat(row.getCell(7).asNumber().doubleValue() * 24)
                    .isCloseTo(first.start().toSecondOfDay() / 3600.0, Offset.offset(0.001));
            assertThat(row.getCell(7).getDataFormatString()).isEqualTo("hh:mm");
            assertThat(row.getCell(9).asNumber().doubleValue()).isEqualTo(first.minutes() / 60.0);
            assertThat(row.getCell(11).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(11).getText()).startsWith("'=cmd");
            assertThat(row.getCell(14).asNumber().intValue()).isEqualTo(first.expected());
        }
    }

    @Test
    void aDateOfADraftIsTentativeAndAnApprovedOneStands() throws Exception {
        Agent erun = made.circo().erun();
        ICalendar draft = calendar(erun, "/plans/" + plan + "/sessions.ics");
        List<PlannedSession> sessions = plans.sessions(plan);
        assertThat(draft.getEvents()).hasSameSizeAs(sessions).allSatisfy(event -> {
            assertThat(event.getStatus().isTentative()).isTrue();
            assertThat(event.getSummary().getValue()).startsWith("Projet de formation : ");
        });
        VEvent first = draft.getEvents().get(0);
        assertThat(first.getDateStart().getValue().toInstant())
                .isEqualTo(sessions.get(0).startsAt().atZone(PARIS).toInstant());

        approve();
        ICalendar approved = calendar(erun, "/plans/" + plan + "/sessions.ics");
        assertThat(approved.getEvents())
                .allMatch(event -> event.getStatus().isConfirmed())
                .extracting(event -> event.getUid().getValue())
                .containsExactlyElementsOf(draft.getEvents().stream()
                        .map(event -> event.getUid().getValue())
                        .toList())
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.endsWith("@localhost:8080"));
    }

    @Test
    void aTrainerTakesHisOwnAndADirectorThoseOfHisSchool() throws Exception {
        Agent cpc = made.circo().cpc();
        long led = plans.sessions(plan).stream()
                .filter(session -> cpc.id().equals(session.trainerAgentId()))
                .count();
        assertThat(led).isPositive();
        assertThat(calendar(cpc, "/plans/" + plan + "/mes-sessions.ics").getEvents())
                .hasSize((int) led);
        MockHttpServletResponse none =
                visitor.as(made.circo().secretary(), get("/plans/" + plan + "/mes-sessions.ics"));
        assertThat(none.getStatus()).isEqualTo(409);
        assertThat(none.getContentAsString()).contains("ne vous en confie");

        Agent director = made.circo().directors().get(0);
        assertThat(visitor.as(director, get("/plans/" + plan + "/sessions.ics")).getStatus())
                .isEqualTo(404);
        approve();
        assertThat(calendar(director, "/plans/" + plan + "/sessions.ics").getEvents())
                .hasSize((int) plans.sessions(plan).stream()
                        .filter(session -> session.schoolUais().contains(made.school(0)))
                        .count());
    }

    @Test
    void gaiaIsToldOfAnApprovedPlanOnlyAndTheReportComesFirst() throws Exception {
        Agent secretary = made.circo().secretary();
        jdbc.sql(
                        "INSERT INTO gaia_link (project_id, module_code, dispositif, module) VALUES (?, 'PEDA-1', '26D0350123', '70125')")
                .param(made.number())
                .update();
        var page = visitor.page(secretary, "/plans/" + plan + "/gaia");
        assertThat(page.select("#rapport ~ div tbody tr").text()).contains("Non exportée", "numéro de dispositif");
        assertThat(page.select("#saisie ~ div tbody tr").text()).contains("26D0350123", "70125");
        assertThat(page.select("a[href$=gaia.xlsx]")).isEmpty();
        assertThat(visitor.as(secretary, get("/plans/" + plan + "/gaia.csv")).getStatus())
                .isEqualTo(409);
        assertThat(new String(taken(secretary, "/plans/" + plan + "/gaia-rapport.csv"), StandardCharsets.UTF_8))
                .contains("Non exportée");

        approve();
        assertThat(visitor.page(secretary, "/plans/" + plan + "/gaia").select("a[href$=gaia.xlsx]"))
                .hasSize(1);
        assertThat(new String(taken(secretary, "/plans/" + plan + "/gaia.csv"), StandardCharsets.UTF_8))
                .contains("26D0350123;70125;");
        try (var book =
                new ReadableWorkbook(new ByteArrayInputStream(taken(secretary, "/plans/" + plan + "/gaia.xlsx")))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName())).containsExactly("À saisir", "Arrondis et refus");
        }
    }

    private void approve() {
        jdbc.sql("UPDATE training_plan SET state = 'APPROUVE', decided_on = '2026-10-01' WHERE id = ?")
                .param(plan)
                .update();
    }

    /** Both readers agree on how many there are. */
    private ICalendar calendar(Agent who, String path) throws Exception {
        byte[] file = taken(who, path);
        var theirs = new CalendarBuilder().build(new ByteArrayInputStream(file));
        assertThat(theirs.validate().getEntries()).isEmpty();
        ICalendar read =
                Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
        assertThat(read.getEvents()).hasSameSizeAs(theirs.getComponents("VEVENT"));
        return read;
    }

    private byte[] taken(Agent who, String path) throws Exception {
        MockHttpServletResponse answer = visitor.as(who, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsByteArray();
    }
}
