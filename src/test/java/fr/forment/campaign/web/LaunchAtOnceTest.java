package fr.forment.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.campaign.CampaignDraft;
import fr.forment.campaign.CampaignDraftService;
import fr.forment.campaign.Needs;
import fr.forment.campaign.Perimeter;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.survey.Survey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/**
 * The IEN and the E-RUN launch the same campaign at the same instant: it is launched once, and each reads what
 * happened.
 */
@HouseTest
class LaunchAtOnceTest {

    private static final LocalDate OPENS_ON = LocalDate.of(2026, 9, 1);

    @Autowired
    MockMvc web;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    Needs needs;

    @Autowired
    CampaignDraftService drafts;

    TestGround.Circo circo;
    long campaign;

    @BeforeEach
    void aCampaignToLaunch() {
        circo = ground.circonscription(4);
        campaign = drafts.prepare(new CampaignDraft(
                "Besoins de rentrée",
                new Perimeter(Perimeter.Kind.CIRCONSCRIPTION, List.of(circo.uai())),
                OPENS_ON,
                LocalDate.of(2026, 9, 30),
                80));
    }

    private Callable<MvcResult> launches(Agent who, CyclicBarrier together) {
        ground.as(who);
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return () -> {
            together.await();
            return web.perform(post("/besoins/" + campaign + "/lancement")
                            .with(authentication(signedIn))
                            .with(csrf()))
                    .andReturn();
        };
    }

    @Test
    void launchesOnceAndTellsBoth() throws Exception {
        var together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        List<String> told = new ArrayList<>();
        try {
            for (Future<MvcResult> each :
                    pool.invokeAll(List.of(launches(circo.ien(), together), launches(circo.erun(), together)))) {
                MockHttpServletResponse response = each.get().getResponse();
                assertThat(response.getStatus())
                        .as(response.getContentAsString())
                        .isEqualTo(302);
                each.get().getFlashMap().values().forEach(message -> told.add(message.toString()));
            }
        } finally {
            pool.shutdown();
        }
        assertThat(told)
                .hasSize(2)
                .anyMatch(message -> message.startsWith("La campagne est lancée"))
                .anyMatch(message -> message.contains("n'est plus en préparation")
                        && message.contains("rien n'a été lancé une seconde fois"));
        driver.theCase("needsCampaign", campaign).waitsAt("waitForAnswers");
        assertThat(driver.running())
                .filteredOn(running -> running.equals("needsCampaign:" + campaign))
                .hasSize(1);
        assertThat(needs.surveys(campaign))
                .extracting(Survey::schoolUai)
                .containsExactlyInAnyOrderElementsOf(circo.schools());
    }
}
