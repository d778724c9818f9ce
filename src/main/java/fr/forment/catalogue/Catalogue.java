package fr.forment.catalogue;

import fr.forment.database.OfTransaction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the grid, in its own order: rubric, then place. */
@Component
@RequiredArgsConstructor
public class Catalogue {

    /** Of a module that is in no catalogue. */
    public static final String UNKNOWN = "Formation à l'ENT";

    private static final Comparator<TrainingModule> GRID_ORDER = Comparator.comparing(TrainingModule::rubric)
            .thenComparingInt(TrainingModule::position)
            .thenComparing(TrainingModule::code);

    /** Every letter of a session asks for the same one. */
    private static final OfTransaction<Map<String, TrainingModule>> KNOWN = new OfTransaction<>(HashMap::new);

    private final JdbcClient jdbc;

    /** A row of the grid as lists of choices name it. */
    public record Choice(String code, String title, boolean active) {}

    /**
     * The modules that concern one of these profiles, also those no longer proposed; a short question where
     * {@link #all} reads everything.
     */
    public List<Choice> choicesFor(Set<Profile> profiles) {
        record Row(String code, String title, boolean active, Rubric rubric, int position) {}
        return jdbc
                .sql("""
                SELECT code, title, active, rubric, position FROM training_module m
                 WHERE EXISTS (SELECT 1 FROM module_profile p WHERE p.training_module = m.id AND p.profile IN (:profiles))""")
                .param("profiles", profiles.stream().map(Enum::name).toList())
                .query((row, n) -> new Row(
                        row.getString("code"),
                        row.getString("title"),
                        row.getBoolean("active"),
                        Rubric.valueOf(row.getString("rubric")),
                        row.getInt("position")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Row::rubric)
                        .thenComparingInt(Row::position)
                        .thenComparing(Row::code))
                .map(row -> new Choice(row.code(), row.title(), row.active()))
                .toList();
    }

    public Optional<TrainingModule> find(String code) {
        Map<String, TrainingModule> known = KNOWN.get();
        Optional<TrainingModule> found = Optional.ofNullable(known.get(code))
                .or(() -> read("WHERE m.code = ?", code).stream().findFirst());
        found.ifPresent(each -> known.put(code, each));
        return found;
    }

    /** The grid was written in this transaction. */
    static void changed() {
        KNOWN.forget();
    }

    /** Also those that are no longer proposed. */
    public List<TrainingModule> all() {
        return read("").stream().sorted(GRID_ORDER).toList();
    }

    /** In one statement, lists and all: the repository asks three more for each module. */
    private List<TrainingModule> read(String where, Object... values) {
        Map<Long, TrainingModule> found = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT m.*, t.position AS theme_place, t.line, p.profile, p.before_opening, q.prerequisite
                  FROM training_module m
                  LEFT JOIN module_theme t ON t.training_module = m.id
                  LEFT JOIN module_profile p ON p.training_module = m.id
                  LEFT JOIN module_prerequisite q ON q.training_module = m.id
                """ + where + " ORDER BY t.position").params(values).query(row -> {
            if (!found.containsKey(row.getLong("id"))) {
                found.put(row.getLong("id"), TrainingModule.read(row));
            }
            found.get(row.getLong("id")).addLists(row);
        });
        return List.copyOf(found.values());
    }

    /** By code, those of modules no longer proposed too. */
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        jdbc.sql("SELECT code, title FROM training_module").query(row -> {
            titles.put(row.getString(1), row.getString(2));
        });
        return titles;
    }

    /** As sentences name it, whatever became of the module. */
    public String quoted(String code) {
        return "« " + titles().getOrDefault(code, UNKNOWN) + " »";
    }

    public List<TrainingModule> active() {
        return all().stream().filter(TrainingModule::isActive).toList();
    }

    /**
     * Whether the module belongs to the first phase, which trains those who then train others; false for an unknown
     * code.
     */
    public boolean trainsTrainers(String code) {
        return find(code).map(TrainingModule::trainsTrainers).orElse(false);
    }
}
