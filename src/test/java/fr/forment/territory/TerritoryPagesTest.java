package fr.forment.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hamcrest.Matchers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** The pages, as an administrator and as others see them. */
@HouseTest
@Transactional
class TerritoryPagesTest {

    private static final RequestPostProcessor ADMIN = user("admin").roles("ADMIN");

    @Autowired
    MockMvc web;

    @Autowired
    TerritoryImportService imports;

    @Autowired
    Schools schools;

    @Test
    void leadsFromTheFileToTheSchools() throws Exception {
        String preview = upload(Files.VAL_DE_MARNE, "");
        Document page = page(preview);
        assertThat(page.selectFirst("h1").text()).isEqualTo("Aperçu : Annuaire de l'éducation");
        assertThat(page.select("dl.facts").text())
                .contains("Lignes correctes 613")
                .contains("Circonscriptions 24")
                .contains("Val-de-Marne");
        assertThat(schools.inDepartement("094"))
                .as("nothing written by a preview")
                .isEmpty();

        web.perform(post(preview).with(ADMIN).with(csrf()))
                .andExpect(redirectedUrl("/territoire/import"))
                .andExpect(flash().attribute("done", Matchers.containsString("nouvelles lignes 613")));
        assertThat(page("/territoire/import").select("table tbody tr").first().text())
                .contains("annuaire.csv")
                .contains("613 nouvelles");
        assertThat(page("/territoire?recherche=doisneau fresnes")
                        .select("section[aria-labelledby=ecoles]")
                        .text())
                .contains("0940176F");
        Document territory = pageThatLists("Fresnes");
        assertThat(territory
                        .select("section[aria-labelledby=circonscriptions] tr:has(a:containsOwn(Fresnes))")
                        .text())
                .contains("écoles");
        String fresnes = territory.select("a:containsOwn(Fresnes)").attr("href");
        assertThat(page(fresnes).select("#ecoles").text()).isEqualTo("Circonscription de Fresnes");

        web.perform(post(preview).with(ADMIN).with(csrf()))
                .andExpect(status().isNotFound())
                .andExpect(content().string(Matchers.containsString("n'existe plus")))
                .andExpect(content().string(Matchers.containsString("annuaire.csv")));
    }

    @Test
    void showsTheErrorsAndAsksBeforeLeavingThemAside() throws Exception {
        String broken = Files.HEADER + Files.CARDROC + Files.BAULON.replace("0350122T", "0350122U");
        String preview = upload(Files.text(broken), "35");
        Document page = page(preview);
        assertThat(page.select("section[aria-labelledby=erreurs] tbody tr").text())
                .contains("ligne 3")
                .contains("0350122U")
                .contains("lettre de contrôle");
        assertThat(page.select("button:containsOwn(Enregistrer seulement la ligne correcte)"))
                .hasSize(1);

        web.perform(post(preview).with(ADMIN).with(csrf()))
                .andExpect(redirectedUrl(preview))
                .andExpect(flash().attribute("problem", Matchers.startsWith("Rien n’a été enregistré")));
        web.perform(post(preview).param("bonnesLignes", "true").with(ADMIN).with(csrf()))
                .andExpect(redirectedUrl("/territoire/import"));
        assertThat(schools.find("0350165P")).isPresent();
        assertThat(schools.find("0350122T")).isEmpty();
    }

    @Test
    void proposesToCloseAbsentSchools() throws Exception {
        imports.apply(
                Files.text(Files.HEADER + Files.BAULON + Files.CARDROC),
                "a.csv",
                null,
                new ImportChoices(false, false),
                "admin",
                ImportReach.EVERYWHERE);
        String preview = upload(Files.text(Files.HEADER + Files.BAULON), "");
        assertThat(page(preview).select("fieldset").text()).contains("0350165P").contains("Les marquer comme fermées");
        web.perform(post(preview).param("fermer", "true").with(ADMIN).with(csrf()));
        assertThat(schools.find("0350165P").orElseThrow().state()).isEqualTo(SchoolState.FERME);
    }

