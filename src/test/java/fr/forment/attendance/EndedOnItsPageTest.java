package fr.forment.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.MarksReopeningService;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever marks everybody on a telephone ends the task there: the same as Tasklist's, for the same people. */
@HouseTest
class EndedOnItsPageTest {

    private static final String END = "form[action$=/emargement/terminer]";

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    SessionService service;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionHalfDays halfDays;

    @Autowired
    MarksReopeningService reopening;

    @Autowired
    Visitor visitor;

    @Autowired
    AccountService accounts;

    @Autowired
    OpenTasks tasks;

    private Circo circo;

    @BeforeEach
    void people() {
        circo = ground.circonscription(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supplier", "DSI", "CPC", "IEN", "director", "teacher", "E-RUN", "IEN numérique", "CPD"})
    void everyKindOfTrainerEndsIt(String kind) throws Exception {
        Agent trainer = trainer(kind);
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = ended(session, trainer);
        everybodyPresent(session, trainer, 1);
        endedBy(trainer, session);
        theCase.waitsAt("hotEvaluationLate");
    }

    @Test
    void theErunEndsItForTheTrainer() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = ended(session, circo.supplier());
        everybodyPresent(session, circo.erun(), 1);
        endedBy(circo.erun(), session);
        theCase.waitsAt("hotEvaluationLate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IEN", "secretary"})
    void thoseToWhomTheLastReminderOpenedItEndIt(String kind) throws Exception {
        Agent who = kind.equals("IEN") ? circo.ien() : circo.secretary();
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = ended(session, circo.supplier());
        everybodyPresent(session, who, 1);
        assertThat(visitor.page(who, sheet(session)).select(END)).isEmpty();
        assertThat(visitor.refused(who, post(sheet(session) + "/terminer")))
                .contains("par la personne qui assure la formation, ou par l'E-RUN");
        theCase.fires("marksLate3");
        endedBy(who, session);
        theCase.waitsAt("hotEvaluationLate");
    }

    /**
     * The engine adds the groups it knows of somebody to those it is handed: an account may hold more here than there.
     */
    @Test
    void groupsThatTheEngineAloneKnowsBreakNothing() {
        TrainingSession session = some.session(circo, 10, 1);
        ended(session, circo.supplier());
        var task = tasks.in("trainingSession", session.id()).get(0);
        assertThat(tasks.visible(
                        task.id(),
                        accounts.ofAgent(circo.erun().id()).orElseThrow().login(),
                        List.of("ADMIN")))
                .isPresent();
        assertThat(tasks.visible(
                        task.id(),
                        accounts.ofAgent(circo.secretary().id()).orElseThrow().login(),
                        List.of("ADMIN")))
                .isEmpty();
    }

    @Test
    void whoOnlyHelpsToMarkIsToldWhoEndsIt() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = ended(session, circo.supplier());
        everybodyPresent(session, circo.cpc(), 1);
        assertThat(visitor.page(circo.cpc(), sheet(session)).text()).contains("Tout est pointé", "ou par l'E-RUN");
        assertThat(visitor.refused(circo.cpc(), post(sheet(session) + "/terminer")))
                .contains("ou par l'E-RUN");
        theCase.waitsAt("mark");
    }

    @Test
    void whoeverIsUnmarkedIsSaidAndNothingEnds() throws Exception {
        TrainingSession session = wholeDay();
        Agent standIn = circo.directors().get(1);
        ground.as(circo.erun());
        halfDays.write(
                session.id(),
                halfDays.of(session).stream()
                        .map(half -> half.position() == 2 ? half.entrustedTo(standIn.id()) : half)
                        .toList());
        TheCase theCase = ended(session, circo.supplier());
        everybodyPresent(session, standIn, 2);
        assertThat(visitor.page(standIn, sheet(session) + "?demiJournee=2").text())
                .contains("Pour terminer l'émargement, il reste à saisir", "matin (1)");
        assertThat(visitor.refused(standIn, post(sheet(session) + "/terminer")))
                .contains("Il reste des présences à saisir : mercredi 18 novembre 2026, matin : 1");
        theCase.waitsAt("mark");
        everybodyPresent(session, standIn, 1);
        endedBy(standIn, session);
        theCase.waitsAt("hotEvaluationLate");
    }

