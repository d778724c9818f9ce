package fr.forment.plan.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.catalogue.TrainingModule;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.conditions.Lack;
import fr.forment.plan.feedback.SchoolFeedback.Entry;
import fr.forment.plan.feedback.SchoolFeedback.Outcome;
import fr.forment.territory.PriorityEducation;
import fr.forment.territory.School;
import fr.forment.territory.SchoolKind;
import fr.forment.territory.SchoolRhythm;
import fr.forment.territory.SchoolState;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why a module is not, or not wholly, in the plan of a school: each reason by the facts that give it. */
@HouseTest
class ModuleFeedbackTest {

    private static final String UAI = "0350001A";

    private static final School SCHOOL = new School(
            UAI,
            "École",
            null,
            "35000",
            null,
            "Rennes",
            "035",
            "0350060A",
            SchoolKind.values()[0],
            true,
            SchoolState.OUVERT,
            SchoolRhythm.INCONNU,
            5,
            110,
            null,
            null,
            PriorityEducation.AUCUNE,
            false,
            null,
            null,
            null);

    @Autowired
    private Catalogue catalogue;

    private Map<String, TrainingModule> modules;
    private final Map<List<Object>, Integer> together = new HashMap<>();
    private final Map<String, Integer> vagues = new HashMap<>(Map.of(UAI, 1));

    @BeforeEach
    void grid() {
        modules = catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, module -> module));
    }

    private Entry entry(String module, int needed, int seated, List<Lack> lacks) {
        List<PlannedSession> sessions = seated == 0
                ? List.of()
                : List.of(new PlannedSession(
                        1,
                        1,
                        1,
                        Phase.VAGUE,
                        1,
                        module,
                        LocalDate.of(2026, 11, 18),
                        LocalTime.of(14, 0),
                        180,
                        "Redon",
                        Format.PRESENTIEL,
                        20,
                        TrainerKind.ERUN_DSI,
                        null,
                        Set.of(Profile.ENSEIGNANT),
                        Map.of(UAI, seated),
                        seated));
        var facts = new FeedbackFacts.Of(
                Map.of(UAI, sessions),
                modules,
                Map.of(UAI, List.of(new Need(UAI, module, Profile.ENSEIGNANT, needed))),
                Map.of(UAI, lacks),
                Map.of(),
                vagues,
                Map.of(UAI, SCHOOL),
                Map::of,
                () -> together,
                Map::of,
                List::of);
        return new ModuleFeedback(facts, UAI).entries().get(0);
    }

    @Test
    void tellsWhenAndWhereForWhatIsTakenUp() {
        assertThat(entry("PEDA-1", 5, 5, List.of()))
                .isEqualTo(new Entry(
                        "Usage pédagogique, niveau 1 : 5 à former",
                        Outcome.TAKEN,
                        "5 personnes : mercredi 18 novembre 2026 à 14 h, Redon (salle à préciser)."));
    }

    @Test
    void tellsWhoHasNoHoursLeft() {
        assertThat(entry("PEDA-1", 5, 3, List.of(new Lack(UAI, "PEDA-1", 90, 1), new Lack(UAI, "COMM", 60, 2))))
                .satisfies(entry -> {
                    assertThat(entry.outcome()).isEqualTo(Outcome.PARTLY);
                    assertThat(entry.answer())
                            .contains(
                                    "3 personnes sur 5",
                                    "1 personne n'a plus assez d'heures cette année, compte tenu des sessions prévues : il lui manque 1 h 30",
                                    "En plus, 1 personne : ");
                });
    }

    @Test
    void doesNotBlameHoursThatAreThere() {
        assertThat(entry("COMM", 4, 2, List.of(new Lack(UAI, "PEDA-1", 90, 2))).answer())
                .contains("trop peu de personnes");
    }

    @Test
    void tellsThatAGroupWouldBeTooSmall() {
        assertThat(entry("COMM", 2, 0, List.of())).satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.NOT);
            assertThat(entry.answer()).contains("Trop peu de personnes pour ouvrir une session (2, il en faut 4)");
        });
    }

    /** Those of other schools of the vague count: with them a session could be held, as the page of why says. */
    @Test
    void aGroupIsThatOfAllSchoolsOfTheVague() {
        together.put(List.of(1, "COMM"), 6);
        assertThat(entry("COMM", 2, 0, List.of()).answer()).contains("Aucune date n'a été retenue");
    }

    @Test
    void tellsWhatComesInTheContinuousPhaseOrWithAnotherVague() {
        assertThat(entry("PEDA-3", 6, 0, List.of()).answer()).contains("après l'ouverture de l'ENT");
        assertThat(entry("COMM", 6, 0, List.of()).answer()).contains("Aucune date n'a été retenue");
        vagues.clear();
        assertThat(entry("COMM", 6, 0, List.of()).answer()).contains("aucune vague de ce projet");
        assertThat(entry("DISPARU", 6, 0, List.of()).answer()).contains("n'est plus proposé");
    }
}
