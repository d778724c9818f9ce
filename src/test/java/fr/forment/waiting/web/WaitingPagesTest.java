package fr.forment.waiting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.OfferService;
import fr.forment.waiting.OfferState;
import fr.forment.waiting.PlaceOffer;
import fr.forment.waiting.PlaceRequest;
import fr.forment.waiting.RequestState;
import fr.forment.waiting.WaitingGround;
import fr.forment.waiting.WaitingLines;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Who sees and does what with requests and proposals; every person who waits and every free place is explained. */
@HouseTest
@Tag("attack")
class WaitingPagesTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    WaitingGround waiting;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    OfferService offers;

    @Autowired
    WaitingLines lines;

    @Autowired
    Visitor visitor;

    @Autowired
    MockMvc web;

    private Circo circo;
    private Circo elsewhere;
    private Agent first;
    private Agent second;
    private TrainingSession session;
    private Enrolment place;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(3);
        elsewhere = ground.circonscription(1);
        first = circo.teachers().get(0);
        second = circo.teachers().get(2);
        session = some.session(circo, 1, 1);
        place = some.enrol(session, circo.teachers().get(4));
    }

    private RequestState state(PlaceRequest request) {
        return lines.find(request.id()).orElseThrow().state();
    }

    private String line() {
        return "/attentes/" + circo.uai() + "/PRES-ECOLE";
    }

    @Test
    void theWayThereStandsOnTheFirstPageOfEachWhoMayAsk() throws Exception {
        for (Agent each : List.of(first, circo.directors().get(0), circo.erun(), circo.dsi(), circo.secretary())) {
            assertThat(visitor.page(each, "/").select("main a[href=/demandes]").text())
                    .as(each.function().label())
                    .isEqualTo("Demander une place");
            assertThat(visitor.page(each, "/demandes").select("form[action=/demandes]"))
                    .isNotEmpty();
        }
    }

    @Test
    void theDatesThatAreFixedAreReadBeforeAsking() throws Exception {
        assertThat(visitor.page(first, "/demandes").select("details table tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("mercredi 18 novembre 2026, ", "complète"));
        for (Agent other :
                List.of(elsewhere.teachers().get(0), elsewhere.directors().get(0))) {
            assertThat(visitor.page(other, "/demandes").select("details table")).isEmpty();
        }
    }

    @Test
    void asksFromThePageAndReadsBackWhatHeTyped() throws Exception {
        String typed = "<script>alert(1)</script> **gras**";
        assertThat(visitor.refused(first, post("/demandes").param("module", "").param("note", typed)))
                .isNotBlank();
        assertThat(visitor.as(
                                first,
                                post("/demandes").param("module", "PRES-ECOLE").param("note", typed))
                        .getStatus())
                .isEqualTo(302);
        assertThat(visitor.refused(first, post("/demandes").param("module", "PRES-ECOLE")))
                .as("a double click")
                .contains("Vous attendez déjà une place dans ce module");
        Document page = visitor.page(first, "/demandes");
        assertThat(page.select("#miennes ~ div").text())
                .contains("Réponse attendue", "L'équipe de circonscription n'a pas encore répondu");
        assertThat(visitor.page(circo.erun(), line()).text())
                .contains(first.fullName(), "La demande attend une réponse");
        assertThat(visitor.refused(
                        second, post("/demandes").param("module", "PRES-ECOLE").param("note", "a".repeat(501))))
                .contains("500");
    }

    /**
     * A module for inspectors is nobody else's to ask for, whoever speaks; the list of sessions does not change that.
     */
    @Test
    void asksOnlyForWhatIsMeantForHim() throws Exception {
        assertThat(visitor.refused(first, post("/demandes").param("module", "PRES-CADRES")))
                .contains("destiné à un autre public", "IEN");
        assertThat(visitor.refused(
                        circo.directors().get(0),
                        post("/demandes/proposer")
                                .param("module", "PRES-CADRES")
                                .param("agent", String.valueOf(first.id()))))
                .contains("ne fait pas partie du public");
        assertThat(visitor.refused(circo.ien(), post("/demandes").param("module", "PRES-CADRES")))
                .isEmpty();
        assertThat(visitor.refused(circo.directors().get(0), post("/demandes").param("module", "PEDA-1")))
                .as("directors teach")
                .isEmpty();
    }

    /** The minute a letter opens a module: nobody gets a page that says 409. */
    @Test
    void aWholeStaffAsksAtOnce() throws Exception {
        Circo many = ground.circonscription(10);
        ExecutorService hands = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Integer>> asked = new ArrayList<>();
            for (Agent teacher : many.teachers()) {
                asked.add(() -> visitor.as(teacher, post("/demandes").param("module", "PRES-ECOLE"))
                        .getStatus());
            }
            for (Future<Integer> status : hands.invokeAll(asked)) {
                assertThat(status.get()).isEqualTo(302);
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(lines.ofPeople(many.teachers().stream().map(Agent::id).collect(Collectors.toSet()))
                        .requests())
                .as("each is in line once")
                .hasSize(20);
    }

    @Test
    void aDirectionProposesToItsOwnTeamOnly() throws Exception {
        Agent director = circo.directors().get(0);
        assertThat(visitor.as(
                                director,
                                post("/demandes/proposer")
                                        .param("module", "PRES-ECOLE")
                                        .param("agent", second.id().toString()))
                        .getStatus())
                .as("of another school")
                .isEqualTo(404);
        assertThat(visitor.as(
                                first,
                                post("/demandes/proposer")
                                        .param("module", "PRES-ECOLE")
                                        .param("agent", first.id().toString()))
                        .getStatus())
                .as("directs nothing")
                .isEqualTo(404);
        assertThat(visitor.refused(director, post("/demandes/proposer").param("module", "PRES-ECOLE")))
                .contains("au moins une personne");
        visitor.as(
                director,
                post("/demandes/proposer")
                        .param("module", "PRES-ECOLE")
                        .param("agent", first.id().toString(), director.id().toString()));
        assertThat(visitor.page(director, "/demandes").select("#equipe ~ div").text())
                .contains(first.fullName(), "Proposition de la direction", "session complète");
        assertThat(visitor.page(first, "/demandes").text()).contains("Ne plus attendre");
    }

    @Test
    void strangersNeitherSeeNorEndWhatIsNotTheirs() throws Exception {
        PlaceRequest request = waiting.waits(first);
        for (Agent stranger : new Agent[] {
            second, circo.directors().get(1), elsewhere.teachers().get(0)
        }) {
            assertThat(visitor.as(stranger, post("/demandes/" + request.id() + "/retirer"))
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(visitor.as(
                                elsewhere.erun(),
                                post("/attentes/" + request.id() + "/retirer").param("motive", "x"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(visitor.as(
                                second,
                                post("/attentes/" + request.id() + "/retirer").param("motive", "x"))
                        .getStatus())
                .isIn(403, 404);
        assertThat(visitor.as(second, get("/attentes")).getStatus()).isEqualTo(403);
        assertThat(visitor.as(elsewhere.erun(), get(line())).getStatus()).isEqualTo(404);
        assertThat(state(request)).isEqualTo(RequestState.ATTEND);

        assertThat(visitor.refused(circo.erun(), post("/attentes/" + request.id() + "/retirer")))
                .contains("Indiquez pourquoi");
        assertThat(visitor.refused(
                        circo.erun(),
                        post("/attentes/" + request.id() + "/retirer").param("motive", "x".repeat(501))))
                .contains("500 caractères");
        visitor.as(circo.erun(), post("/attentes/" + request.id() + "/retirer").param("motive", "Doublon"));
        assertThat(state(request)).isEqualTo(RequestState.RETIREE);
        assertThat(waiting.letters(first))
                .filteredOn(mail -> mail.template().equals("waiting/removed"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText()).contains("Doublon"));
        PlaceRequest own = waiting.waits(second);
        visitor.as(circo.directors().get(1), post("/demandes/" + own.id() + "/retirer"));
        assertThat(state(own)).as("his direction speaks for him").isEqualTo(RequestState.RETIREE);
    }

    @Test
    void aLinkForgedForwardedOrOfSomebodyElseAnswersNothing() throws Exception {
        waiting.waits(first);
        enrolments.decline(place.id(), null);
        PlaceOffer offer = waiting.open(session);
        String token = waiting.token(first);
        assertThat(web.perform(get("/place/" + token + "x"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("forged")
                .isEqualTo(404);
        assertThat(web.perform(post("/place/" + "A".repeat(27))
                                .param("reponse", "viens")
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(web.perform(post("/place/" + token).param("reponse", "viens"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("from a foreign page")
                .isEqualTo(403);
        assertThat(visitor.page(second, "/place/" + token).text()).contains("destiné à une autre personne");
        visitor.as(second, post("/place/" + token).param("reponse", "viens"));
        assertThat(visitor.as(second, post("/demandes/places/" + offer.id()).param("reponse", "viens"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(visitor.as(first, post("/demandes/places/999999999").param("reponse", "viens"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(offers.find(offer.id()).orElseThrow().state()).isEqualTo(OfferState.OUVERTE);
        assertThat(visitor.page(first, "/demandes").text())
                .contains("Je prends cette place", "réponse au plus tard le");
        visitor.as(first, post("/demandes/places/" + offer.id()).param("reponse", "viens"));
        assertThat(offers.find(offer.id()).orElseThrow().state()).isEqualTo(OfferState.ACCEPTEE);
    }

    @Test
    void everyPersonWhoWaitsAndEveryFreePlaceIsExplained() throws Exception {
        some.enrol(waiting.elsewhere(circo), first);
        waiting.waits(first);
        waiting.waits(second);
        Document full = visitor.page(circo.erun(), line());
        assertThat(full.select("#personnes ~ div tbody tr"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.select("li").text()).contains("session complète"));
        assertThat(full.select("#places ~ div").text()).contains("aucune place libre");

        enrolments.decline(place.id(), null);
        Document asked = visitor.page(circo.erun(), line());
        assertThat(asked.select("#personnes ~ div tbody tr").get(0).text())
                .contains("session complète, dont 1 place proposée");
        assertThat(asked.select("#personnes ~ div tbody tr").get(1).text())
                .contains("place proposée, réponse attendue au plus tard le");
        offers.decline(waiting.open(session).id(), true);
        Document free = visitor.page(circo.erun(), line());
        assertThat(free.select("#places ~ div tbody tr").text())
                .contains(
                        first.fullName() + " : participe à une autre session au même moment",
                        second.fullName() + " : a refusé cette date");
        assertThat(visitor.page(second, "/demandes").text()).contains("vous avez refusé cette date");
        assertThat(visitor.page(circo.erun(), "/attentes").text()).contains("Présentation de l'ENT");
    }
}
