package fr.forment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Edits on a database of their own, with the real migrations. */
class CatalogueServiceTest {

    private AnnotationConfigApplicationContext context;
    private CatalogueService service;
    private Catalogue catalogue;
    private Journal history;

    @BeforeEach
    void open() {
        context = database();
        service = context.getBean(CatalogueService.class);
        catalogue = context.getBean(Catalogue.class);
        history = context.getBean(Journal.class);
    }

    AnnotationConfigApplicationContext database() {
        return CatalogueDatabase.inMemory();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void keepsAnEditAndItsHistory() {
        ModuleDetails before = module("COMM").details();
        var after = new ModuleDetails(
                "Communiquer avec l'ENT",
                List.of("Édition de contenus", "Messagerie"),
                Set.of(Profile.ENSEIGNANT, Profile.DIRECTEUR),
                Set.of(Profile.DIRECTEUR),
                TrainerKind.ERUN_DSI,
                ResponsibleBody.COLLECTIVITE,
                Nature.CONTINU,
                Format.DISTANCE,
                "Tutoriel",
                120,
                25,
                "Novembre",
                Set.of("PRES-ECOLE"),
                false);

        assertThat(service.edit("COMM", 0, after, "ien.demo", "Demande des écoles"))
                .isEmpty();

        assertThat(module("COMM").details()).isEqualTo(after);
        assertThat(module("COMM").version()).isEqualTo(1);
        assertThat(history.latest(TrainingModule.KIND, "COMM")).hasSize(14).allSatisfy(entry -> {
            assertThat(entry.byWhom()).isEqualTo("ien.demo");
            assertThat(entry.why()).isEqualTo("Demande des écoles");
            assertThat(entry.at()).isEqualTo(CatalogueDatabase.NOW);
        });
        assertThat(history.latest(TrainingModule.KIND, "COMM")).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("Thèmes");
            assertThat(entry.before()).isEqualTo(String.join("\n", before.themes()));
            assertThat(entry.after()).isEqualTo("Édition de contenus\nMessagerie");
        });
    }

    @Test
    void writesNoHistoryWhenNothingChanges() {
        assertThat(service.edit("COMM", 0, module("COMM").details(), "ien.demo", null))
                .isEmpty();
        assertThat(history.latest(TrainingModule.KIND, "COMM")).isEmpty();
        assertThat(module("COMM").version()).isZero();
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseJustChanged() {
        assertThat(service.edit("COMM", 0, module("COMM").details().withCalendar("Octobre"), "first", null))
                .isEmpty();
        assertThat(service.edit("COMM", 0, module("COMM").details().withCalendar("Mars"), "second", null))
                .extracting(Problem::field)
                .containsExactly("version");
        assertThat(module("COMM").calendar()).isEqualTo("Octobre");
        assertThat(history.latest(TrainingModule.KIND, "COMM"))
                .extracting(JournalEntry::byWhom)
                .containsExactly("first");
    }

    @Test
    void keepsOneOfTwoSimultaneousEdits() throws Exception {
        var details = module("COMM").details();
        List<Callable<List<Problem>>> both = List.of(
                () -> service.edit("COMM", 0, details.withCalendar("Octobre"), "a", null),
                () -> service.edit("COMM", 0, details.withCalendar("Mars"), "b", null));
        var pool = Executors.newFixedThreadPool(2);
        try {
            int refused = 0;
            for (var answer : pool.invokeAll(both)) {
                refused += answer.get().size();
            }
            assertThat(refused).isEqualTo(1);
            assertThat(history.latest(TrainingModule.KIND, "COMM")).hasSize(1);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void refusesPrerequisitesThatGoRoundNamingTheModules() {
        ModuleDetails round = withPrerequisites("PRES-ECOLE", Set.of("PEDA-2"));
        assertThat(service.edit("PRES-ECOLE", 0, round, "ien.demo", null))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("prerequisites");
                    assertThat(problem.message())
                            .contains(
                                    "PRES-ECOLE « Présentation de l'ENT à l'équipe de l'école »",
                                    "PEDA-2 « Usage pédagogique, niveau 2 »",
                                    "PEDA-1 « Usage pédagogique, niveau 1 »");
                });
        assertThat(module("PRES-ECOLE").prerequisites()).isEmpty();
    }

    @Test
    void refusesAPrerequisiteThatDoesNotExist() {
        assertThat(service.edit("COMM", 0, withPrerequisites("COMM", Set.of("AUTRE")), "ien.demo", null))
                .extracting(Problem::field)
                .containsExactly("prerequisites");
    }

    @Test
    void refusesAReasonThatIsTooLong() {
        assertThat(service.edit("COMM", 0, module("COMM").details(), "ien.demo", "x".repeat(501)))
                .extracting(Problem::field)
                .containsExactly("reason");
    }

    @Test
    void fillsTheOpenCalendar() {
        assertThat(service.fillCalendar("MAJ", "Vague 1 : janvier 2027", "plan", "Plan approuvé"))
                .isEmpty();
        assertThat(module("MAJ").calendar()).isEqualTo("Vague 1 : janvier 2027");
        assertThat(history.latest(TrainingModule.KIND, "MAJ"))
                .extracting(JournalEntry::what)
                .containsExactly("Calendrier");
    }

    @Test
    void addsARowOfOnesOwnAfterTheOthersOfItsRubric() {
        ModuleDetails details = withPrerequisites("COMM", Set.of("COMM"));
        assertThat(service.add("COMM-2", Rubric.COMMUNICATION, 0, details, "ien.demo", null))
                .isEmpty();
        assertThat(catalogue.all()).extracting(TrainingModule::code).containsSubsequence("COMM", "COMM-2", "ADM-ERUN");
        assertThat(history.latest(TrainingModule.KIND, "COMM-2"))
                .extracting(JournalEntry::what)
                .containsExactly("Création");
    }

    @Test
    void refusesABadOrTakenCode() {
        ModuleDetails details = module("COMM").details();
        for (String code : List.of("COMM", "comm 2", "", "X".repeat(21))) {
            assertThat(service.add(code, Rubric.COMMUNICATION, 0, details, "ien.demo", null))
                    .extracting(Problem::field)
                    .containsExactly("code");
        }
        assertThat(service.add("NEUF", null, 4, details, "ien.demo", null))
                .extracting(Problem::field)
                .containsExactly("rubric", "level");
        assertThat(catalogue.all()).hasSize(19);
    }

    @Test
    void knowsOnlyItsModules() {
        assertThat(catalogue.find("AUTRE")).isEmpty();
        assertThat(catalogue.trainsTrainers("AUTRE")).isFalse();
        assertThatThrownBy(() -> service.fillCalendar("AUTRE", "x", "plan", null))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void leavesWithdrawnModulesOutOfAProfilesGrid() {
        ModuleDetails d = module("PEDA-3").details();
        var withdrawn = new ModuleDetails(
                d.title(),
                d.themes(),
                d.profiles(),
                d.beforeOpening(),
                d.trainerKind(),
                d.responsibleBody(),
                d.nature(),
                d.format(),
                d.complements(),
                d.durationMinutes(),
                d.groupSize(),
                d.calendar(),
                d.prerequisites(),
                false);
        assertThat(service.edit("PEDA-3", 0, withdrawn, "ien.demo", null)).isEmpty();
        assertThat(catalogue.active())
                .filteredOn(module -> module.profiles().contains(Profile.ENSEIGNANT))
                .extracting(TrainingModule::code)
                .containsExactly("SENS-CHGT", "PRES-ECOLE", "CHARTE", "PEDA-1", "PEDA-2", "DISC", "COMM");
        assertThat(catalogue.active()).hasSize(18);
    }

    private TrainingModule module(String code) {
        return catalogue.find(code).orElseThrow();
    }

    private ModuleDetails withPrerequisites(String code, Set<String> prerequisites) {
        ModuleDetails d = module(code).details();
        return new ModuleDetails(
                d.title(),
                d.themes(),
                d.profiles(),
                d.beforeOpening(),
                d.trainerKind(),
                d.responsibleBody(),
                d.nature(),
                d.format(),
                d.complements(),
                d.durationMinutes(),
                d.groupSize(),
                d.calendar(),
                prerequisites,
                d.active());
    }
}
