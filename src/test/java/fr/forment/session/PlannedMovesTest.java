package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TimeMachine;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.plan.Plans;
import fr.forment.plan.words.Tolerance;
import fr.forment.project.VagueEngaged;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.session.halfday.StandInService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What the team may change by hand in a session of the plan in force, and what it may not. */
@HouseTest
class PlannedMovesTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    Plans read;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionHandsService hands;

    @Autowired
    DatesService dates;

    @Autowired
    SessionDateService fixing;

    @Autowired
    RoomService rooms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StandInService standIns;

    @Autowired
    SessionHalfDays halfDays;

    @Autowired
    TimeMachine time;

    @Autowired
    SessionWords words;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private Planned planned;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        planned = plans.plan(circo, "FORMATEURS");
    }

    @Test
    void aDateFiveSchoolDaysAwayIsTracedAndSixAreTheIens() {
        TrainingSession session = opened(1).get(0);
        ground.as(circo.erun());

        postpone(session, WEDNESDAY.plusDays(7));
        assertThat(moves()).singleElement().satisfies(move -> {
            assertThat(move.what()).isEqualTo(Tolerance.WITHIN);
            assertThat(move.part()).isEqualTo("1");
            assertThat(move.before()).contains("18 novembre");
            assertThat(move.after()).contains("25 novembre");
            assertThat(move.why()).isEqualTo("Salle prise");
        });

        assertThatThrownBy(() -> postpone(session, WEDNESDAY.plusDays(8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("18 novembre 2026, ne se déplace que de 5 jours de classe")
                .hasMessageContaining("Préparez un avenant");
        assertThat(sessions.find(session.id()).orElseThrow().day()).isEqualTo(WEDNESDAY.plusDays(7));

        ground.as(circo.ien());
        postpone(session, WEDNESDAY.plusDays(14));
        assertThat(moves()).extracting(JournalEntry::what).containsExactly(Tolerance.BY_DECISION, Tolerance.WITHIN);
    }

    /** The opening stands on 4 January: what was before it stays before it, however few days away. */
    @Test
    void theOpeningIsNotPassed() {
        TrainingSession session = opened(1, LocalDate.of(2026, 12, 16)).get(0);
        ground.as(circo.erun());

        assertThatThrownBy(() -> postpone(session, LocalDate.of(2027, 1, 5)))
                .hasMessageContaining("passerait l'ouverture de la vague, le lundi 4 janvier 2027");
    }

    /** A second date far away is no small move because the first stays. */
    @Test
    void eachDateOfASessionCounts() {
        TrainingSession session = opened(1).get(0);
        ground.as(circo.erun());

        assertThatThrownBy(() -> spread(session, WEDNESDAY.plusDays(14)))
                .hasMessageContaining("18 novembre 2026, ne se déplace que de 5 jours de classe");
        assertThat(moves()).isEmpty();
        spread(session, WEDNESDAY.plusDays(7));
        assertThat(moves()).singleElement().satisfies(move -> {
            assertThat(move.what()).isEqualTo(Tolerance.WITHIN);
            assertThat(move.after()).contains("18 novembre", "25 novembre");
        });
        assertThatThrownBy(() -> postpone(session, WEDNESDAY.plusDays(2)))
                .as("its second date moves along, beyond the tolerance")
                .hasMessageContaining("ne se déplace que de 5 jours de classe");
    }

    private void spread(TrainingSession session, LocalDate second) {
        TrainingSession now = sessions.find(session.id()).orElseThrow();
        dates.set(
                session.id(),
                words.shownDates(now).sent(),
                List.of(
                        new HalfDay(1, WEDNESDAY.atTime(9, 0), WEDNESDAY.atTime(9, 30), null),
                        new HalfDay(2, second.atTime(9, 0), second.atTime(9, 30), null)),
                "Deux temps",
                true);
    }

    @Test
    void aRoomOfTheSameTownAndATrainerOfTheSameFunction() {
        TrainingSession session = opened(1).get(0);
        ground.as(circo.erun());

        assertThatThrownBy(() -> hands.postpone(
                        session.id(), seen(session), WEDNESDAY.atTime(14, 0), "Redon", "Salle prise", true))
                .hasMessageContaining("le plan prévoit la commune « Rennes »");
        assertThatThrownBy(() -> hands.entrustTo(
                        session.id(), seen(session), circo.erun().id()))
                .hasMessageContaining("de la fonction « Conseiller ou conseillère");
        assertThat(moves()).isEmpty();

        hands.postpone(
                session.id(), seen(session), WEDNESDAY.atTime(14, 0), "Médiathèque, Rennes", "Salle trouvée", true);
        assertThat(moves()).as("a room of the town that was planned").hasSize(1);
    }

    /** In the task that asks for one; whoever reads it is offered what he may choose. */
    @Test
    void onlyRoomsWithinTheToleranceAreOffered() {
        TrainingSession session = opened(1).get(0);
        jdbc.sql("UPDATE training_session SET state = 'CONFIRMEE' WHERE id = ?")
                .param(session.id())
                .update();
        String near =
                rooms.add(new Room(0, 0, circo.uai(), "Médiathèque", null, "Rennes", 40, null, null, null, null, null))
                        + "=";
        String far =
                rooms.add(new Room(0, 0, circo.uai(), "Mairie", null, "Redon", 40, null, null, null, null, null)) + "=";
        ground.as(circo.erun());
        assertThat(fixing.rooms(session.id())).contains(near).doesNotContain(far);
        ground.as(circo.ien());
        assertThat(fixing.rooms(session.id())).contains(near, far);
    }

    /**
     * Half a day in other hands is a change of hands: of the same function it is traced, of another it is the IEN's.
     */
    @Test
    void aStandInOnOneDateCountsAsAnotherTrainer() {
        TrainingSession session = opened(1).get(0);
        Agent colleague =
                ground.agent(NewAgent.inCirconscription("Relais", "Sacha", null, AgentFunction.CPC, circo.uai()));
        ground.as(circo.erun());

        assertThatThrownBy(() -> standIn(session, circo.erun()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("de la fonction « Conseiller ou conseillère")
                .hasMessageContaining("Préparez un avenant");
        assertThat(moves()).isEmpty();
        assertThat(halfDays.trainers(session)).isEmpty();

        standIn(session, colleague);
        assertThat(moves()).singleElement().satisfies(move -> {
            assertThat(move.what()).isEqualTo(Tolerance.WITHIN);
            assertThat(move.part()).isEqualTo("1");
            assertThat(move.after()).contains("mercredi 18 novembre 2026", "n° " + colleague.id());
        });
        postpone(session, WEDNESDAY.plusDays(1));
        assertThat(moves()).as("who stands in moves along, as before").hasSize(2);

        ground.as(circo.ien());
        standIn(session, circo.erun());
        assertThat(moves()).first().extracting(JournalEntry::what).isEqualTo(Tolerance.BY_DECISION);
    }

    /** The dates page gives a half-day a trainer of its own as well. */
    @Test
    void aStandInOnADateOfSeveralCountsToo() {
        TrainingSession session = opened(1).get(0);
        ground.as(circo.erun());
        TrainingSession now = sessions.find(session.id()).orElseThrow();
        assertThatThrownBy(() -> dates.set(
                        session.id(),
                        words.shownDates(now).sent(),
                        List.of(
                                new HalfDay(1, WEDNESDAY.atTime(9, 0), WEDNESDAY.atTime(9, 30), null),
                                new HalfDay(
                                        2,
                                        WEDNESDAY.plusDays(1).atTime(9, 0),
                                        WEDNESDAY.plusDays(1).atTime(9, 30),
                                        circo.erun().id())),
                        "Deux temps",
                        true))
                .hasMessageContaining("de la fonction « Conseiller ou conseillère");
        assertThat(moves()).isEmpty();
    }

    @Test
    void atMostTenSessionsAreGivenByOthersForHalfADay() {
        List<TrainingSession> all = opened(11);
        Agent colleague =
                ground.agent(NewAgent.inCirconscription("Relais", "Sacha", null, AgentFunction.CPC, circo.uai()));
        Agent other =
                ground.agent(NewAgent.inCirconscription("Renfort", "Dominique", null, AgentFunction.CPC, circo.uai()));
        ground.as(circo.erun());
        all.subList(0, 10).forEach(session -> standIn(session, colleague));

        assertThatThrownBy(() -> standIn(all.get(10), colleague))
                .hasMessageContaining("10 sessions du plan sont déjà changées de cette façon, 10 au plus");
        standIn(all.get(3), other);
        assertThat(moves()).as("one that was given already is given on").hasSize(11);
    }

    /** Nobody refuses what happened: whoever gave the half-day is written down, and the plan's history says so. */
    @Test
    void whoGaveAHalfDayIsTracedWhoeverItWas() {
        TrainingSession session = opened(1).get(0);
        time.startAt(session.startsAt()
                .plusMinutes(5)
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant());
        ground.as(circo.erun());

        standIn(session, circo.erun());

        assertThat(moves()).singleElement().extracting(JournalEntry::what).isEqualTo(Tolerance.HAPPENED);
        assertThat(halfDays.trainers(session)).containsExactly(circo.erun().id());
    }

    private void standIn(TrainingSession session, Agent agent) {
        TrainingSession now = sessions.find(session.id()).orElseThrow();
        standIns.entrust(
                session.id(),
                words.shownDates(now).sent(),
                List.of(halfDays.of(now).get(0).entrustedTo(agent.id())));
    }

    @Test
    void atMostTenSessionsOfAPlanMove() {
        List<TrainingSession> all = opened(11);
        ground.as(circo.erun());
        all.subList(0, 10).forEach(session -> postpone(session, session.day().plusDays(1)));

        assertThatThrownBy(() -> postpone(all.get(10), all.get(10).day().plusDays(1)))
                .hasMessageContaining("10 sessions du plan sont déjà changées de cette façon, 10 au plus");
        postpone(all.get(3), all.get(3).day().plusDays(2));
        assertThat(moves()).as("one that moved already moves again").hasSize(11);
    }

    /** One session, one entry in an agenda, one date wherever it is read. */
    @Test
    void whereverAMovedSessionIsReadItHasItsPresentDate() throws Exception {
        TrainingSession session = opened(1).get(0);
        ground.as(circo.erun());
        LocalDate day = WEDNESDAY.plusDays(1);
        postpone(session, day);

        String page = visitor.page(circo.erun(), "/plans/" + planned.planId()).text();
        assertThat(page)
                .contains(French.numeric(day))
                .contains("Le plan approuvé prévoyait : " + French.day(WEDNESDAY) + " à 9 h");
        assertThat(taken("/plans/" + planned.planId() + "/sessions.csv"))
                .contains(French.numeric(day))
                .doesNotContain(French.numeric(WEDNESDAY));
        assertThat(visitor.page(circo.erun(), "/plans/" + planned.planId() + "/calendrier")
                        .select("a[href$=#session-1]"))
                .isNotEmpty();
        String ofPlan = taken("/plans/" + planned.planId() + "/sessions.ics");
        String ofSession = taken("/sessions/" + session.id() + ".ics");
        for (String name : List.of("UID", "DTSTART", "DTEND")) {
            assertThat(value(ofPlan, name)).as(name).isEqualTo(value(ofSession, name));
        }
        assertThat(value(ofPlan, "DTSTART")).contains(day.toString().replace("-", ""));
    }

    private static String value(String calendar, String name) {
        return calendar.replace("\r\n ", "")
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private String taken(String path) throws Exception {
        var answer = visitor.as(circo.erun(), MockMvcRequestBuilders.get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** The tenth place is there once, however many ask for it at the same moment. */
    @Test
    void twoWhoMoveTheTenthAtOnceDoNotBothMoveIt() throws Exception {
        List<TrainingSession> all = opened(11);
        ground.as(circo.erun());
        all.subList(0, 9).forEach(session -> postpone(session, session.day().plusDays(1)));
        var together = new CyclicBarrier(2);
        List<CompletableFuture<Boolean>> asked = all.subList(9, 11).stream()
                .map(session -> CompletableFuture.supplyAsync(() -> {
                    ground.as(circo.erun());
                    try {
                        together.await(20, TimeUnit.SECONDS);
                        postpone(session, session.day().plusDays(1));
                        return true;
                    } catch (Refusal | ConcurrencyFailureException no) {
                        return false;
                    } catch (Exception broken) {
                        throw new IllegalStateException(broken);
                    }
                }))
                .toList();
        assertThat(asked.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(moves()).hasSize(10);
    }

    private void postpone(TrainingSession session, LocalDate day) {
        hands.postpone(
                session.id(), seen(session), day.atTime(session.startsAt().toLocalTime()), "", "Salle prise", true);
    }

    private String seen(TrainingSession session) {
        return words.shown(sessions.find(session.id()).orElseThrow()).sent();
    }

    private List<JournalEntry> moves() {
        return read.moves(planned.planId());
    }

    private List<TrainingSession> opened(int number) {
        return opened(number, WEDNESDAY);
    }

    private List<TrainingSession> opened(int number, LocalDate day) {
        BiConsumer<Integer, LocalDate> line = (n, when) -> plans.line(
                planned,
                n,
                "VAGUE",
                "PRES-ECOLE",
                when,
                LocalTime.of(8 + n % 6, 0),
                30,
                20,
                circo.cpc().id(),
                List.of("DIRECTEUR"),
                Map.of(circo.schools().get(0), 1));
        for (int n = 1; n <= number; n++) {
            line.accept(n, n <= 5 ? day : day.minusDays(1));
        }
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.runDue();
        List<TrainingSession> all = sessions.ofVague(planned.vagueId()).stream()
                .sorted((one, other) -> one.planLine() - other.planLine())
                .toList();
        all.forEach(session -> driver.theCase("trainingSession", session.id()));
        return all;
    }
}
