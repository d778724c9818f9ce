package fr.forment.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.benchmark.plan.HardRules;
import fr.forment.benchmark.plan.Recount;
import fr.forment.people.Agent;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.Warning;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The file of facts and plan: whole, without names, for those who may see hours of people. */
@HouseTest
class PlanJsonPageTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private PlanningGround plans;

    @Autowired
    private TestGround ground;

    @Autowired
    private PlanService service;

    @Autowired
    private Plans read;

    private PlanningGround.Case made;
    private long plan;

    @BeforeEach
    void calculate() {
        made = plans.projectWithNeeds();
        plan = service.begin(made.number()).id();
    }

    @Test
    void holdsThePlanAndAgreesWithItsJudge() throws Exception {
        byte[] json = web.perform(as(made.circo().ien()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"plan-" + plan + ".json\""))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        JsonNode document = new ObjectMapper().readTree(json);

        assertThat(document.get("sessions"))
                .extracting(session -> session.get("line").asInt() + " "
                        + session.get("module").asText() + " "
                        + session.get("day").asText())
                .containsExactlyInAnyOrderElementsOf(read.sessions(plan).stream()
                        .map(session -> session.line() + " " + session.moduleCode() + " " + session.day())
                        .toList());
        assertThat(document.get("sessions").findValues("expected").stream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(read.sessions(plan).stream()
                        .mapToInt(PlannedSession::expected)
                        .sum());
        assertThat(HardRules.broken(new Recount(json))).isEmpty();
        assertThat(read.warnings(plan)).noneMatch(warning -> warning.weight() == Warning.Weight.BLOQUANT);
        assertThat(document.get("seed").isNull()).isTrue();
        assertThat(document.get("weights").get("PERSONNE_KM").asInt()).isEqualTo(1);
        assertThat(document.get("people")).isNotEmpty().allSatisfy(person -> assertThat(person.fieldNames())
                .toIterable()
                .containsExactly("number", "function", "school", "minutesLeft", "trained"));
        String text = new String(json, StandardCharsets.UTF_8);
        assertThat(made.circo().teachers()).isNotEmpty().allSatisfy(teacher -> assertThat(text)
                .doesNotContain(teacher.lastName())
                .doesNotContain(teacher.fullName()));
    }

    @Test
    void isForThoseWhoMaySeeHours() throws Exception {
        web.perform(as(made.circo().cpc())).andExpect(status().isOk());
        web.perform(as(made.circo().dsi())).andExpect(status().isForbidden());
        web.perform(as(made.circo().teachers().get(0))).andExpect(status().isNotFound());
        web.perform(as(ground.circonscription(1).ien())).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder as(Agent agent) {
        ground.as(agent);
        return get("/plans/" + plan + ".json")
                .with(authentication(SecurityContextHolder.getContext().getAuthentication()));
    }
}
