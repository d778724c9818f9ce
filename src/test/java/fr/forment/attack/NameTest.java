package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.arrival.Arrivals;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Official mail greets people by the name that somebody typed: that name must not be a message of its own, nor go out
 * without bound.
 */
@Tag("attack")
@HouseTest
class NameTest {

    private static final List<String> ADDRESSES = List.of(
            "http://evil.example/a www.evil.example",
            "evil.example",
            "www",
            "a@evil.example",
            "Le Gall <b>",
            "evil\u3002example",
            "evil\uFF0Eexample",
            "evil\u2024example",
            "Urgent : cliquez"); // what turns the way of writing is taken out at the door: CleanFormsTest

    @Autowired
    TestGround ground;

    @Autowired
    MockMvc web;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Agents agents;

    @Autowired
    Arrivals arrivals;

    private Circo here;
    private String school;
    private int present;

    @BeforeEach
    void make() {
        here = ground.circonscription(1);
        school = here.schools().get(0);
        present = agents.inSchool(school).size();
        ground.as(here.directors().get(0));
    }

    @Test
    void tasklistTakesNoAddressForAName() {
        for (String name : ADDRESSES) {
            assertThat(driver.refusesToStart("arrivalDeclaration", typed(name, "Lou", 1)))
                    .contains("Un nom s'écrit en lettres");
            assertThat(driver.refusesToStart("arrivalDeclaration", typed("Lou", name, 1)))
                    .contains("Un nom s'écrit en lettres");
        }
        assertThat(agents.inSchool(school)).hasSize(present);
    }

    @Test
    void thePageSaysWhichFieldAndKeepsWhatWasTyped() throws Exception {
        Document page = declared("Petit", "http://evil.example/a");
        assertThat(page.select("[role=alert]").text()).contains("Prénom : Un nom s'écrit en lettres");
        assertThat(page.select("#firstName").val()).isEqualTo("http://evil.example/a");
        assertThat(agents.inSchool(school)).hasSize(present);
    }

    @Test
    void fortyADayAndNoMore() {
        for (int n = 0; n < 40; n++) {
            driver.starts("arrivalDeclaration", typed("Arrivée" + n, "Lou", n)).isEnded();
        }
        assertThat(driver.refusesToStart("arrivalDeclaration", typed("Detrop", "Lou", 41)))
                .contains("40")
                .contains("demain");
        assertThat(agents.inSchool(school)).hasSize(present + 40);
        ground.as(here.erun());
        driver.starts("arrivalDeclaration", typed("Autrement", "Lou", 42)).isEnded();
    }

    private Document declared(String last, String first) throws Exception {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var answer = web.perform(post("/arrivees/declarer")
                        .param("lastName", last)
                        .param("firstName", first)
                        .param("email", "x@ailleurs.invalid")
                        .param("function", "ADJOINT")
                        .param("schoolUai", school)
                        .param("quotity", "100")
                        .param("takenUpOn", "2026-10-01")
                        .param("entExperience", "non")
                        .with(authentication(who))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        return Jsoup.parse(answer.getContentAsString());
    }

    private Map<String, Object> typed(String last, String first, int number) {
        return new HashMap<>(Map.of(
                "lastName",
                last,
                "firstName",
                first,
                "email",
                number + "." + school + "@ailleurs.invalid",
                "agentFunction",
                "ADJOINT",
                "school",
                school,
                "takenUpOn",
                "2026-10-01",
                "entExperience",
                "NON",
                "quotity",
                "100"));
    }
}
