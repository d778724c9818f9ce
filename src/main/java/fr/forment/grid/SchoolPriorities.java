package fr.forment.grid;

import fr.forment.engine.DecisionTable;
import fr.forment.engine.Decisions;
import fr.forment.survey.Answers;
import fr.forment.territory.PriorityEducation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Whom to serve first: {@code schoolPriority.dmn}, read for the code. */
@Component
@RequiredArgsConstructor
class SchoolPriorities {

    private static final String TABLE = "schoolPriority";

    /**
     * @param rank 1 first, 3 last; the reason is French
     * @param rule of the table
     * @param facts what the table was asked with
     */
    record Priority(int rank, String reason, String rule, Map<String, Object> facts) {}

    private final Decisions decisions;

    /** Asks the table once for schools that are alike, of which there are few kinds among thousands. */
    class Asked {

        private final Map<Map<String, Object>, Priority> known = new HashMap<>();

        Priority of(CountedSchool school, PriorityEducation education) {
            return known.computeIfAbsent(facts(school, education), SchoolPriorities.this::ask);
        }
    }

    Priority of(CountedSchool school, PriorityEducation education) {
        return ask(facts(school, education));
    }

    DecisionTable table() {
        return decisions.table(TABLE);
    }

    private Priority ask(Map<String, Object> facts) {
        Decisions.Hit hit = decisions.first(TABLE, facts).orElseThrow();
        return new Priority(
                ((Number) hit.results().get("priority")).intValue(),
                (String) hit.results().get("reason"),
                hit.ruleId(),
                facts);
    }

    private static Map<String, Object> facts(CountedSchool school, PriorityEducation education) {
        Answers answers = school.isAnswered() ? school.answers() : new Answers(Map.of());
        int teachers = school.teachers();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("answered", school.isAnswered());
        facts.put("connection", answers.text("connection"));
        facts.put("obstacle", !answers.codes("obstacles").isEmpty());
        facts.put("entExperience", answers.text("entUse"));
        facts.put("priorityEducation", education.name());
        facts.put("wish", answers.text("wave").matches("\\d") ? Integer.parseInt(answers.text("wave")) : 0);
        facts.put("turnoverPercent", teachers == 0 ? 0 : school.newcomers() * 100 / teachers);
        return facts;
    }
}
