package fr.forment.session.web;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.access.AccountService;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.Attestations;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@HouseTest
class SessionPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    Attestations attestations;

    @Autowired
    AccountService accounts;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcTemplate database;

    private Circo circo;
    private TrainingSession session;
    private Enrolment mine;
    private Enrolment other;
    private String page;

    @BeforeEach
    void twoPeopleOfTwoSchools() {
        circo = ground.circonscription(2);
        session = some.session(circo, 10, 1);
        mine = some.enrol(session, circo.teachers().get(0));
        other = some.enrol(session, circo.teachers().get(2));
        page = "/sessions/" + session.id();
    }

    @Test
    void listsWhatConcernsTheReader() throws Exception {
        assertThat(read("/sessions", circo.teachers().get(0)).select("tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("mercredi 18 novembre 2026", "Inscription"));
        assertThat(read("/sessions", circo.cpc()).text()).contains("Formateur", "2 / 10");
        assertThat(read("/sessions", circo.erun()).text())
                .contains("Prochaines sessions de mon école ou de ma circonscription", "Ouvrir une session");
        assertThat(read("/sessions", circo.directors().get(0)).text())
                .contains("mercredi 18 novembre 2026")
                .doesNotContain("Ouvrir une session");
        assertThat(read("/sessions", circo.teachers().get(1)).text()).contains("Aucune session à venir");
        assertThat(read("/sessions", ground.circonscription(1).erun()).text()).contains("Aucune session à venir");
    }

    @Test
    void neverShowsADirectorThePeopleOfAnotherSchool() throws Exception {
        String text = read(page, circo.directors().get(0)).text();
        assertThat(text)
                .contains(circo.teachers().get(0).lastName())
                .doesNotContain(circo.teachers().get(2).lastName())
                .doesNotContain("Historique");
        assertThat(read(page, circo.teachers().get(0)).text())
                .contains("Votre inscription")
                .as("a list of oneself alone says nothing more")
                .doesNotContain(
                        "Personnes que vous suivez", circo.teachers().get(2).lastName());
        assertThat(read(page, circo.cpc()).select("tbody tr")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(read(page, circo.secretary()).text()).contains("Historique", "Reporter la session");
        for (Agent stranger : new Agent[] {
            circo.teachers().get(1),
            circo.supplier(),
            circo.dsi(),
            ground.circonscription(1).ien()
        }) {
            web.perform(get(page).with(as(stranger))).andExpect(status().isNotFound());
            web.perform(get(page + "/feuille.pdf").with(as(stranger))).andExpect(status().isNotFound());
            web.perform(get(page + ".ics").with(as(stranger))).andExpect(status().isNotFound());
        }
        web.perform(get(page + "/feuille.pdf").with(as(circo.directors().get(0))))
                .andExpect(status().isNotFound());
        web.perform(get(page + "/emargement").with(as(circo.directors().get(0))))
                .andExpect(status().isNotFound());
        web.perform(get("/sessions/99999999").with(as(circo.erun()))).andExpect(status().isNotFound());
    }

    @Test
    void printsConvocationsForThoseTheyConcern() throws Exception {
        String paper = page + "/convocation/" + mine.id();
        web.perform(get(paper).with(as(circo.teachers().get(0)))).andExpect(status().isNotFound());
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        assertThat(read(paper, circo.teachers().get(0)).select("article.paper"))
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.text())
                        .contains("S" + session.id() + "-" + mine.id(), "décomptée des 18 heures", "Sous couvert"));
        read(paper, circo.directors().get(0));
        web.perform(get(paper).with(as(circo.directors().get(1)))).andExpect(status().isNotFound());
        web.perform(get(paper).with(as(circo.teachers().get(2)))).andExpect(status().isNotFound());
        assertThat(read(page + "/convocations", circo.secretary()).select("article.paper"))
                .hasSize(2);
        web.perform(get(page + "/convocations").with(as(circo.teachers().get(0))))
                .andExpect(status().isForbidden());
        assertThat(read(page, circo.teachers().get(0)).text())
                .contains("J'ai bien reçu ma convocation", "Ma convocation");
        send(
                "/sessions/inscriptions/" + mine.id() + "/reception",
                circo.teachers().get(0),
                Map.of(),
                "accusé de réception");
        web.perform(post("/sessions/inscriptions/" + other.id() + "/reception")
                        .with(as(circo.teachers().get(0)))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(state(mine)).isEqualTo(EnrolmentState.ACCUSE);
    }

    @Test
    void namesWhoWasConvokedByAPaperThatIsNotKept() throws Exception {
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        database.update("DELETE FROM issued_paper WHERE enrolment_id = ?", mine.id());

        Document all = read(page + "/convocations", circo.secretary());
        assertThat(all.select("article.paper")).singleElement().satisfies(sheet -> assertThat(sheet.text())
                .contains("S" + session.id() + "-" + other.id()));
        assertThat(all.select(".notice.warn li").eachText())
                .containsExactly(circo.teachers().get(0).fullName());
        Document alone =
                read(page + "/convocation/" + mine.id(), circo.teachers().get(0));
        assertThat(alone.select(".notice.warn").text())
                .contains("son texte n'a pas été conservé", "L'inscription reste valable");
        assertThat(alone.text()).doesNotContain("Aucune convocation");
    }

    @Test
    void letsAPersonOrTheDirectorSayThatHeCannotCome() throws Exception {
        web.perform(post("/sessions/inscriptions/" + mine.id() + "/empechement")
                        .with(as(circo.directors().get(1)))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        send(
                "/sessions/inscriptions/" + mine.id() + "/empechement",
                circo.directors().get(0),
                Map.of(),
                "empêchement est enregistré");
        send(
                "/sessions/inscriptions/" + other.id() + "/empechement",
                circo.teachers().get(2),
                Map.of(),
                "empêchement est enregistré");
        assertThat(state(mine)).isEqualTo(EnrolmentState.ANNULE_AGENT);
        assertThat(state(other)).isEqualTo(EnrolmentState.ANNULE_AGENT);
        assertThat(some.writtenTo("excuse", mine.id()))
                .as("the director said it, the person hears of it")
                .containsExactly(circo.teachers().get(0).email());
    }

    @Test
    void letsTheTeamOrganise() throws Exception {
        assertThat(read(page, circo.erun()).select("details summary").eachText())
                .contains(
                        "Inscrire une personne",
                        "Désigner le formateur",
                        "Reporter la session ou changer de salle",
                        "Annuler la session");
        send(
                page + "/inscrire",
                circo.erun(),
                Map.of("agent", String.valueOf(circo.teachers().get(1).id())),
                "La personne est inscrite. Un courriel part");
        problem(
                page + "/inscrire",
                circo.erun(),
                Map.of("agent", String.valueOf(circo.teachers().get(1).id())),
                "figure déjà");
        problem(page + "/inscrire", circo.erun(), Map.of(), "Choisissez la personne");
        send(
                "/sessions/inscriptions/" + other.id() + "/desinscrire",
                circo.secretary(),
                Map.of("motive", "Erreur"),
                "désinscrite");
        send(
                page + "/formateur",
                circo.cpc(),
                Map.of("agent", String.valueOf(circo.erun().id())),
                "désigné");
        problem(page + "/reporter", circo.erun(), Map.of("motive", "Neige"), "nouvelle date");
        problem(
                page + "/reporter",
                circo.erun(),
                Map.of("motive", "Neige", "day", "2026-12-25", "time", "14:00"),
                "pas un jour de classe");
        send(
                page + "/reporter",
                circo.erun(),
                Map.of("motive", "Neige", "day", "2026-12-02", "time", "14:00", "place", "Mairie"),
                "reportée");
        assertThat(read(page, circo.erun()).text())
                .contains("mercredi 2 décembre 2026", "Mairie", "Date ou lieu modifié", "Neige");
        send(
                page + "/reporter",
                circo.erun(),
                Map.of("motive", "Fuite", "day", "2026-12-02", "time", "14:00", "place", "Cantine"),
                "Le lieu est changé");
        send(
                page + "/reporter",
                circo.erun(),
                Map.of("motive", "Vite", "day", "2026-09-02", "time", "14:00"),
                "trop proche pour convoquer");
        for (String action : new String[] {"/inscrire", "/annuler", "/reporter", "/formateur"}) {
            web.perform(post(page + action)
                            .with(as(circo.directors().get(0)))
                            .with(csrf())
                            .param("motive", "x"))
                    .andExpect(status().isForbidden());
        }
        send(page + "/annuler", circo.ien(), Map.of("motive", "Grève"), "annulée");
        assertThat(sessions.find(session.id()).orElseThrow().state()).isEqualTo(SessionState.ANNULEE);
        problem(page + "/annuler", circo.ien(), Map.of("motive", "Grève"), "ne peut plus être modifiée");
    }

    @Test
    void takesTheMarksOnAGridAndGivesTheAttestation() throws Exception {
        problem(page + "/emargement/tous", circo.cpc(), Map.of(), "n'a pas commencé");
        driver.travelTo(SessionGround.WEDNESDAY.plusHours(2));
        Document grid = read(page + "/emargement", circo.cpc());
        assertThat(grid.select("input[type=radio]")).hasSize(8);
        assertThat(grid.select("script:not([src]), [onclick], [style]")).isEmpty();
        assertThat(grid.text()).contains("Présences à saisir : 2");
        Document refused = Jsoup.parse(web.perform(post(page + "/emargement")
                        .with(as(circo.cpc()))
                        .with(csrf())
                        .param("mark_" + mine.id(), "PARTIEL")
                        .param("minutes_" + mine.id(), "beaucoup")
                        .param("mark_" + other.id(), "ABSENT"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select("[role=alert]").text()).contains("« beaucoup » n'est pas une durée");
        assertThat(refused.select("input[value=ABSENT][checked]"))
                .as("what was typed is still there")
                .hasSize(1);
        send(page + "/emargement", circo.cpc(), Map.of("mark_" + other.id(), "ABSENT"), "1 absence enregistrée");
        send(page + "/emargement/tous", circo.erun(), Map.of(), "Présents : 1");
        send(
                page + "/emargement/ajout",
                circo.cpc(),
                Map.of("who", circo.teachers().get(1).email()),
                "notée présente");
        Document whole = read(page + "/emargement", circo.cpc());
        assertThat(whole.text()).contains("Tout est pointé");
        assertThat(whole.select("form[action$=/terminer] button").text()).contains("Terminer l'émargement");

        driver.theCase("trainingSession", session.id()).completes("mark", Map.of("confirmed", true));
        problem(page + "/emargement/tous", circo.cpc(), Map.of(), "clôturée");
        String number =
                attestations.ofAgent(circo.teachers().get(0).id()).get(0).number();
        assertThat(read("/attestations/" + number, circo.teachers().get(0)).text())
                .contains(number, "intégralement", "1 h 30");
        read("/attestations/" + number, circo.directors().get(0));
        web.perform(get("/attestations/" + number).with(as(circo.directors().get(1))))
                .andExpect(status().isNotFound());
        web.perform(get("/attestations/" + number).with(as(circo.teachers().get(2))))
                .andExpect(status().isNotFound());
        database.update(
                "DELETE FROM issued_paper WHERE kind = 'ATTESTATION' AND enrolment_id IN (SELECT enrolment_id FROM attestation WHERE number = ?)",
                number);
        assertThat(read("/attestations/" + number, circo.teachers().get(0)).text())
                .as("one whose paper was not kept")
                .contains(number);
        web.perform(get("/attestations/inconnue").with(as(circo.ien()))).andExpect(status().isNotFound());
        assertThat(read(page, circo.teachers().get(0)).text()).contains("Mon attestation");
        assertThat(read(page, circo.cpc()).select("a[href$=/emargement]").text())
                .as("who trained and does not organise")
                .contains("Présences saisies");
    }

    @Test
    void printsABlankSheetAndAnAgendaFile() throws Exception {
        byte[] sheet = web.perform(get(page + "/feuille.pdf").with(as(circo.cpc())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThatPdf(sheet)
                .isAccessible()
                .isKept()
                .says("après-midi", "Formation assurée par", "8", "heures-stagiaires", "Signature de la personne");
        web.perform(get(page + ".ics").with(as(circo.teachers().get(0))))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/calendar"))
                .andExpect(content().string(containsString("UID:session-" + session.id() + "@localhost:8080")));
    }

    @Test
    void opensASessionByHand() throws Exception {
        assertThat(read("/sessions/nouvelle", circo.erun()).select("select#module option"))
                .hasSizeGreaterThan(10);
        assertThat(read("/sessions/nouvelle?circonscription=&module=", circo.erun())
                        .select("select#module option"))
                .as("from a list without filters")
                .isNotEmpty();
        assertThat(read("/sessions/nouvelle?copie=" + session.id(), circo.erun())
                        .select("select#module option[selected]")
                        .val())
                .isEqualTo("PRES-ECOLE");
        web.perform(get("/sessions/nouvelle").with(as(circo.teachers().get(0)))).andExpect(status().isForbidden());
        var asked = Map.of(
                "circonscription",
                circo.uai(),
                "module",
                "PEDA-1",
                "day",
                "2026-12-02",
                "time",
                "14:00",
                "minutes",
                "",
                "school",
                "",
                "otherPlace",
                "Mairie",
                "format",
                "PRESENTIEL",
                "capacity",
                "12",
                "minimum",
                "4");
        web.perform(filled(post("/sessions/nouvelle"), circo.erun(), asked)).andExpect(status().is3xxRedirection());
        assertThat(sessions.upcoming(circo.uai(), "PEDA-1"))
                .singleElement()
                .satisfies(opened -> assertThat(opened.minutes()).isEqualTo(180));
        Document refused = Jsoup.parse(web.perform(filled(
                        post("/sessions/nouvelle"),
                        circo.erun(),
                        Map.of("circonscription", circo.uai(), "module", "PEDA-1")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select("[role=alert]").text()).contains("Indiquez la date");
        web.perform(filled(post("/sessions/nouvelle"), circo.teachers().get(0), asked))
                .andExpect(status().isNotFound());
    }

    private Document read(String path, Agent reader) throws Exception {
        Document document = Jsoup.parse(web.perform(get(path).with(as(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(document.select("h1")).as("one h1 on " + path).hasSize(1);
        assertThat(document.select("main")).hasSize(1);
        return document;
    }

    private void send(String path, Agent actor, Map<String, String> fields, String done) throws Exception {
        web.perform(filled(post(path), actor, fields))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("done", containsString(done)));
    }

    private void problem(String path, Agent actor, Map<String, String> fields, String problem) throws Exception {
        web.perform(filled(post(path), actor, fields))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("problem", containsString(problem)));
    }

    private MockHttpServletRequestBuilder filled(
            MockHttpServletRequestBuilder request, Agent actor, Map<String, String> fields) throws Exception {
        fields.forEach(request::param);
        request.param("vu", read(page, actor).select("input[name=vu]").attr("value"));
        return request.with(as(actor)).with(csrf());
    }

    private RequestPostProcessor as(Agent agent) {
        var account = accounts.ofAgent(agent.id()).orElseThrow();
        return user(account.login()).authorities(AuthorityUtils.createAuthorityList(account.authorities()));
    }

    private EnrolmentState state(Enrolment enrolment) {
        return sessions.enrolment(enrolment.id()).orElseThrow().state();
    }
}
