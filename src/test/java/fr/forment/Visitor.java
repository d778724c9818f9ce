package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.people.Agent;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Asks for pages as somebody who is signed in, through the whole web layer. */
@Component
public class Visitor {

    private final ObjectProvider<MockMvc> web; // not there where a test starts a real server
    private final TestGround ground;

    Visitor(ObjectProvider<MockMvc> web, TestGround ground) {
        this.web = web;
        this.ground = ground;
    }

    public MockHttpServletResponse as(Agent agent, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return result(agent, request).getResponse();
    }

    /** The refusal that the next page shows; empty when there was none. */
    public String refused(Agent agent, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return String.valueOf(result(agent, request).getFlashMap().getOrDefault("problem", ""));
    }

    public MvcResult result(Agent agent, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        ground.as(agent);
        var who = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return web.getObject()
                .perform(request.with(SecurityMockMvcRequestPostProcessors.authentication(who))
                        .with(csrf()))
                .andReturn();
    }

    /** What the forms of a page say they showed. */
    public String shown(Agent agent, String path) throws Exception {
        return page(agent, path).select("input[name=vu]").attr("value");
    }

    /** A page that must be there; its path as a link says it, already encoded. */
    public Document page(Agent agent, String path) throws Exception {
        var response = as(agent, get(URI.create(path)));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }
}
