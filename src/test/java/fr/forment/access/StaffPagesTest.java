package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.account.Account;
import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.stafflist.reading.StaffTemplate;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages on people, as each role gets them. */
@HouseTest
class StaffPagesTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private TestGround ground;

    @Autowired
    private AccountService accounts;

    @Autowired
    private Agents agents;

    @Autowired
    private RoleGivingService roles;

    private TestGround.Circo here;
    private TestGround.Circo elsewhere;

    @BeforeEach
    void twoCirconscriptions() {
        here = ground.circonscription(2);
        elsewhere = ground.circonscription(1);
    }

    private RequestPostProcessor as(Agent agent) {
        return as(accounts.ofAgent(agent.id()).orElseThrow());
    }

    private static RequestPostProcessor as(Account account) {
        return user(account.login()).authorities(AuthorityUtils.createAuthorityList(account.authorities()));
    }

    private Agent teacher(int i) {
        return here.teachers().get(i);
    }

    @Test
    void theSecretarySeesTheWholeCirconscriptionAndNoOther() throws Exception {
        web.perform(get("/personnels").with(as(here.secretary())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(teacher(0).lastName())))
                .andExpect(content().string(containsString(teacher(3).lastName())))
                .andExpect(content()
                        .string(not(containsString(elsewhere.teachers().get(0).lastName() + " "))));
        web.perform(get("/personnels").param("circonscription", elsewhere.uai()).with(as(here.secretary())))
                .andExpect(content()
                        .string(not(containsString(elsewhere.teachers().get(0).lastName() + " "))));
        web.perform(get("/personnels")
                        .param("ecole", here.schools().get(1))
                        .param("q", teacher(2).lastName().toUpperCase())
                        .param("fonction", "ADJOINT")
                        .with(as(here.secretary())))
                .andExpect(content().string(containsString(">1 personne</span>")));
    }

    @Test
    void theCollectivitesRoleHereOpensNothingToWhoDirectsElsewhere() throws Exception {
        Agent both = elsewhere.directors().get(0);
        roles.give(accounts.ofAgent(both.id()).orElseThrow().login(), Role.DSI, here.uai(), "Référent de la commune");

        String list = web.perform(
                        get("/personnels").param("circonscription", here.uai()).with(as(both)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(list)
                .contains(elsewhere.teachers().get(0).lastName())
                .doesNotContain(teacher(0).lastName() + " ");
        web.perform(get("/personnels/{id}", teacher(0).id()).with(as(both))).andExpect(status().isNotFound());
    }

    @Test
    void aDirectorSeesHisSchool() throws Exception {
        Agent director = here.directors().get(0);
        web.perform(get("/personnels").with(as(director)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(teacher(1).lastName())))
                .andExpect(content().string(not(containsString(teacher(2).lastName() + " "))));
        web.perform(get("/personnels/{id}", teacher(0).id()).with(as(director))).andExpect(status().isOk());
        web.perform(get("/personnels/{id}", teacher(2).id()).with(as(director))).andExpect(status().isNotFound());
        web.perform(get("/personnels/{id}", 999_999_999L).with(as(director))).andExpect(status().isNotFound());
        web.perform(get("/personnels/acces").with(as(director))).andExpect(status().isForbidden());
    }

    @Test
    void aTeacherSeesHimselfOnly() throws Exception {
        web.perform(get("/moi").with(as(teacher(0))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Reste pour l'ENT")));
        web.perform(get("/personnels/{id}", teacher(0).id()).with(as(teacher(0))))
                .andExpect(status().isOk());
        web.perform(get("/personnels/{id}", teacher(1).id()).with(as(teacher(0))))
                .andExpect(status().isNotFound());
        for (String path :
                new String[] {"/personnels", "/personnels/export.csv", "/personnels/import", "/personnels/acces"}) {
            web.perform(get(path).with(as(teacher(0)))).andExpect(status().isForbidden());
            web.perform(get(path).with(as(here.supplier()))).andExpect(status().isForbidden());
        }
    }

    @Test
    void theAdministratorHasAPageThoughHeIsOnNoList() throws Exception {
        web.perform(get("/moi").with(as(accounts.withLogin("admin").orElseThrow())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Administrateur")));
    }

    @Test
    void theExportIsAFileOfTheSamePeople() throws Exception {
        String csv = web.perform(
                        get("/personnels/export.csv").with(as(here.directors().get(0))))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(csv.lines())
                .hasSize(4)
                .anyMatch(line ->
                        line.startsWith(here.schools().get(0) + ";" + teacher(0).lastName()));
    }

    @Test
    void aListIsDepositedLookedAtAndAccepted() throws Exception {
        String csv = "uai;nom;prenom;fonction\n" + here.schools().get(0) + ";Plus;Zoé;adjoint\n"
                + elsewhere.schools().get(0) + ";Loin;Paul;adjoint\n";
        String preview = web.perform(multipart("/personnels/import")
                        .file(new MockMultipartFile(
                                "fichier", "liste.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        awaitWork(preview);
        var page = Jsoup.parse(web.perform(get(preview).param("voir", "TO_FIX").with(as(here.secretary())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("ne relève ni de votre école ni de votre circonscription")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        for (Agent other : new Agent[] {here.ien(), elsewhere.secretary()}) {
            web.perform(get(preview).with(as(other))).andExpect(status().isNotFound());
            web.perform(get(preview + "/avancement.json").with(as(other))).andExpect(status().isNotFound());
            web.perform(post(preview + "/abandon").with(as(other)).with(csrf())).andExpect(status().isNotFound());
        }
        web.perform(get(preview).with(as(teacher(0)))).andExpect(status().isForbidden());

        var accept = post(preview)
                .param("empreinte", page.selectFirst("input[name=empreinte]").val())
                .param("arrivee", "ALREADY_THERE")
                .with(as(here.secretary()))
                .with(csrf());
        web.perform(accept).andExpect(redirectedUrl(preview));
        assertThat(agents.inSchool(here.schools().get(0)))
                .extracting(Agent::firstName)
                .doesNotContain("Zoé");
        web.perform(accept.param("bonnesLignes", "true")).andExpect(redirectedUrl(preview));
        awaitWork(preview);
        assertThat(agents.inSchool(here.schools().get(0)))
                .extracting(Agent::firstName)
                .contains("Zoé");

        web.perform(accept).andExpect(flash().attributeCount(0));
        web.perform(post(preview + "/abandon").with(as(here.secretary())).with(csrf()))
                .andExpect(flash().attribute(
                                "problem", containsString("n'a pas été abandonnée : elle est déjà enregistrée")))
                .andExpect(flash().attribute("done", nullValue()));

        String journal = web.perform(get(preview).with(as(here.secretary())))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        web.perform(get(journal).with(as(here.ien())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Annuler cet import")));
        web.perform(get(journal).with(as(elsewhere.ien()))).andExpect(status().isNotFound());
        web.perform(post(journal + "/annulation").with(as(elsewhere.ien())).with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post(journal + "/annulation").with(as(here.secretary())).with(csrf()))
                .andExpect(redirectedUrl(journal));
        assertThat(agents.inSchool(here.schools().get(0)))
                .extracting(Agent::firstName)
                .doesNotContain("Zoé");
        web.perform(get("/personnels/imports").with(as(here.secretary())))
                .andExpect(content().string(containsString("annulé")));
        web.perform(get("/personnels/imports").with(as(here.supplier()))).andExpect(status().isForbidden());
    }

    /** Until the work behind the page is over. */
    private void awaitWork(String preview) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (web.perform(get(preview + "/avancement.json").with(as(here.secretary())))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .contains("\"busy\":true")) {
            assertThat(System.nanoTime()).as("the work ends").isLessThan(deadline);
        }
    }

    @Test
    void anUnreadableFileSaysWhyAndTheTemplateCanBeReadBack() throws Exception {
        web.perform(multipart("/personnels/import")
                        .file(new MockMultipartFile(
                                "fichier",
                                "eleves.csv",
                                "text/csv",
                                "Prénom enfant;Classes enfants\nA;CP\n".getBytes(StandardCharsets.UTF_8)))
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/personnels/import"));
        web.perform(get("/personnels/import/modele.csv").with(as(here.secretary())))
                .andExpect(content().string("\uFEFF" + String.join(";", StaffTemplate.COLUMNS) + "\r\n"));
    }

    @Test
    void anAccessIsGivenOnceShownAndNeverToAnEqual() throws Exception {
        web.perform(get("/personnels/acces").with(as(here.secretary())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("à " + teacher(0).fullName())));
        web.perform(post("/personnels/{id}/acces", teacher(0).id())
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("Mot de passe provisoire")));
        assertThat(accounts.ofAgent(teacher(0).id()).orElseThrow().passwordHash())
                .startsWith("{bcrypt}");

        web.perform(post("/personnels/{id}/acces", here.ien().id())
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(status().isForbidden());
        web.perform(post("/personnels/{id}/acces", elsewhere.teachers().get(0).id())
                        .with(as(here.secretary()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post("/personnels/{id}/acces", teacher(0).id())
                        .with(as(here.directors().get(0)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void accessesAreLookedThroughSchoolBySchoolAndCounted() throws Exception {
        accounts.giveAccess(teacher(1).id());
        var page = Jsoup.parse(web.perform(get("/personnels/acces")
                        .param("ecole", here.schools().get(0))
                        .with(as(here.secretary())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.text())
                .contains(
                        teacher(0).lastName(),
                        "3 comptes pour cette recherche : 1 ouvert, 2 pas encore",
                        "Comptes 1 à 3 sur 3")
                .doesNotContain(teacher(2).lastName() + " ");
        assertThat(page.select("form[action$=apercu] input[name=ecole]").eachAttr("value"))
                .containsOnly(here.schools().get(0));
    }

    @Test
    void aPersonChangesTheOwnPassword() throws Exception {
        String temporary = accounts.giveAccess(teacher(0).id());
        var change = post("/moi/mot-de-passe")
                .param("actuel", temporary)
                .with(as(teacher(0)))
                .with(csrf());
        web.perform(get("/moi/mot-de-passe").with(as(teacher(0)))).andExpect(status().isOk());
        web.perform(change.param("nouveau", "Un lilas en 2026").param("encore", "Un lilas en 2026"))
                .andExpect(redirectedUrl("/moi"));
        web.perform(post("/moi/mot-de-passe")
                        .param("actuel", temporary)
                        .param("nouveau", "Une rose en 2026")
                        .param("encore", "Une rose en 2026")
                        .with(as(teacher(0)))
                        .with(csrf()))
                .andExpect(redirectedUrl("/moi/mot-de-passe"));
    }
}
