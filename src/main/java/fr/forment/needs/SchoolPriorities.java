package fr.forment.needs;

import java.util.Map;

import fr.forment.engine.Decisions;
import fr.forment.territory.PriorityEducation;
import org.springframework.stereotype.Component;

/** Whom to serve first: {@code schoolPriority.dmn}, read for the code. */
@Component
class SchoolPriorities {

    /** @param rank 1 first, 3 last; the reason is French */
    record Priority(int rank, String reason) {
    }

    private final Decisions decisions;

    SchoolPriorities(Decisions decisions) {
        this.decisions = decisions;
    }

    Priority of(SchoolFacts school, PriorityEducation education) {
        Answers answers = school.isAnswered() ? school.answers() : new Answers(Map.of());
        int teachers = school.teachers();
        var facts = Map.of("answered", school.isAnswered(), "turnoverPercent", teachers == 0 ? 0 : school.newcomers() * 100 / teachers,
                "entExperience", answers.text("entUse"), "connection", answers.text("connection"), "priorityEducation", education.name(),
                "wish", answers.text("wave").matches("\\d") ? Integer.parseInt(answers.text("wave")) : 0,
                "obstacle", !answers.codes("obstacles").isEmpty());
        var found = decisions.decide("schoolPriority", facts).stream().findFirst().orElseThrow();
        return new Priority(((Number) found.get("priority")).intValue(), (String) found.get("reason"));
    }
}
