package fr.forment.catalogue;

import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the grid. A refusal is an answer: the list of problems, empty when it is done. */
@Service
@RequiredArgsConstructor
public class CatalogueService {

    private static final String CODE = "[A-Z0-9]+(-[A-Z0-9]+)*+";
    private static final int CODE_MAX = 20;
    private static final int LEVEL_MAX = 3;
    private static final int REASON_MAX = 500;

    private final TrainingModules modules;
    private final Journal journal;
    private final JdbcClient jdbc;

    /**
     * @param version the one the person saw when the form was opened; @throws java.util.NoSuchElementException for an
     *     unknown code
     */
    @Transactional
    public List<Problem> edit(String code, long version, ModuleDetails details, String actor, String reason) {
        lock();
        TrainingModule module = modules.findByCode(code).orElseThrow();
        if (module.version() != version) {
            return List.of(new Problem(
                    "version",
                    "Ce module a été modifié entre-temps par quelqu'un d'autre. Rien n'a été enregistré :"
                            + " rechargez la page, relisez l'historique, puis reprenez votre modification."));
        }
        List<Problem> problems = problems(code, details, reason);
        if (problems.isEmpty()) {
            keep(module, details, actor, reason);
        }
        return problems;
    }

    /** Adds a row of one's own to the grid ("le tableau est à adapter en fonction du projet"). */
    @Transactional
    public List<Problem> add(
            String code, Rubric rubric, int level, ModuleDetails details, String actor, String reason) {
        lock();
        List<Problem> problems = problems(code, details, reason);
        if (!code.matches(CODE) || code.length() > CODE_MAX) {
            problems.add(new Problem(
                    "code",
                    "Un code s'écrit en majuscules, chiffres et tirets, " + CODE_MAX
                            + " caractères au plus : COMM-2."));
        } else if (modules.findByCode(code).isPresent()) {
            problems.add(new Problem("code", "Ce code est déjà celui d'un autre module."));
        }
        if (rubric == null) {
            problems.add(new Problem("rubric", "Choisissez une rubrique."));
        }
        if (level < 0 || level > LEVEL_MAX) {
            problems.add(new Problem("level", "Le niveau va de 0 (sans niveau) à " + LEVEL_MAX + "."));
        }
        if (problems.isEmpty()) {
            int last = modules.findAll().stream()
                    .mapToInt(TrainingModule::position)
                    .max()
                    .orElse(0);
            modules.save(TrainingModule.of(code, rubric, level, last + 10, details));
            Catalogue.changed();
            journal.add(told(code, actor, reason).apply(new FieldChange("Création", "", details.title())));
        }
        return problems;
    }

    /** Fills the open column "calendrier" of the fiche, for instance from an approved plan. */
    @Transactional
    public List<Problem> fillCalendar(String code, String calendar, String actor, String reason) {
        lock();
        TrainingModule module = modules.findByCode(code).orElseThrow();
        ModuleDetails details = module.details().withCalendar(calendar);
        List<Problem> problems = problems(code, details, reason);
        if (problems.isEmpty()) {
            keep(module, details, actor, reason);
        }
        return problems;
    }

    private List<Problem> problems(String code, ModuleDetails details, String reason) {
        List<Problem> problems = new ArrayList<>(details.problems());
        problems.addAll(prerequisiteProblems(code, details));
        if (reason != null && reason.length() > REASON_MAX) {
            problems.add(new Problem("reason", "Le motif ne doit pas dépasser " + REASON_MAX + " caractères."));
        }
        return problems;
    }

    private void keep(TrainingModule module, ModuleDetails details, String actor, String reason) {
        List<FieldChange> changes = module.details().changesTo(details);
        if (changes.isEmpty()) {
            return;
        }
        module.edit(details);
        modules.save(module);
        Catalogue.changed();
        journal.addAll(changes.stream().map(told(module.code(), actor, reason)).toList());
    }

    private static Function<FieldChange, JournalEntry> told(String code, String actor, String reason) {
        return change -> JournalEntry.of(TrainingModule.KIND, code)
                .by(actor)
                .what(change.field())
                .change(change.before(), change.after())
                .because(reason);
    }

    private List<Problem> prerequisiteProblems(String code, ModuleDetails details) {
        Map<String, String> titles = new HashMap<>(Map.of(code, String.valueOf(details.title())));
        Map<String, Set<String>> prerequisites = new HashMap<>();
        modules.findAll().forEach(module -> {
            titles.putIfAbsent(module.code(), module.title());
            prerequisites.put(module.code(), module.prerequisites());
        });
        prerequisites.put(code, details.prerequisites());
        if (!titles.keySet().containsAll(details.prerequisites())) {
            return List.of(new Problem("prerequisites", "Un prérequis n'est pas un module du catalogue."));
        }
        return new PrerequisiteOrder(prerequisites)
                .circleFrom(code)
                .map(circle -> circle.stream()
                        .map(each -> each + " « " + titles.get(each) + " »")
                        .collect(Collectors.joining(" après ")))
                .map(circle -> List.of(new Problem(
                        "prerequisites",
                        "Ces prérequis se renvoient l'un à l'autre, personne ne pourrait commencer : " + circle + ".")))
                .orElse(List.of());
    }

    /**
     * Edits one after the other: two people, each on a module of their own, could otherwise close a circle together.
     */
    private void lock() {
        jdbc.sql("SELECT id FROM training_module ORDER BY id FOR UPDATE")
                .query(Long.class)
                .list();
    }
}
