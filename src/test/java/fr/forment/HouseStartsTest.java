package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.engine.Directory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** Doors: what a stranger may open is what is listed here, and nothing else. */
@HouseTest
class HouseStartsTest {

    @Autowired
    MockMvc web;

    @Test
    void aStrangerIsSentToTheSignInPage() throws Exception {
        for (String path :
                new String[] {"/", "/projets", "/personnels", "/catalogue", "/courriels", "/demonstration"}) {
            web.perform(get(path)).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/login"));
        }
    }

    @Test
    void theSignInPageIsOpen() throws Exception {
        web.perform(get("/login")).andExpect(status().isOk());
    }

    @Autowired
    TestGround ground;

    @Autowired
    Directory directory;

    @Test
    void aDirectorIsKnownToTasklistByRoleAndSchool() {
        var circo = ground.circonscription(1);
        ground.as(circo.directors().get(0));
        String login = SecurityContextHolder.getContext().getAuthentication().getName();
        assertThat(directory.groupsOf(login))
                .contains("directeur", "directeur." + circo.schools().get(0))
                .noneMatch(group -> group.startsWith("ien"));
    }

    @Test
    void nobodyClaimsTheFirstAdministrator() throws Exception {
        web.perform(post("/camunda/api/admin/setup/default/user/create")).andExpect(status().is4xxClientError());
    }
}
