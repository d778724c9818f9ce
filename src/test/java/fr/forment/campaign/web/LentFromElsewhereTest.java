package fr.forment.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.Visitor;
import fr.forment.access.DelegationService;
import fr.forment.account.NewDelegation;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The IEN of a neighbouring circonscription, who has nothing here but what is lent to him. */
@HouseTest
class LentFromElsewhereTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @Autowired
    DelegationService delegations;

    TestGround.Circo here;
    TestGround.Circo elsewhere;

    @BeforeEach
    void theNeighbourDecides() {
        here = ground.circonscription(2);
        elsewhere = ground.circonscription(1);
        ground.as(here.ien());
        delegations.name(new NewDelegation(
                here.uai(), here.ien().id(), elsewhere.ien().id(), TODAY, TODAY.plusDays(10), "Congé"));
    }

    private String prepared() throws Exception {
        String where = visitor.as(
                        here.ien(),
                        post("/besoins/nouvelle")
                                .param("titre", "Campagne d'essai")
                                .param("perimetre", "CIRCONSCRIPTION")
                                .param("circonscription", here.uai())
                                .param("ouverture", "2026-09-07")
                                .param("echeance", "2026-09-25")
                                .param("seuil", "80"))
                .getRedirectedUrl();
        return where.substring(0, where.length() - "/preparation".length());
    }

    @Test
    void launches() throws Exception {
        String campaign = prepared();
        assertThat(visitor.as(elsewhere.ien(), get(campaign + "/preparation")).getStatus())
                .as("reads")
                .isEqualTo(200);
        assertThat(visitor.as(elsewhere.ien(), post(campaign + "/lancement")).getStatus())
                .as("launches")
                .isEqualTo(302);
    }

    @Test
    void discards() throws Exception {
        assertThat(visitor.as(elsewhere.ien(), post(prepared() + "/abandon")).getStatus())
                .isEqualTo(302);
    }

    @Test
    void pauses() throws Exception {
        String campaign = prepared();
        visitor.as(here.ien(), post(campaign + "/lancement"));
        assertThat(visitor.as(elsewhere.ien(), post(campaign + "/pause").param("motif", "Grève"))
                        .getStatus())
                .as("pauses")
                .isEqualTo(302);
    }

    @Test
    void computesTheGrid() throws Exception {
        String campaign = prepared();
        visitor.as(here.ien(), post(campaign + "/lancement"));
        assertThat(visitor.as(elsewhere.ien(), post(campaign + "/grille/calcul"))
                        .getStatus())
                .as("computes")
                .isEqualTo(302);
    }
}