    @Test
    void beforeTheSessionIsOverItSaysWhenItEnds() throws Exception {
        TrainingSession session = wholeDay();
        some.enrol(session, circo.teachers().get(0));
        driver.theCase("trainingSession", session.id());
        driver.travelTo(SessionGround.WEDNESDAY.withHour(9).plusMinutes(10));
        everybodyPresent(session, circo.supplier(), 1);
        assertThat(visitor.page(circo.supplier(), sheet(session)).text()).contains("une fois la session finie", "15 h");
        assertThat(visitor.refused(circo.supplier(), post(sheet(session) + "/terminer")))
                .contains("une fois la session finie");
    }

    @Test
    void twoHandsEndItOnce() throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = ended(session, circo.cpc());
        everybodyPresent(session, circo.cpc(), 1);
        var one = CompletableFuture.supplyAsync(() -> said(circo.cpc(), session));
        var other = CompletableFuture.supplyAsync(() -> said(circo.erun(), session));
        assertThat(List.of(one.get(), other.get()))
                .as("one ends it, the other hears that it is ended")
                .containsExactlyInAnyOrder("", "L'émargement est déjà terminé : il n'y a plus rien à faire.");
        theCase.waitsAt("hotEvaluationLate");
        assertThat(said(circo.cpc(), session)).as("a double click").contains("déjà terminé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainer", "E-RUN", "secretary"})
    void aCorrectionEndsThereToo(String kind) throws Exception {
        TrainingSession session = some.session(circo, 10, 1);
        TheCase theCase = ended(session, circo.supplier());
        everybodyPresent(session, circo.supplier(), 1);
        endedBy(circo.supplier(), session);
        theCase.waitsAt("hotEvaluationLate");
        ground.as(circo.secretary());
        reopening.reopen(session.id(), "Un oubli");
        Agent who = kind.equals("trainer") ? circo.supplier() : kind.equals("E-RUN") ? circo.erun() : circo.secretary();
        assertThat(visitor.page(who, sheet(session)).select(END).text()).contains("Terminer la correction");
        endedBy(who, session);
        theCase.waitsAt("hotEvaluationLate").passed("recordCorrection", "corrected");
    }

    @Test
    void parentsAreCountedThere() throws Exception {
        TrainingSession session = some.parentsMeeting(circo);
        TheCase theCase = driver.theCase("trainingSession", session.id());
        driver.travelTo(session.endsAt().plusMinutes(5));
        theCase.waitsAt("mark");
        Agent trainer = circo.cpc();
        assertThat(visitor.page(trainer, "/sessions/" + session.id())
                        .select("a[href$=/emargement]")
                        .text())
                .contains("Compter les présents");
        assertThat(visitor.refused(trainer, post(sheet(session) + "/terminer").param("headCount", "beaucoup")))
                .contains("nombre de parents présents");
        assertThat(visitor.refused(trainer, post(sheet(session) + "/terminer").param("headCount", "17")))
                .isEmpty();
        assertThat(visitor.page(trainer, "/sessions/" + session.id()).text()).contains("17 présents");
    }

    @Test
    void theSheetOpensOnTheHalfDayOfNow() throws Exception {
        LocalDateTime first = SessionGround.WEDNESDAY.withHour(9);
        TrainingSession session = wholeDay();
        some.enrol(session, circo.teachers().get(0));
        LocalDateTime week = first.plusWeeks(1);
        spread(session);
        TheCase theCase = driver.theCase("trainingSession", session.id());
        assertThat(opens(session)).as("nothing has begun").isEqualTo("18 novembre 2026, matin");
        driver.travelTo(first.minusMinutes(30));
        assertThat(opens(session)).isEqualTo("18 novembre 2026, matin");
        driver.travelTo(first.plusHours(5));
        assertThat(opens(session)).isEqualTo("18 novembre 2026, après-midi");
        everybodyPresent(session, circo.supplier(), 2);
        driver.travelTo(first.plusDays(1));
        assertThat(opens(session)).as("the last past that is not marked").isEqualTo("18 novembre 2026, matin");
        everybodyPresent(session, circo.supplier(), 1);
        driver.travelTo(week.minusMinutes(20));
        assertThat(opens(session)).as("today's").isEqualTo("25 novembre 2026, matin");
        driver.travelTo(week.plusDays(2));
        everybodyPresent(session, circo.supplier(), 3);
        assertThat(opens(session)).as("all is marked").isEqualTo("25 novembre 2026, matin");
        assertThat(visitor.as(circo.supplier(), post(sheet(session) + "/tous").param("demiJournee", "1"))
                        .getRedirectedUrl())
                .as("back to the half-day that was marked")
                .endsWith("?demiJournee=1");
        theCase.waitsAt("mark");
    }

    private void spread(TrainingSession session) throws Exception {
        String page = "/sessions/" + session.id() + "/dates";
        var request = post(page)
                .param(
                        "vu",
                        visitor.page(circo.erun(), page)
                                .select("input[name=vu]")
                                .val())
                .param("motive", "Deux dates");
        String[][] rows = {{"2026-11-18", "9 h", "12 h"}, {"2026-11-18", "13 h", "15 h"}, {"2026-11-25", "9 h", "10 h"}
        };
        for (String[] row : rows) {
            request.param("jour", row[0])
                    .param("debut", row[1])
                    .param("fin", row[2])
                    .param("formateur", "");
        }
        assertThat(visitor.refused(circo.erun(), request)).isEmpty();
        assertThat(halfDays.of(sessions.find(session.id()).orElseThrow()))
                .extracting(HalfDay::position)
                .containsExactly(1, 2, 3);
    }

    private String opens(TrainingSession session) throws Exception {
        String told = visitor.page(circo.supplier(), sheet(session))
                .select("main > p")
                .get(1)
                .text();
        return told.replaceAll("^\\p{L}+ (.*?), de .*$", "$1");
    }

    private String said(Agent who, TrainingSession session) {
        try {
            return visitor.refused(who, post(sheet(session) + "/terminer"));
        } catch (Exception no) {
            throw new IllegalStateException(no);
        }
    }

    private void everybodyPresent(TrainingSession session, Agent who, int half) throws Exception {
        assertThat(visitor.refused(who, post(sheet(session) + "/tous").param("demiJournee", String.valueOf(half))))
                .isEmpty();
    }

    private void endedBy(Agent who, TrainingSession session) throws Exception {
        assertThat(visitor.page(who, sheet(session)).select(END + " button").text())
                .contains("Terminer");
        assertThat(visitor.refused(who, post(sheet(session) + "/terminer"))).isEmpty();
        assertThat(visitor.page(who, sheet(session)).select(END)).isEmpty();
    }

    private static String sheet(TrainingSession session) {
        return "/sessions/" + session.id() + "/emargement";
    }

    private TheCase ended(TrainingSession session, Agent trainer) {
        ground.as(circo.erun());
        service.entrustTo(session.id(), trainer.id());
        some.enrol(session, circo.teachers().get(0));
        TheCase theCase = driver.theCase("trainingSession", session.id());
        driver.travelTo(session.endsAt().plusMinutes(5));
        return theCase.waitsAt("mark");
    }

    private TrainingSession wholeDay() {
        return service.open(new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                SessionGround.WEDNESDAY.withHour(9),
                300,
                circo.schools().get(0),
                Format.PRESENTIEL,
                10,
                1,
                TrainerKind.FOURNISSEUR,
                circo.supplier().id(),
                false));
    }

    private Agent trainer(String kind) {
        return switch (kind) {
            case "supplier" -> circo.supplier();
            case "DSI" -> circo.dsi();
            case "CPC" -> circo.cpc();
            case "IEN" -> circo.ien();
            case "director" -> circo.directors().get(1);
            case "teacher" -> circo.teachers().get(1);
            case "E-RUN" -> circo.erun();
            case "CPD" -> ofTheDepartement(AgentFunction.CPD);
            default -> ofTheDepartement(AgentFunction.IEN_NUMERIQUE);
        };
    }

    private Agent ofTheDepartement(AgentFunction function) {
        return ground.agent(NewAgent.inDepartement(
                "Essai" + circo.uai(), "Noé", circo.uai() + ".n@exemple.invalid", function, "035"));
    }
}
