package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.catalogue.Format;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.plan.words.PlanDifference;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moving, adding and removing sessions of a version that is not decided on. */
@HouseTest
class PlanEditingServiceTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2027, 2, 10);

    @Autowired
    private PlanningGround ground;

    @Autowired
    private TestGround people;

    @Autowired
    private PlanService service;

    @Autowired
    private PlanEditingService editing;

    @Autowired
    private PlanDecisionService decisions;

    @Autowired
    private AmendmentService amendments;

    @Autowired
    private ComputedPlanService computed;

    @Autowired
    private Plans plans;

    @Autowired
    private Plans plansRead;

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private JdbcClient jdbc;

    private PlanningGround.Case made;
    private long plan;
    private PlannedSession peda;

    @BeforeEach
    void calculate() {
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        peda = session("PEDA-1", 1);
    }

    /** Also where only the hour changes. */
    @ParameterizedTest
    @ValueSource(strings = {"23:59", "03:00", "06:30", "21:45"})
    void aSessionStaysWithinTheHoursOfADay(String start) {
        people.as(made.circo().cpc());
        assertThatThrownBy(() -> editing.change(
                        plan,
                        peda.line(),
                        to(peda.day(), LocalTime.parse(start), peda.place(), peda.trainerAgentId(), peda.capacity()),
                        now -> {}))
                .hasMessageContaining("Une session se tient entre");
        assertThat(session("PEDA-1", 1)).isEqualTo(peda);
    }

    @Test
    void movesASessionAndKeepsWhatItWas() {
        people.as(made.circo().cpc());
        editing.change(
                plan,
                peda.line(),
                to(
                        LocalDate.of(2027, 1, 6),
                        peda.start(),
                        "Laillé",
                        made.circo().erun().id(),
                        25),
                now -> {});

        PlannedSession moved = session("PEDA-1", 1);
        assertThat(moved.day()).isEqualTo(LocalDate.of(2027, 1, 6));
        assertThat(moved.place()).isEqualTo("Laillé");
        assertThat(moved.capacity()).isEqualTo(25);
        assertThat(moved.seats()).isEqualTo(peda.seats());
        assertThat(plansRead.history(plan)).last().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("Session modifiée");
            assertThat(entry.part()).isEqualTo(String.valueOf(peda.line()));
            assertThat(entry.before()).contains("20 places");
            assertThat(entry.after()).contains("mercredi 6 janvier 2027", "Laillé", "25 places");
            assertThat(entry.byWhom()).isEqualTo("a" + made.circo().cpc().id());
        });
    }

    /** A plan that says "À distance" and "Présentiel" of one session books a room nobody needs. */
    @Test
    void placeAndFormatSayTheSame() {
        people.as(made.circo().cpc());
        String room = peda.place();
        assertThat(becomes("À distance", null)).containsExactly("À distance", Format.DISTANCE);
        assertThat(plansRead.history(plan)).last().satisfies(entry -> assertThat(entry.after())
                .contains("À distance"));
        assertThat(becomes(room, Format.DISTANCE)).containsExactly(room, Format.PRESENTIEL);
        assertThat(becomes(room, Format.HYBRIDE)).containsExactly(room, Format.HYBRIDE);
        assertThat(plansRead.history(plan)).last().satisfies(entry -> assertThat(entry.after())
                .contains("hybride"));
        assertThat(becomes(room, Format.DISTANCE)).containsExactly("À distance", Format.DISTANCE);
        refuses(held("À distance", Format.HYBRIDE), "Une session hybride réunit aussi");
        refuses(held("À distance", Format.PRESENTIEL), "a lieu dans une salle");
        refuses(held("Bruz", Format.AUTOFORMATION), "se suit sans session");
        assertThat(becomes("Bruz", Format.PRESENTIEL)).containsExactly("Bruz", Format.PRESENTIEL);
        refuses(held("Laillé", Format.DISTANCE), "n'a pas de salle");
    }

    private List<Object> becomes(String place, Format format) {
        editing.change(plan, peda.line(), held(place, format), now -> {});
        PlannedSession is = session("PEDA-1", 1);
        assertThat(is.day()).isEqualTo(peda.day());
        return List.of(is.place(), is.format());
    }

    private SessionChange held(String place, Format format) {
        return new SessionChange(peda.day(), peda.start(), place, format, peda.trainerAgentId(), peda.capacity(), null);
    }

    @Test
    void writesNothingWhenNothingChanged() {
        int before = plansRead.history(plan).size();
        editing.change(
                plan,
                peda.line(),
                to(peda.day(), peda.start(), peda.place(), peda.trainerAgentId(), peda.capacity()),
                now -> {});
        assertThat(plansRead.history(plan)).hasSize(before);
    }

    @Test
    void refusesWhatCannotTakePlace() {
        refuses(to(LocalDate.of(2026, 12, 23), peda.start(), "Bruz", null, 20), "n'est pas un jour de classe");
        refuses(to(LocalDate.of(2026, 12, 15), LocalTime.of(10, 0), "Bruz", null, 20), "ont classe");
        refuses(to(LocalDate.of(2026, 8, 26), peda.start(), "Bruz", null, 20), "La date choisie est passée.");
        refuses(to(peda.day(), peda.start(), " ", null, 20), "Indiquez un lieu");
        refuses(to(peda.day(), peda.start(), ", Redon", null, 20), "la salle avec sa commune");
        refuses(to(peda.day(), peda.start(), "0750001A", null, 20), "(UAI) d'aucune école");
        refuses(to(peda.day(), peda.start(), "9780001L", null, 20), "Aucune école ne porte le numéro");
        refuses(to(peda.day(), peda.start(), "Bruz", null, 0), "de 1 à 300 places");
        refuses(to(peda.day(), peda.start(), "Bruz", null, 2), "4 personnes attendues pour 2 places.");
        PlannedSession other = session("ADM-DIR", 1);
        refuses(
                to(other.day(), other.start(), "Bruz", other.trainerAgentId(), 20),
                "le formateur est déjà pris à cette heure par la session de la ligne " + other.line());
        assertThat(session("PEDA-1", 1)).isEqualTo(peda);
    }

    @Test
    void removesThenAddsUnderANewNumber() {
        editing.remove(plan, peda.line(), now -> {});
        assertThat(plans.warnings(plan))
                .extracting(Warning::text)
                .contains("« Usage pédagogique, niveau 1 » : 8 personnes restent à former après l'ouverture de l'ENT.");

        int line = editing.add(
                plan,
                new NewPlannedSession(
                        "PEDA-1",
                        1,
                        Set.copyOf(made.circo().schools().subList(0, 2)),
                        to(
                                WEDNESDAY,
                                LocalTime.of(14, 0),
                                made.school(0),
                                made.circo().erun().id(),
                                20)));

        assertThat(line).as("a number is never given twice").isGreaterThan(8);
        assertThat(session("PEDA-1", 1)).satisfies(added -> {
            assertThat(added.expected())
                    .as("of three in each school, the direction has no hours left for it")
                    .isEqualTo(4);
            assertThat(added.schoolUais())
                    .containsExactlyInAnyOrderElementsOf(made.circo().schools().subList(0, 2));
        });
        assertThat(plans.warnings(plan))
                .extracting(Warning::text)
                .contains("« Usage pédagogique, niveau 1 » : 4 personnes restent à former après l'ouverture de l'ENT.")
                .noneMatch(text -> text.contains("assez d'heures"));
    }

    @Test
    void addsNobodyWhoHasNoHoursLeft() {
        editing.remove(plan, peda.line(), now -> {});
        spendAllHours();
        assertThatThrownBy(() -> editing.add(
                        plan,
                        new NewPlannedSession(
                                "PEDA-1",
                                1,
                                Set.of(made.school(0)),
                                to(WEDNESDAY, LocalTime.of(14, 0), made.school(0), null, 20))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("n'ont plus assez d'heures cette année (il dure 3 h)");
    }

    /** A quarter of an hour less, and the hours of the people are those of the session, not of the catalogue. */
    @Test
    void changesHowLongASessionLasts() {
        people.as(made.circo().cpc());
        int before = plans.loads(plan).stream().mapToInt(Load::plannedMinutes).sum();
        PlannedSession brief = session("PRES-ECOLE", 1);
        editing.change(plan, brief.line(), lasting(brief, brief.minutes() - 15), now -> {});

        assertThat(session("PRES-ECOLE", 1).minutes()).isEqualTo(brief.minutes() - 15);
        assertThat(plans.loads(plan).stream().mapToInt(Load::plannedMinutes).sum())
                .isEqualTo(before - 15 * brief.expected());
        assertThat(plansRead.history(plan)).last().satisfies(entry -> {
            assertThat(entry.before()).contains("1 h 30");
            assertThat(entry.after()).contains("1 h 15");
        });
        refuses(lasting(peda, 0), "Une session dure de 15 min à 8 h");
        refuses(lasting(peda, 481), "Une session dure de 15 min à 8 h");
        editing.change(plan, brief.line(), lasting(session("PRES-ECOLE", 1), 240), now -> {});
        assertThat(plans.warnings(plan))
                .as("nobody has so many hours left")
                .anyMatch(warning -> warning.weight() == Warning.Weight.BLOQUANT
                        && warning.line() == brief.line()
                        && warning.text().contains("assez d'heures"));
    }

    /** The same in an amendment: said between versions, kept by the next search. */
    @Test
    void anAmendmentCarriesHowLongASessionLasts() {
        driver.theCase("trainingPlan", plan).fires("consultationClosed").waitsAt("approve");
        decisions.decide(plan, Verdict.APPROVED_WITH_OVERRUN, "");
        Plan amendment = amendments.prepare(plan, "Une demi-heure suffit");
        editing.change(amendment.id(), peda.line(), lasting(peda, 150), now -> {});

        assertThat(PlanDifference.between(plans.sessions(plan), plans.sessions(amendment.id()))
                        .changed())
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.what()).containsExactly("durée");
                    assertThat(changed.after().minutes()).isEqualTo(150);
                });
        assertThat(computed.basis(amendment.id()).toSolve(false).conditions().held())
                .filteredOn(held -> held.line() == peda.line())
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.fixed()).isTrue();
                    assertThat(held.session().end()).isEqualTo(peda.start().plusMinutes(150));
                });
    }

    /** The row is written anew, and what a person placed is still theirs: the next search leaves it where it is. */
    @Test
    void whatChangesInAPinnedSessionLeavesItPinned() {
        PlannedSession other = session("ADM-DIR", 1);
        editing.pin(plan, peda.line(), true);
        replaceTrainers(sessions -> computed.repair(plan, sessions, print(), "Absence"));
        assertThat(session("PEDA-1", 1).trainerAgentId()).isNull();
        assertThat(plans.pinned(plan)).contains(peda.line()).doesNotContain(other.line());

        editing.pin(plan, other.line(), true);
        replaceTrainers(sessions -> computed.keep(plan, fewer(sessions, other.line()), print(), 1, "essai"));
        assertThat(session("ADM-DIR", 1).capacity()).isEqualTo(other.capacity() - 1);
        assertThat(plans.pinned(plan)).contains(peda.line(), other.line());
    }

    /** Three are expected, the E-RUN is one of them: whoever leads it cannot follow it too. */
    @Test
    void whoIsExpectedAtASessionDoesNotLeadIt() {
        PlannedSession cadres = plans.sessions(plan).stream()
                .filter(session -> session.moduleCode().equals("PRES-CADRES"))
                .findFirst()
                .orElseThrow();
        long erun = made.circo().erun().id();
        people.as(made.circo().cpc());
        assertThatThrownBy(() -> editing.change(
                        plan,
                        cadres.line(),
                        to(cadres.day(), cadres.start(), cadres.place(), erun, cadres.capacity()),
                        now -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("y est aussi attendue comme participante");
        jdbc.sql("UPDATE planned_session SET trainer_agent_id = ? WHERE id = ?")
                .params(erun, cadres.id())
                .update();
        editing.remove(plan, peda.line(), now -> {});
        assertThat(plans.warnings(plan))
                .filteredOn(warning -> warning.text().contains("y est aussi attendue comme participante"))
                .extracting(Warning::line, Warning::weight)
                .containsExactly(tuple(cadres.line(), Warning.Weight.IMPORTANT));
    }

    private void replaceTrainers(Consumer<List<PlannedSession>> how) {
        how.accept(plans.sessions(plan).stream()
                .map(session -> session.line() != peda.line()
                        ? session
                        : new SessionChange(session.day(), session.start(), session.place(), null, session.capacity())
                                .on(session))
                .toList());
    }

    private static List<PlannedSession> fewer(List<PlannedSession> sessions, int line) {
        return sessions.stream()
                .map(session -> session.line() != line
                        ? session
                        : new SessionChange(
                                        session.day(),
                                        session.start(),
                                        session.place(),
                                        session.trainerAgentId(),
                                        session.capacity() - 1)
                                .on(session))
                .toList();
    }

    private String print() {
        return computed.basis(plan).sessionsPrint();
    }

    /** Seats that hours no longer allow are taken away by a person, school by school; the people stay to be trained. */
    @Test
    void takesAwaySeatsThatHoursNoLongerAllow() {
        people.as(made.circo().cpc());
        refusesToSpare("rien n'est retiré");
        jdbc.sql(
                        "INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state) VALUES (?, '2026-2027', 'essai', 600, 'OUTSIDE')")
                .param(made.circo().teachers().get(0).id())
                .update();
        editing.pin(plan, peda.line(), true);

        assertThat(editing.withoutHours(plan, peda.line())).isEqualTo(1);
        assertThat(editing.spare(plan, peda.line(), now -> {})).isEqualTo(1);

        PlannedSession left = session("PEDA-1", 1);
        assertThat(left.line()).isEqualTo(peda.line());
        assertThat(left.expected()).isEqualTo(peda.expected() - 1);
        assertThat(left.seats().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(left.expected());
        assertThat(plans.pinned(plan)).contains(peda.line());
        assertThat(plansRead.history(plan)).last().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("Places sans heures retirées");
            assertThat(entry.before()).isEqualTo("4 personnes attendues");
            assertThat(entry.after()).isEqualTo("3 personnes attendues");
        });
        assertThat(plans.warnings(plan))
                .filteredOn(warning -> Objects.equals(warning.line(), peda.line()))
                .noneMatch(warning -> warning.text().contains("assez d'heures"));
        spendAllHours();
        refusesToSpare("Plus personne ne viendrait à cette session");
    }

    private void refusesToSpare(String message) {
        assertThatThrownBy(() -> editing.spare(plan, peda.line(), now -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
    }

    private void spendAllHours() {
        made.circo().teachers().forEach(teacher -> jdbc.sql(
                        "INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state) VALUES (?, '2026-2027', 'ailleurs', 600, 'OUTSIDE')")
                .param(teacher.id())
                .update());
    }

    private static SessionChange lasting(PlannedSession session, int minutes) {
        return new SessionChange(
                session.day(),
                session.start(),
                session.place(),
                null,
                session.trainerAgentId(),
                session.capacity(),
                minutes);
    }

    /** 250 parents wait, the catalogue says 60: the new session takes 60, the others wait for the next one. */
    @Test
    void addsNoMorePeopleThanAGroupHolds() {
        jdbc.sql("""
                INSERT INTO need_line (campaign_id, school_uai, module_code, profile, people, already_trained, wish)
                SELECT id, CAST(? AS VARCHAR(8)), 'PRES-PARENTS', 'PARENT', 250, 0, '' FROM campaign WHERE project_id = ?""").params(made.school(0), made.number()).update();
        int line = editing.add(
                plan,
                new NewPlannedSession(
                        "PRES-PARENTS",
                        1,
                        Set.of(made.school(0)),
                        to(LocalDate.of(2027, 2, 11), LocalTime.of(18, 0), made.school(0), null, 60)));
        assertThat(plans.sessions(plan).stream().filter(session -> session.line() == line))
                .singleElement()
                .extracting(PlannedSession::expected)
                .isEqualTo(60);
    }

    @Test
    void addsOnlyWhatSomebodyNeeds() {
        var where = to(WEDNESDAY, LocalTime.of(14, 0), "Bruz", null, 20);
        assertThatThrownBy(
                        () -> editing.add(plan, new NewPlannedSession("PRES-ECOLE", 1, Set.of(made.school(0)), where)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Personne n'attend plus ce module dans ces écoles.");
        assertThatThrownBy(() -> editing.add(plan, new NewPlannedSession("ADM-ERUN", null, Set.of(), where)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Personne n'attend plus ce module dans la circonscription.");
        assertThatThrownBy(() -> editing.add(plan, new NewPlannedSession("PEDA-1", 1, Set.of(), where)))
                .hasMessage("Choisissez au moins une école.");
        assertThatThrownBy(() -> editing.add(plan, new NewPlannedSession("", 1, Set.of(), where)))
                .hasMessage("Choisissez un module du catalogue.");
    }

    @Test
    void refusesToTouchWhatIsDecided() {
        driver.theCase("trainingPlan", plan).fires("consultationClosed").waitsAt("approve");
        refuses(to(peda.day(), peda.start(), "Laillé", null, 20), "Cette version ne se modifie plus (soumis à l'IEN).");
        decisions.decide(plan, Verdict.APPROVED_WITH_OVERRUN, "");
        assertThatThrownBy(() -> editing.remove(plan, peda.line(), now -> {})).isInstanceOf(Refusal.class);
    }

    @Test
    void amendsOneAtATimeAndWithAReason() {
        assertThatThrownBy(() -> amendments.prepare(plan, "Grève"))
                .hasMessage("Seul le plan en vigueur peut recevoir un avenant.");
        assertThatThrownBy(() -> amendments.abandon(plan))
                .hasMessage("Seul un avenant en préparation peut être abandonné.");
        driver.theCase("trainingPlan", plan).fires("consultationClosed").waitsAt("approve");
        decisions.decide(plan, Verdict.APPROVED_WITH_OVERRUN, "");
        assertThatThrownBy(() -> amendments.prepare(plan, " ")).isInstanceOf(Refusal.class);

        Plan amendment = amendments.prepare(plan, "Grève");

        assertThat(plans.sessions(amendment.id())).hasSameSizeAs(plans.sessions(plan));
        assertThat(PlanDifference.between(plans.sessions(plan), plans.sessions(amendment.id()))
                        .isEmpty())
                .isTrue();
        assertThat(plans.before(amendment)).map(Plan::id).contains(plan);
        assertThatThrownBy(() -> amendments.prepare(plan, "Neige"))
                .hasMessage("Un avenant est déjà en préparation pour ce projet.");
    }

    private void refuses(SessionChange change, String message) {
        assertThatThrownBy(() -> editing.change(plan, peda.line(), change, now -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
    }

    private static SessionChange to(LocalDate day, LocalTime start, String place, Long trainer, int capacity) {
        return new SessionChange(day, start, place, trainer, capacity);
    }

    private PlannedSession session(String module, int vague) {
        return plans.sessions(plan, Phase.VAGUE, vague).stream()
                .filter(session -> session.moduleCode().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
