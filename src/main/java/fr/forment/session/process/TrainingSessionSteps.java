package fr.forment.session.process;

import fr.forment.account.Role;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.session.SessionDateService;
import fr.forment.session.SessionPreparationService;
import fr.forment.session.closing.SessionClosingService;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** What the model {@code trainingSession} asks; the key is the session's id. */
@ProcessSteps
@RequiredArgsConstructor
public class TrainingSessionSteps {

    private final SessionDateService date;
    private final SessionPreparationService preparation;
    private final SessionClosingService closing;
    private final SessionFacts facts;

    public boolean isNoticeLeft(String key) {
        return date.isNoticeLeft(id(key));
    }

    public void askDate(String key) {
        date.ask(id(key));
    }

    public void remindDate(String key) {
        date.remind(id(key));
    }

    public String recordDate(String key, String decision, String newDay, String newTime, String motive) {
        return date.record(id(key), decision, newDay, newTime, motive).name();
    }

    public void announce(String key) {
        preparation.announce(id(key));
    }

    public boolean isCancelled(String key) {
        return preparation.isCancelled(id(key));
    }

    public boolean isMinimumReached(String key) {
        return preparation.isMinimumReached(id(key));
    }

    public void askDecision(String key) {
        preparation.askDecision(id(key));
    }

    public String recordLow(String key, String decision, String newDay, String newTime, String motive) {
        return preparation.recordLow(id(key), decision, newDay, newTime, motive).name();
    }

    public String settleUndecided(String key) {
        return preparation.settleUndecided(id(key)).name();
    }

    public void confirm(String key) {
        preparation.confirm(id(key));
    }

    public void convoke(String key) {
        preparation.convoke(id(key));
    }

    public void remind(String key) {
        preparation.remind(id(key));
    }

    public void remindTrainer(String key) {
        preparation.remindTrainer(id(key));
    }

    public void begin(String key) {
        preparation.begin(id(key));
    }

    public void askMarks(String key) {
        closing.askMarks(id(key));
    }

    public void remindMarks(String key, String occurrence) {
        closing.remindMarks(id(key), Integer.parseInt(occurrence));
    }

    public void recordMarks(String key, String confirmed, String headCount) {
        closing.recordMarks(id(key), Boolean.parseBoolean(confirmed), headCount);
    }

    public boolean isHeld(String key) {
        return closing.isHeld(id(key));
    }

    public void issue(String key) {
        closing.issue(id(key));
    }

    public void noteNotHeld(String key) {
        closing.noteNotHeld(id(key));
    }

    public void cancel(String key) {
        closing.cancel(id(key));
    }

    public void askColdEvaluation(String key) {
        closing.askColdEvaluation(id(key));
    }

    public void remindHotEvaluation(String key) {
        closing.remindEvaluation(id(key), false);
    }

    public void remindColdEvaluation(String key) {
        closing.remindEvaluation(id(key), true);
    }

    public void archive(String key) {
        closing.archive(id(key));
    }

    public String cutOffDate(String key) {
        return iso(key, facts.dates().cutOff(facts.session(key)));
    }

    public String dateDecisionDate(String key) {
        return iso(key, facts.dates().dateDecision(facts.session(key)));
    }

    public String decisionDate(String key) {
        return iso(key, facts.dates().decision(facts.session(key)));
    }

    public String convocationDate(String key) {
        return iso(key, facts.dates().convocation(facts.session(key)));
    }

    public String reminderDate(String key) {
        return iso(key, facts.dates().reminder(facts.session(key)));
    }

    public String trainerReminderDate(String key) {
        return iso(key, facts.dates().trainerReminder(facts.session(key)));
    }

    public String startDate(String key) {
        return iso(key, facts.session(key).startsAt());
    }

    public String endDate(String key) {
        return iso(key, facts.session(key).endsAt());
    }

    public String marksReminderDate(String key, String occurrence) {
        return iso(key, facts.dates().marksReminder(facts.session(key), Integer.parseInt(occurrence)));
    }

    public String coldEvaluationDate(String key) {
        return iso(key, facts.dates().coldEvaluation(facts.session(key)));
    }

    public String hotEvaluationReminderDate(String key) {
        return iso(key, facts.dates().hotEvaluationReminder(facts.session(key)));
    }

    public String coldEvaluationReminderDate(String key) {
        return iso(key, facts.dates().coldEvaluationReminder(facts.session(key)));
    }

    /** Groups that may decide, separated by commas. */
    public String deciders(String key) {
        return String.join(
                ",",
                Stream.of(Role.IEN, Role.CPC, Role.ERUN)
                        .map(role -> facts.group(key, role))
                        .toList());
    }

    public String erun(String key) {
        return facts.group(key, Role.ERUN);
    }

    /** The trainer's login; nobody while there is no trainer, or he has no account. */
    public List<String> trainer(String key) {
        return facts.trainerLogin(key);
    }

    /** For the links of a form. */
    public Markdown sessionId(String key) {
        return Markdown.text(key);
    }

    public String title(String key) {
        return facts.title(key);
    }

    public Markdown summary(String key) {
        return Markdown.text(facts.summary(key));
    }

    /** The first date for which everybody can be convoked in time, were it fixed today. */
    public Markdown firstDay(String key) {
        return Markdown.text(facts.firstDay(key));
    }

    public Markdown enrolled(String key) {
        return Markdown.text(facts.session(key).booked());
    }

    public Markdown minimum(String key) {
        return Markdown.text(facts.session(key).minimum());
    }

    public boolean isForParents(String key) {
        return facts.session(key).isForParents();
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }

    private String iso(String key, LocalDateTime moment) {
        return facts.dates().iso(facts.session(key), moment);
    }
}
