package fr.forment.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.HouseTest;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Whoever comes while the demonstration is played to its date is told to wait a little, and nobody afterwards. */
@HouseTest
class StoryBannerTest {

    @Autowired
    MockMvc web;

    @Autowired
    StoryBeingTold story;

    @Test
    void pagesSaySoWhileItIsPlayed() {
        AtomicReference<String> home = new AtomicReference<>();
        AtomicReference<String> signIn = new AtomicReference<>();
        story.during(() -> {
            home.set(banner(get("/").with(user("ien.ici").roles("IEN"))));
            signIn.set(banner(get("/login")));
        });

        assertThat(home.get()).contains("La démonstration se prépare", "une minute", "Actualisez la page");
        assertThat(signIn.get()).isEqualTo(home.get());
        assertThat(banner(get("/").with(user("ien.ici").roles("IEN")))).isEmpty();
        assertThat(banner(get("/login"))).isEmpty();
    }

    @Test
    void isOnFromTheFirstSecondOfADemonstrationAndOverWhenItBroke() {
        MockEnvironment demonstration = new MockEnvironment();
        demonstration.addActiveProfile("demo");
        StoryBeingTold fresh = new StoryBeingTold(demonstration);

        assertThat(fresh.isOn()).isTrue();
        assertThatThrownBy(() -> fresh.during(() -> {
                    throw new IllegalStateException("broken off");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(fresh.isOn()).isFalse();
        assertThat(new StoryBeingTold(new MockEnvironment()).isOn())
                .as("elsewhere nothing is played")
                .isFalse();
    }

    private String banner(MockHttpServletRequestBuilder asked) {
        try {
            Document page =
                    Jsoup.parse(web.perform(asked).andReturn().getResponse().getContentAsString());
            assertThat(page.select("h1")).as("a page of ours").hasSize(1);
            return page.select("#preparation").text();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
