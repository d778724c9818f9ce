package fr.forment.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.people.AgentEvent;
import fr.forment.people.AgentTimeline;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages on hours, as each role gets them. */
@HouseTest
class HoursPagesTest {

    private static final String YEAR = "2026-2027";

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    AccountService accounts;

    @Autowired
    HoursLedger hours;

    @Autowired
    HoursLines lines;

    @Autowired
    SessionGround sessions;

    @Autowired
    AgentTimeline history;

    @Autowired
    HoursScales scales;

    @Autowired
    TransactionTemplate transaction;

    private TestGround.Circo here;
    private TestGround.Circo elsewhere;
    private Agent teacher;
    private Agent director;

    @BeforeEach
    void twoCirconscriptions() {
        here = ground.circonscription(2);
        elsewhere = ground.circonscription(1);
        teacher = here.teachers().get(0);
        director = here.directors().get(0);
    }

    private RequestPostProcessor as(Agent agent) {
        Account account = accounts.ofAgent(agent.id()).orElseThrow();
        return user(account.login()).authorities(AuthorityUtils.createAuthorityList(account.authorities()));
    }

    private Document page(MockHttpServletRequestBuilder request, Agent reader) throws Exception {
        return Jsoup.parse(web.perform(request.with(as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletRequestBuilder outside(Agent whose, String label, String date, String duration) {
        return post("/personnels/{id}/heures", whose.id())
                .param("intitule", label)
                .param("date", date)
                .param("duree", duration)
                .param("formulaire", UUID.randomUUID().toString())
                .with(csrf());
    }

    @Test
    void aTeacherSeesTheOwnHoursOnOnePageAndNobodyElses() throws Exception {
        transaction.executeWithoutResult(tx -> {
            hours.plan(teacher.id(), YEAR, 90, "essai:1");
            hours.done(teacher.id(), YEAR, 180, "essai:2");
            hours.done(teacher.id(), "2025-2026", 60, "essai:0");
        });
        Document mine = page(get("/moi/heures"), teacher);
        assertThat(mine.select("dl.facts").text())
                .contains(
                        "Dues dans l'année 18 h",
                        "Prévues pour l'ENT 1 h 30",
                        "Faites pour l'ENT 3 h",
                        "Reste pour l'ENT 1 h 30");
        assertThat(mine.selectFirst("svg.hours-bar").attr("aria-label"))
                .isEqualTo("fait 3 h, prévu 1 h 30, reste 1 h 30 sur 6 h");
        assertThat(mine.select("nav.actions a").eachText()).containsExactly(YEAR, "2025-2026");
        assertThat(page(get("/moi/heures").param("annee", "2025-2026"), teacher)
                        .select("dl.facts")
                        .text())
                .contains("Faites pour l'ENT 1 h", "Reste pour l'ENT 5 h");
        assertThat(page(get("/moi"), teacher).select("dl.facts").text()).contains("Reste pour l'ENT 1 h 30");

        web.perform(get("/personnels/{id}/heures", here.teachers().get(1).id()).with(as(teacher)))
                .andExpect(status().isNotFound());
        web.perform(get("/personnels/heures").with(as(teacher))).andExpect(status().isForbidden());
        web.perform(get("/personnels/heures/export.csv").with(as(teacher))).andExpect(status().isForbidden());
        web.perform(get("/personnels/heures/export.xlsx").with(as(teacher))).andExpect(status().isForbidden());
        web.perform(get("/personnels/heures/bareme").with(as(teacher))).andExpect(status().isForbidden());
    }

    @Test
    void aLineLeadsToItsSession() throws Exception {
        TrainingSession session = sessions.session(here, 5, 1);
        sessions.enrol(session, teacher);
        Document mine = page(get("/moi/heures"), teacher);
        assertThat(mine.selectFirst("tbody th a").attr("href")).isEqualTo("/sessions/" + session.id());
        assertThat(mine.select("tbody tr").text()).contains("18 novembre 2026", "prévu", "Inscription", "1 h 30");
        web.perform(get("/sessions/" + session.id()).with(as(teacher))).andExpect(status().isOk());
    }

    @Test
    void whoHasNoBusinessWithPeopleSeesNoHours() throws Exception {
        for (Agent stranger : List.of(here.dsi(), here.supplier())) {
            web.perform(get("/personnels/heures").with(as(stranger))).andExpect(status().isForbidden());
            web.perform(get("/personnels/heures/export.csv")
                            .param("circonscription", here.uai())
                            .with(as(stranger)))
                    .andExpect(status().isForbidden());
            web.perform(get("/personnels/heures/bareme").with(as(stranger))).andExpect(status().isForbidden());
            web.perform(get("/personnels/{id}/heures", teacher.id()).with(as(stranger)))
                    .andExpect(status().isNotFound());
            web.perform(outside(teacher, "Animation EPS", "2026-10-07", "2 h").with(as(stranger)))
                    .andExpect(status().isNotFound());
        }
        Agent far = elsewhere.ien();
        web.perform(get("/personnels/heures")
                        .param("ecole", here.schools().get(0))
                        .with(as(far)))
                .andExpect(status().isNotFound());
        assertThat(page(get("/personnels/heures").param("circonscription", here.uai()), far)
                        .text())
                .doesNotContain("École d'essai 2");
        web.perform(get("/personnels/heures/bareme")
                        .param("circonscription", here.uai())
                        .with(as(far)))
                .andExpect(status().isNotFound());
        web.perform(get("/personnels/{id}/heures", teacher.id()).with(as(far))).andExpect(status().isNotFound());
    }

    @Test
    void theDirectorReadsTheSchoolAndTheTeamTheWholeCirconscription() throws Exception {
        transaction.executeWithoutResult(tx -> hours.plan(teacher.id(), YEAR, 400, "essai:1"));
        Document school = page(get("/personnels/heures"), director);
        assertThat(school.select("tbody tr")).hasSize(3);
        assertThat(school.text())
                .contains(teacher.lastName(), "dépassement de 40 min", "La part d'heures est dépassée pour 1 personne")
                .doesNotContain(here.teachers().get(2).lastName() + " ");
        assertThat(school.select("tfoot").text()).isEqualTo("Ensemble 54 h 6 h 40 0 h 0 h 0 h 12 h");
        web.perform(get("/personnels/heures")
                        .param("ecole", here.schools().get(1))
                        .with(as(director)))
                .andExpect(status().isNotFound());

        Document circonscription = page(get("/personnels/heures"), here.cpc());
        assertThat(circonscription.select("tbody tr th").eachText()).hasSize(2);
        assertThat(circonscription.select("caption").text()).contains("6 personnes", "1 en dépassement");
        assertThat(circonscription.text()).as("schools first, people on demand").doesNotContain(teacher.lastName());
        assertThat(page(get("/personnels/heures").param("ecole", here.schools().get(0)), here.cpc())
                        .text())
                .contains(teacher.lastName());
    }

    @Test
    void theExportsSayTheSameAsThePage() throws Exception {
        transaction.executeWithoutResult(tx -> hours.plan(teacher.id(), YEAR, 405, "essai:1"));
        String csv = web.perform(get("/personnels/heures/export.csv").with(as(director)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(4).anySatisfy(line -> assertThat(line)
                .contains(teacher.lastName() + ";" + teacher.firstName())
                .endsWith(";100;non;2026-2027;18,00;6,00;6,75;0,00;0,00;0,00;0,00;0,75"));

        byte[] xlsx = web.perform(get("/personnels/heures/export.xlsx").with(as(here.secretary())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(7);
            assertThat(rows.stream()
                            .filter(row -> row.getCellText(2).equals(teacher.lastName()))
                            .findFirst()
                            .orElseThrow()
                            .getCellAsNumber(10)
                            .orElseThrow())
                    .isEqualByComparingTo("6.75");
        }
    }

    @Test
    void hoursOutsideAreEnteredCorrectedAndWithdrawnWithATrace() throws Exception {
        var form = outside(teacher, "Animation EPS", "07/10/2026", "2 h").with(as(director));
        web.perform(form)
                .andExpect(redirectedUrl("/personnels/" + teacher.id() + "/heures"))
                .andExpect(flash().attribute("done", containsString("2 h")));
        web.perform(form).andExpect(flash().attribute("done", containsString("qu'une fois")));
        HoursLine line = lines.of(teacher.id(), YEAR).get(0);
        assertThat(lines.of(teacher.id(), YEAR)).hasSize(1);
        assertThat(line.day()).isEqualTo(LocalDate.of(2026, 10, 7));
        assertThat(line.enteredBy()).isEqualTo(director.fullName());
        assertThat(hours.entMinutesLeft(teacher.id(), YEAR)).isEqualTo(240);

        var correction = post("/personnels/{id}/heures/{line}", teacher.id(), line.id())
                .param("intitule", "Animation EPS")
                .param("date", "2026-10-07")
                .param("duree", "1,5")
                .param("version", "0")
                .with(csrf())
                .with(as(teacher));
        web.perform(correction).andExpect(redirectedUrl("/moi/heures"));
        assertThat(hours.entMinutesLeft(teacher.id(), YEAR)).isEqualTo(270);
        web.perform(post("/personnels/{id}/heures/{line}", teacher.id(), line.id())
                        .param("intitule", "Chorale")
                        .param("date", "2026-10-07")
                        .param("duree", "3 h")
                        .param("version", "0")
                        .with(csrf())
                        .with(as(here.secretary())))
                .andExpect(flash().attribute("problem", containsString("Quelqu'un vient")));

        web.perform(post("/personnels/{id}/heures/{line}/retirer", teacher.id(), line.id())
                .param("version", "1")
                .with(csrf())
                .with(as(here.erun())));
        assertThat(hours.entMinutesLeft(teacher.id(), YEAR)).isEqualTo(360);
        assertThat(history.of(teacher.id()).stream()
                        .filter(entry -> entry.what().equals(AgentEvent.HOURS.label())))
                .extracting(JournalEntry::before, JournalEntry::after)
                .containsExactly(
                        tuple("Animation EPS, 07/10/2026, 1 h 30", null),
                        tuple("Animation EPS, 07/10/2026, 2 h", "Animation EPS, 07/10/2026, 1 h 30"),
                        tuple(null, "Animation EPS, 07/10/2026, 2 h"));
    }

    @Test
    void whatCannotBeReadIsRefusedKindlyAndTypedOnlyOnce() throws Exception {
        var refusal = web.perform(outside(teacher, "Animation EPS", "2026-10-07", "deux heures")
                        .with(as(teacher)))
                .andExpect(flash().attribute("problem", containsString("« deux heures » n'est pas une durée")))
                .andReturn()
                .getResponse();
        Document back = Jsoup.parse(web.perform(
                        get("/moi/heures").cookie(refusal.getCookie("FORMENT")).with(as(teacher)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(back.selectFirst("#intitule").val()).isEqualTo("Animation EPS");
        assertThat(back.selectFirst("#duree").val()).isEqualTo("deux heures");

        refused(outside(teacher, " ", "2026-10-07", "2 h"), "Indiquez ce qui a pris ces heures");
        refused(outside(teacher, "Animation EPS", "32/10/2026", "2 h"), "La date n'est pas lisible");
        refused(outside(teacher, "Animation EPS", "2024-10-07", "2 h"), "ni de cette année scolaire");
        refused(outside(teacher, "Animation EPS", "2026-10-07", "13 h"), "12 h");
        refused(outside(teacher, "Animation EPS", "2026-10-07", ""), "Indiquez la durée");
        assertThat(lines.of(teacher.id(), YEAR)).isEmpty();
        web.perform(outside(here.erun(), "Animation EPS", "2026-10-07", "2 h").with(as(here.erun())))
                .andExpect(flash().attribute("problem", containsString("ne doit pas d'heures")));
        web.perform(outside(teacher, "Animation EPS", "2026-10-07", "2 h").with(as(here.cpc())))
                .andExpect(status().isForbidden());
    }

    private void refused(MockHttpServletRequestBuilder form, String sentence) throws Exception {
        web.perform(form.with(as(teacher))).andExpect(flash().attribute("problem", containsString(sentence)));
    }

    @Test
    void theIenAndTheSecretarySetTheTableTheTeamReadsIt() throws Exception {
        Document table = page(get("/personnels/heures/bareme"), here.secretary());
        assertThat(table.selectFirst("input[name='due.TROIS_QUARTS']").attr("placeholder"))
                .isEqualTo("13 h 30");
        String seen = table.selectFirst("input[name=empreinte]").val();
        web.perform(set(here, seen, "15 h", "").with(as(here.secretary())))
                .andExpect(flash().attribute("done", containsString("1 ligne")));
        assertThat(scales.of(here.uai(), YEAR).due(ServiceTime.TROIS_QUARTS)).isEqualTo(900);
        assertThat(scales.of(elsewhere.uai(), YEAR).due(ServiceTime.TROIS_QUARTS))
                .isEqualTo(810);

        web.perform(set(here, seen, "14 h", "").with(as(here.ien())))
                .andExpect(flash().attribute("problem", containsString("Quelqu'un vient de modifier")));
        String now = page(get("/personnels/heures/bareme"), here.ien())
                .selectFirst("input[name=empreinte]")
                .val();
        web.perform(set(here, now, "15 h", "seize").with(as(here.ien())))
                .andExpect(flash().attribute("problem", containsString("75 %, part pour l'ENT : « seize »")));
        web.perform(set(here, now, "15 h", "16 h").with(as(here.ien())))
                .andExpect(flash().attribute("problem", containsString("dépasse les heures dues (15 h)")));

        assertThat(page(get("/personnels/heures/bareme"), here.erun()).select("input[name^=due]"))
                .isEmpty();
        assertThat(page(get("/personnels/heures/bareme"), here.erun()).text())
                .contains("15 h", here.secretary().fullName());
        web.perform(set(here, now, "1 h", "").with(as(here.erun()))).andExpect(status().isForbidden());
        web.perform(set(here, now, "1 h", "").with(as(director))).andExpect(status().isNotFound());
        web.perform(set(elsewhere, now, "1 h", "").with(as(here.ien()))).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder set(TestGround.Circo circo, String seen, String due, String share) {
        return post("/personnels/heures/bareme")
                .param("circonscription", circo.uai())
                .param("annee", YEAR)
                .param("empreinte", seen)
                .param("due.TROIS_QUARTS", due)
                .param("share.TROIS_QUARTS", share)
                .with(csrf());
    }
}
