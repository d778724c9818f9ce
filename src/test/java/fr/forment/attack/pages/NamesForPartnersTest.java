package fr.forment.attack.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import fr.forment.Visitor;
import fr.forment.attack.Handled;
import fr.forment.engine.ProcessDriver;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.words.Tolerance;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The collectivité and the supplier read a plan whole, but know the trainers of their own body by name only: looked for
 * on every page and in every file of a plan that answers them, also one that comes later.
 */
@Tag("attack")
@HouseTest
class NamesForPartnersTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Agents agents;

    @Autowired
    Visitor visitor;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private PlanningGround.Case made;
    private long plan;
    private List<Agent> others;

    /** One session is led by each partner, the others by people of the circonscription; one of them was changed. */
    @BeforeEach
    void calculate() {
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        List<PlannedSession> sessions = plans.sessions(plan);
        leads(made.circo().dsi(), sessions.get(0));
        leads(made.circo().supplier(), sessions.get(1));
        others = agents
                .all(plans.sessions(plan).stream()
                        .map(PlannedSession::trainerAgentId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .filter(agent -> !List.of(
                                made.circo().dsi().id(), made.circo().supplier().id())
                        .contains(agent.id()))
                .toList();
        assertThat(others).isNotEmpty();
        String trainer = "formateur n° " + others.get(0).id();
        plans.find(plan).ifPresent(known -> {
            journal.add(known.told("Session modifiée").part(1).change(trainer, null));
            journal.add(known.told(Tolerance.WITHIN)
                    .part(1)
                    .change(trainer, PlanNames.numbered(others.get(0).id()))
                    .because("Absence : " + others.get(0).fullName()));
            journal.add(known.told("Avenant préparé")
                    .because("Absence : " + others.get(0).fullName()));
        });
        jdbc.sql("UPDATE training_plan SET reason = ? WHERE id = ?")
                .params("Absence : " + others.get(0).fullName(), plan)
                .update();
    }

    @Test
    void noPageAndNoFileNamesATrainerOfAnotherBody() throws Exception {
        for (Agent partner : List.of(made.circo().dsi(), made.circo().supplier())) {
            Map<String, String> read = read(partner);
            assertThat(read.keySet())
                    .contains(
                            "/plans/{id}",
                            "/plans/{id}/moyens",
                            "/plans/{id}/calendrier",
                            "/plans/{id}/gaia",
                            "/plans/{id}/plan.pdf",
                            "/plans/{id}/plan.xlsx",
                            "/plans/{id}/sessions.csv",
                            "/plans/{id}/sessions.ics");
            Agent stranger = partner.equals(made.circo().dsi())
                    ? made.circo().supplier()
                    : made.circo().dsi();
            read.forEach((path, text) -> assertThat(text)
                    .as(path)
                    .doesNotContainIgnoringCase(Stream.concat(others.stream(), Stream.of(stranger))
                            .map(Agent::lastName)
                            .toArray(String[]::new)));
            assertThat(Stream.of("/plans/{id}", "/plans/{id}/moyens", "/plans/{id}/plan.pdf", "/plans/{id}/plan.xlsx"))
                    .allSatisfy(path -> assertThat(read.get(path)).as(path).containsIgnoringCase(partner.lastName()));
        }
    }

    @Test
    void theTeamReadsThemAll() throws Exception {
        Map<String, String> read = read(made.circo().secretary());

        assertThat(Stream.of("/plans/{id}", "/plans/{id}/moyens", "/plans/{id}/plan.pdf", "/plans/{id}/plan.xlsx"))
                .allSatisfy(path -> assertThat(read.get(path))
                        .as(path)
                        .contains(others.stream().map(Agent::lastName).toArray(String[]::new)));
    }

    @Test
    void whatPartnersDoNotReadByNameIsCountedByBody() throws Exception {
        var page = visitor.page(made.circo().dsi(), "/plans/" + plan + "/moyens");

        var bodies = page.select("section[aria-labelledby=formateurs] [aria-label='Par organisme'] tbody");
        assertThat(bodies.text()).contains("Éducation nationale", "Collectivité", "Fournisseur");
        assertThat(page.select("section[aria-labelledby=formateurs] [aria-label='Par formateur'] tbody tr"))
                .extracting(row -> row.select("th").text())
                .contains(made.circo().dsi().fullName())
                .allMatch(name -> name.equals(made.circo().dsi().fullName()) || name.equals("à désigner"));
        assertThat(page.text()).contains("Les formateurs des autres organismes sont comptés ci-dessus");
    }

    /** What answers, by pattern: every page and file of a plan there is. */
    private Map<String, String> read(Agent reader) throws Exception {
        List<String> patterns = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> Handled.of(entry.getKey(), entry.getValue()))
                .map(Handled::call)
                .filter(call -> call.startsWith("GET /plans/{id}"))
                .map(call -> call.substring("GET ".length()))
                .collect(Collectors.toList());
        Map<String, String> read = new TreeMap<>();
        for (String pattern : patterns) {
            MockHttpServletResponse answer = visitor.as(
                    reader,
                    get(pattern.replace("{id}", String.valueOf(plan))
                            .replace("{line}", "1")
                            .replace("{uai}", made.school(0))
                            .replace("{vague}", "1")
                            .replace("{module}", "PEDA-1")));
            if (answer.getStatus() == 200) {
                read.put(pattern, text(pattern, answer));
            }
        }
        return read;
    }

    private static String text(String pattern, MockHttpServletResponse answer) throws Exception {
        byte[] bytes = answer.getContentAsByteArray();
        if (pattern.endsWith(".pdf")) {
            try (PDDocument paper = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(paper);
            }
        }
        if (pattern.endsWith(".xlsx")) {
            try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
                StringBuilder all = new StringBuilder();
                for (var sheet : book.getSheets().toList()) {
                    sheet.read()
                            .forEach(row -> row.forEach(cell -> all.append(cell == null ? "" : cell.getRawValue())
                                    .append('\n')));
                }
                return all.toString();
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void leads(Agent agent, PlannedSession session) {
        jdbc.sql("UPDATE planned_session SET trainer_agent_id = ? WHERE id = ?")
                .params(agent.id(), session.id())
                .update();
    }
}
