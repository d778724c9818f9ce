package fr.forment.evaluation;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@HouseTest
class ParentsTest {

    @Autowired
    ParentsService parents;
    @Autowired
    TestGround ground;
    @Autowired
    MockMvc web;

    @Test
    void familiesAnswerByTheOpenLinkOfTheirSchool() throws Exception {
        String school = ground.circonscription(1).schools().get(0);
        String token = parents.tokenOf(school);
        assertThat(parents.tokenOf(school)).isEqualTo(token);
        web.perform(get("/parents/" + token)).andExpect(status().isOk());
        web.perform(post("/parents/" + token).with(csrf()).param("couldConnect", "OUI").param("findsInformation", "NON"))
                .andExpect(content().string(containsString("Merci")));
        assertThat(parents.resultOf(school)).isEqualTo(new ParentsService.ParentsResult(1, 1, 0));
    }

    @Test
    void refusesAnswersThatAreNotOffered() throws Exception {
        String school = ground.circonscription(1).schools().get(0);
        String token = parents.tokenOf(school);
        web.perform(post("/parents/" + token).with(csrf()).param("couldConnect", "PEUT-ETRE").param("findsInformation", "NON"))
                .andExpect(content().string(containsString("Choisissez une réponse")));
        assertThat(parents.resultOf(school).answers()).isZero();
        web.perform(get("/parents/inconnu")).andExpect(status().isNotFound());
    }
}
