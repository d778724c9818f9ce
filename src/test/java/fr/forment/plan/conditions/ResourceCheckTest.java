package fr.forment.plan.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Pace;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the judge says of sessions that do not keep to what people said. */
class ResourceCheckTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);
    private static final long ERUN = 9;
    private static final long DSI = 10;

    private final List<Absence> absences = new ArrayList<>();
    private final Map<Long, List<Bound>> halfDays = new HashMap<>();
    private final Map<Long, Set<Certified>> qualified = new HashMap<>();
    private final Map<String, Set<LocalDate>> closed = new HashMap<>();
    private final List<RoomFacts> rooms = new ArrayList<>();

    @Test
    void saysNothingWhereAllIsKept() {
        absences.add(Absence.wholeDays(ERUN, WEDNESDAY.plusDays(1), WEDNESDAY.plusDays(8)));
        absences.add(Absence.wholeDays(DSI, WEDNESDAY, WEDNESDAY));
        halfDays.put(ERUN, Bound.of(1));
        qualified.put(ERUN, Certified.always("PEDA-1"));
        closed.put("S1", Set.of(WEDNESDAY.plusWeeks(1)));
        rooms.add(new RoomFacts("S1", "Bruz", null, null, 12, null, null));
        assertThat(problems(session(1, WEDNESDAY, "S1", ERUN, 12))).isEmpty();
    }

    @Test
    void findsATrainerWhoIsAway() {
        absences.add(Absence.wholeDays(ERUN, WEDNESDAY.minusDays(2), WEDNESDAY.plusDays(2)));
        assertThat(problems(session(1, WEDNESDAY, "S1", ERUN, 12)))
                .containsExactly(
                        "le formateur n'est pas disponible du 30 novembre 2026 au 4 décembre 2026 : changez la date ou le formateur.");
    }

    @Test
    void findsAMomentThatIsNotGiven() {
        absences.add(new Absence(ERUN, WEDNESDAY, WEDNESDAY, LocalTime.of(12, 45), LocalTime.of(17, 0)));
        assertThat(problems(session(1, WEDNESDAY, "S1", ERUN, 12)))
                .containsExactly(
                        "le formateur n'est pas disponible le mercredi 2 décembre 2026, à 14 h : changez la date ou le formateur.");
    }

    @Test
    void findsATrainerWhoMayNotLeadTheModule() {
        String refused =
                "la personne choisie n'est pas habilitée à assurer « Usage pédagogique, niveau 1 » : choisissez-en une autre, ou demandez à l'IEN de l'habiliter (page Ressources).";
        qualified.put(ERUN, Certified.always("ADM-DIR"));
        assertThat(problems(session(1, WEDNESDAY, "S1", ERUN, 12))).containsExactly(refused);
        assertThat(problems(session(1, WEDNESDAY, "S1", DSI, 12)))
                .as("nobody said anything of the DSI, whose function does not lead it")
                .containsExactly(refused);
        qualified.put(DSI, Certified.always("PEDA-1"));
        assertThat(problems(session(1, WEDNESDAY, "S1", DSI, 12))).isEmpty();
    }

    @Test
    void findsATrainerWhoMayNotLeadTheModuleThatDay() {
        qualified.put(ERUN, Set.of(new Certified("PEDA-1", WEDNESDAY.plusDays(1), null)));
        assertThat(problems(session(1, WEDNESDAY, "S1", ERUN, 12)))
                .containsExactly(
                        "le mercredi 2 décembre 2026, la personne choisie n'est pas habilitée à assurer « Usage pédagogique, niveau 1 » (elle l'est à partir du 3 décembre 2026) : changez la date ou la personne.");
        assertThat(problems(session(1, WEDNESDAY.plusWeeks(1), "S1", ERUN, 12))).isEmpty();

        qualified.put(
                ERUN,
                Set.of(
                        new Certified("PEDA-1", null, WEDNESDAY.minusDays(1)),
                        new Certified("PEDA-1", WEDNESDAY.plusWeeks(2), WEDNESDAY.plusWeeks(3))));
        assertThat(problems(session(1, WEDNESDAY, "S1", ERUN, 12)))
                .singleElement()
                .asString()
                .contains("(elle l'est jusqu'au 1er décembre 2026, puis du 16 décembre 2026 au 23 décembre 2026)");
        assertThat(problems(session(1, WEDNESDAY.minusDays(1), "S1", ERUN, 12))).isEmpty();
        assertThat(problems(session(1, WEDNESDAY.plusWeeks(3), "S1", ERUN, 12))).isEmpty();
    }

    @Test
    void countsHalfDays() {
        halfDays.put(ERUN, Bound.of(1));
        var one = session(1, WEDNESDAY, "S1", ERUN, 12);
        var other = session(2, WEDNESDAY.plusWeeks(1), "S1", ERUN, 12);
        assertThat(new ResourceCheck(facts(), List.of(one, other)).problems(one))
                .containsExactly(
                        "la personne choisie assurerait 2 demi-journées dans ce plan ; il lui en reste 1 à donner cette année.");
    }

    /** What is not given in one school year is not given in the next one. */
    @Test
    void countsHalfDaysYearByYear() {
        LocalDate summer = LocalDate.of(2027, 7, 31);
        halfDays.put(
                ERUN, List.of(new Bound(null, summer, 1), new Bound(summer.plusDays(1), LocalDate.of(2028, 7, 31), 1)));
        var one = session(1, WEDNESDAY, "S1", ERUN, 12);
        var nextYear = session(2, WEDNESDAY.plusWeeks(52), "S1", ERUN, 12);
        var again = session(3, WEDNESDAY.plusWeeks(53), "S1", ERUN, 12);
        assertThat(new ResourceCheck(facts(), List.of(one, nextYear)).problems(one))
                .isEmpty();
        assertThat(new ResourceCheck(facts(), List.of(one, nextYear)).problems(nextYear))
                .isEmpty();
        assertThat(new ResourceCheck(facts(), List.of(one, nextYear, again)).problems(one))
                .isEmpty();
        assertThat(new ResourceCheck(facts(), List.of(one, nextYear, again)).problems(again))
                .containsExactly(
                        "la personne choisie assurerait 2 demi-journées dans ce plan, du 1er août 2027 au 31 juillet 2028 ; il lui en reste 1 à donner cette année.");
    }

    /** People type what they know; only what was listed can be lost. */
    @Test
    void aRoomThatNobodyListedIsFineAndOneThatWasTakenOffIsNot() {
        rooms.add(new RoomFacts("Atelier, Bruz", "Bruz", null, null, 20, null, null));
        assertThat(problems(session(1, WEDNESDAY, "Salle des fêtes, Bruz", ERUN, 12)))
                .isEmpty();
        rooms.add(new RoomFacts("Salle des fêtes, Bruz", "Bruz", null, null, 0, null, null));
        assertThat(problems(session(1, WEDNESDAY, "Salle des fêtes, Bruz", ERUN, 12)))
                .containsExactly(
                        "la salle n'est pas disponible le mercredi 2 décembre 2026 : changez la date ou le lieu.");
    }

    @Test
    void findsARoomThatIsLostOrTooSmall() {
        rooms.add(new RoomFacts("Médiathèque, Bruz", "Bruz", null, null, 10, null, WEDNESDAY.minusDays(1)));
        assertThat(problems(session(1, WEDNESDAY, "Médiathèque, Bruz", ERUN, 8)))
                .containsExactly(
                        "la salle n'est pas disponible le mercredi 2 décembre 2026 : changez la date ou le lieu.");
        assertThat(problems(session(1, WEDNESDAY.minusWeeks(1), "Médiathèque, Bruz", ERUN, 12)))
                .containsExactly("la salle accueille 10 personnes ; effectif attendu : 12.");
        assertThat(problems(session(1, WEDNESDAY, "S1", ERUN, 20)))
                .as("as the survey told it")
                .containsExactly("la salle de l'école accueille 15 personnes ; effectif attendu : 20.");
        rooms.add(new RoomFacts("S1", "Bruz", null, null, 30, null, null));
        assertThat(problems(session(1, WEDNESDAY, "S1", ERUN, 20))).isEmpty();
    }

    @Test
    void findsASchoolThatIsClosed() {
        closed.put("S1", Set.of(WEDNESDAY));
        assertThat(problems(session(1, WEDNESDAY, "Bruz", ERUN, 12)))
                .containsExactly("une école attendue est fermée le mercredi 2 décembre 2026 (École S1).");
    }

    private List<String> problems(PlannedSession session) {
        return new ResourceCheck(facts(), List.of(session)).problems(session);
    }

    private PlanFacts facts() {
        var module = new ModuleFacts(
                "PEDA-1",
                "Usage pédagogique, niveau 1",
                1,
                1,
                180,
                20,
                Format.PRESENTIEL,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                ResponsibleBody.EDUCATION_NATIONALE,
                Set.of(Profile.ENSEIGNANT),
                Set.of(),
                Set.of(),
                false);
        return new PlanFacts(
                        "C1",
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2027, 6, 30),
                        "Bruz",
                        day -> true,
                        List.of(module),
                        List.of(),
                        List.of(new SchoolFacts("S1", "École S1", "Bruz", null, null, null, 5, true, 15)),
                        List.of(
                                new Person(ERUN, AgentFunction.ERUN, null, 0, Set.of()),
                                new Person(DSI, AgentFunction.DSI, null, 0, Set.of())),
                        List.of(),
                        List.of(),
                        new Pace(30, 5, 1, 15),
                        Map.of())
                .with(new Conditions(absences, halfDays, qualified, closed, List.of(), Map.of(), List.of(), rooms));
    }

    private static PlannedSession session(int line, LocalDate day, String place, long trainer, int people) {
        return new PlannedSession(
                line,
                1,
                line,
                Phase.VAGUE,
                1,
                "PEDA-1",
                day,
                LocalTime.of(14, 0),
                180,
                place,
                Format.PRESENTIEL,
                30,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                trainer,
                Set.of(Profile.ENSEIGNANT),
                Map.of("S1", people),
                people);
    }
}