    /** A calendar that holds less than what is known. */
    @Test
    @Tag("attack")
    void namesTheDaysACalendarWouldTakeAwayAndAsks() throws Exception {
        String header = "annee_scolaire;zone;libelle;premier_jour;dernier_jour;reprise\n";
        web.perform(post(upload(
                        Files.text(
                                header
                                        + "2031-2032;A;Noël;2031-12-20;2032-01-04;\n2031-2032;A;Hiver;2032-02-14;2032-02-29;\n"),
                        ""))
                .with(ADMIN)
                .with(csrf()));
        String preview = upload(Files.text(header + "2031-2032;A;Jour banalisé;2032-03-26;2032-03-26;\n"), "");
        Document page = page(preview);
        assertThat(page.select("fieldset").text())
                .contains(
                        "Zone A, 2031-2032 : Noël, du 20/12/2031 au 04/01/2032", "Hiver, du 14/02/2032 au 29/02/2032");

        for (String word : new String[] {"", "true", "oui"}) {
            web.perform(post(preview).param("retirer", word).with(ADMIN).with(csrf()))
                    .andExpect(redirectedUrl(preview))
                    .andExpect(flash().attribute("problem", Matchers.containsString("retirerait des jours connus")));
        }
        String yes = page.select("input[name=retirer]").attr("value");
        web.perform(post(preview).param("retirer", yes).with(ADMIN).with(csrf()))
                .andExpect(redirectedUrl("/territoire/import"));
    }

    @Test
    void explainsWhatItCannotRead() throws Exception {
        String preview = upload(Files.text("%PDF-1.7"), "");
        web.perform(get(preview).with(ADMIN))
                .andExpect(redirectedUrl("/territoire/import"))
                .andExpect(flash().attribute("problem", Matchers.containsString("PDF")));
        web.perform(multipart("/territoire/import")
                        .file(file(Files.text("")))
                        .with(ADMIN)
                        .with(csrf()))
                .andExpect(flash().attribute("problem", Matchers.containsString("vide")));
        web.perform(multipart("/territoire/import")
                        .file(file(Files.VAL_DE_MARNE))
                        .param("departement", "Bretagne")
                        .with(ADMIN)
                        .with(csrf()))
                .andExpect(flash().attribute("problem", Matchers.containsString("035, 2A ou 974")));
    }

    @Test
    void keepsImportsToThoseWhoMayAndUploadsToTheirOwner() throws Exception {
        String preview = upload(Files.VAL_DE_MARNE, "");
        web.perform(get(preview).with(user("autre").roles("ADMIN"))).andExpect(status().isNotFound());
        web.perform(get("/territoire/import").with(user("rose").roles("DIRECTEUR")))
                .andExpect(status().isForbidden());
        assertThat(page("/territoire").text()).contains("Déposer un fichier");
        String seenByADirector = web.perform(
                        get("/territoire").with(user("rose").roles("DIRECTEUR")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(seenByADirector).doesNotContain("Déposer un fichier");
    }

    private String upload(Resource content, String departement) throws Exception {
        return web.perform(multipart("/territoire/import")
                        .file(file(content))
                        .param("departement", departement)
                        .with(ADMIN)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private static MockMultipartFile file(Resource content) throws IOException {
        return new MockMultipartFile("fichier", "annuaire.csv", "text/csv", content.getInputStream());
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(web.perform(get(path).with(ADMIN))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /** Other tests' circonscriptions stand in the list too: it has pages. */
    private Document pageThatLists(String name) throws Exception {
        for (int page = 1; ; page++) {
            Document territory = page("/territoire?suite=" + page);
            boolean isLast =
                    territory.select("a[href*='suite=" + (page + 1) + "']").isEmpty();
            if (isLast || !territory.select("a:containsOwn(" + name + ")").isEmpty()) {
                return territory;
            }
        }
    }
}
