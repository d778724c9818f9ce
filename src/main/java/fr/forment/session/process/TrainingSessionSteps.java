package fr.forment.session.process;

import fr.forment.account.Role;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.French;
import fr.forment.session.DateAnswer;
import fr.forment.session.SessionDateService;
import fr.forment.session.SessionPreparationService;
import fr.forment.session.closing.MarksReopeningService;
import fr.forment.session.closing.SessionBilanService;
import fr.forment.session.closing.SessionClosingService;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** What the model {@code trainingSession} asks; the key is the session's id. */
@ProcessSteps
@RequiredArgsConstructor
public class TrainingSessionSteps {

    private final SessionDateService date;
    private final SessionPreparationService preparation;
    private final SessionClosingService closing;
    private final MarksReopeningService reopening;
    private final SessionBilanService bilans;
    private final SessionFacts facts;

    public boolean isNoticeLeft(long key) {
        return date.isNoticeLeft(key);
    }

    public boolean isDayPossible(long key) {
        return date.isDayPossible(key);
    }

    public void askDate(long key) {
        date.ask(key);
    }

    public void remindDate(long key) {
        date.remind(key);
    }

    public void escalateDate(long key) {
        date.escalate(key);
    }

    public String recordDate(
            long key,
            String decision,
            String newDay,
            String newTime,
            String motive,
            String knownPlace,
            String place,
            String trainer) {
        return date.record(key, new DateAnswer(decision, newDay, newTime, motive, knownPlace, place, trainer))
                .name();
    }

    /** Whether giving what it lacks is one of the answers. */
    public boolean isCompletable(long key) {
        return date.isCompletable(key);
    }

    /** Whether keeping its date is one of them. */
    public boolean isKeepable(long key) {
        return date.isKeepable(key);
    }

    /** Rooms of the circonscription, number and name, for the choice of a form. */
    public String rooms(long key) {
        return date.rooms(key);
    }

    /** Who may give it and can come, number and name, for the choice of a form. */
    public String trainers(long key) {
        return date.trainers(key);
    }

    public void announce(long key) {
        preparation.announce(key);
    }

    public boolean isCancelled(long key) {
        return preparation.isCancelled(key);
    }

    public boolean isMinimumReached(long key) {
        return preparation.isMinimumReached(key);
    }

    public void askDecision(long key) {
        preparation.askDecision(key);
    }

    public String recordLow(long key, String decision, String newDay, String newTime, String motive) {
        return preparation.recordLow(key, decision, newDay, newTime, motive).name();
    }

    public void noteUndecided(long key) {
        preparation.noteUndecided(key);
    }

    public void confirm(long key) {
        preparation.confirm(key);
    }

    public void convoke(long key) {
        preparation.convoke(key);
    }

    public void remind(long key) {
        preparation.remind(key);
    }

    public void remindTrainer(long key) {
        preparation.remindTrainer(key);
    }

    public void begin(long key) {
        preparation.begin(key);
    }

    public void askMarks(long key) {
        closing.askMarks(key);
    }

    public void remindMarks(long key, int occurrence) {
        closing.remindMarks(key, occurrence);
    }

    public void recordMarks(long key, String confirmed, String headCount) {
        closing.recordMarks(key, Boolean.parseBoolean(confirmed), headCount);
    }

    public void askCorrection(long key) {
        reopening.ask(key);
    }

    public void remindCorrection(long key) {
        reopening.remind(key);
    }

    public void recordCorrection(long key, String confirmed) {
        reopening.record(key, Boolean.parseBoolean(confirmed));
    }

    public boolean isHeld(long key) {
        return closing.isHeld(key);
    }

    public void issue(long key) {
        closing.issue(key);
    }

    public void noteNotHeld(long key) {
        closing.noteNotHeld(key);
    }

    public void cancel(long key) {
        closing.cancel(key);
    }

    public void askColdEvaluation(long key) {
        closing.askColdEvaluation(key);
    }

    public void remindHotEvaluation(long key) {
        closing.remindEvaluation(key, false);
    }

    public void remindColdEvaluation(long key) {
        closing.remindEvaluation(key, true);
    }

    public void askBilan(long key) {
        bilans.ask(key);
    }

    public void remindBilan(long key) {
        bilans.remind(key);
    }

    public void recordBilan(long key, String causes, String decision, String owner, String signed) {
        bilans.record(key, causes, decision, owner, Boolean.parseBoolean(signed));
    }

    public String bilanDate(long key) {
        return iso(key, facts.dates().correction(facts.session(key)));
    }

    public String bilanOverdue(long key) {
        return iso(key, facts.dates().correctionOverdue(facts.session(key)));
    }

    public void archive(long key) {
        closing.archive(key);
    }

    public String cutOffDate(long key) {
        return iso(key, facts.dates().cutOff(facts.session(key)));
    }

    public String dateDecisionDate(long key, int occurrence) {
        return iso(key, facts.dates().dateDecision(facts.session(key), occurrence));
    }

    public String dateForgottenDate(long key) {
        return iso(key, facts.dates().dateForgotten(facts.session(key)));
    }

    public String dateDueDate(long key) {
        return iso(key, facts.dates().dateDue(facts.session(key)));
    }

    public String decisionDate(long key) {
        return iso(key, facts.dates().decision(facts.session(key)));
    }

    /** The same, as it is read. */
    public Markdown decisionLimit(long key) {
        return Markdown.text(French.moment(facts.dates().decision(facts.session(key))));
    }

    public String lowReminderDate(long key, int occurrence) {
        return iso(key, facts.dates().lowReminder(facts.session(key), occurrence));
    }

    public String convocationDate(long key) {
        return iso(key, facts.dates().convocation(facts.session(key)));
    }

    public String reminderDate(long key) {
        return iso(key, facts.dates().reminder(facts.session(key)));
    }

    public String trainerReminderDate(long key) {
        return iso(key, facts.dates().trainerReminder(facts.session(key)));
    }

    public String startDate(long key) {
        return iso(key, facts.session(key).startsAt());
    }

    public String endDate(long key) {
        return iso(key, facts.session(key).endsAt());
    }

    public String marksReminderDate(long key, int occurrence) {
        return iso(key, facts.dates().marksReminder(facts.session(key), occurrence));
    }

    public String correctionDate(long key) {
        return iso(key, facts.dates().correction(facts.session(key)));
    }

    public String correctionOverdue(long key) {
        return iso(key, facts.dates().correctionOverdue(facts.session(key)));
    }

    public String coldEvaluationDate(long key) {
        return iso(key, facts.dates().coldEvaluation(facts.session(key)));
    }

    public String hotEvaluationReminderDate(long key) {
        return iso(key, facts.dates().hotEvaluationReminder(facts.session(key)));
    }

    public String coldEvaluationReminderDate(long key) {
        return iso(key, facts.dates().coldEvaluationReminder(facts.session(key)));
    }

    /** Groups that may decide, separated by commas. */
    public String deciders(long key) {
        return groups(key, Role.IEN, Role.CPC, Role.ERUN);
    }

    /** Who may give what it lacks, or its date: the secretariat, which books the rooms, too. */
    public String completers(long key) {
        return groups(key, Role.IEN, Role.CPC, Role.ERUN, Role.SECRETAIRE);
    }

    private String groups(long key, Role... roles) {
        return Stream.of(roles).map(role -> facts.group(key, role)).collect(Collectors.joining(","));
    }

    public String ien(long key) {
        return facts.group(key, Role.IEN);
    }

    public String erun(long key) {
        return facts.group(key, Role.ERUN);
    }

    /** Who may correct the marks besides the trainer, who may be gone by then. */
    public String correctors(long key) {
        return facts.group(key, Role.ERUN) + "," + facts.group(key, Role.SECRETAIRE);
    }

    public Markdown correctionMotive(long key) {
        return Markdown.text(reopening.motive(key));
    }

    /** The logins of the trainer and of those who stand in on a half-day; nobody who has no account. */
    public List<String> trainer(long key) {
        return facts.trainerLogin(key);
    }

    /** For the links of a form. */
    public Markdown sessionId(long key) {
        return Markdown.text(key);
    }

    public String title(long key) {
        return facts.title(key);
    }

    public Markdown summary(long key) {
        return Markdown.text(facts.summary(key));
    }

    /** What the team is asked for: a date, or what the session lacks. */
    public String question(long key) {
        return date.isOnlyLacking(key) ? "Compléter la session" : "Fixer la date";
    }

    /** Why a date is asked for, one sentence after the other. */
    public Markdown dateReasons(long key) {
        return Markdown.text(String.join(" ", date.reasons(key)));
    }

    /** The first date that would not be refused, were it fixed today. */
    public Markdown firstDay(long key) {
        return Markdown.text(facts.firstDay(key));
    }

    public Markdown enrolled(long key) {
        return Markdown.text(facts.session(key).booked());
    }

    public Markdown minimum(long key) {
        return Markdown.text(facts.session(key).minimum());
    }

    public boolean isForParents(long key) {
        return facts.session(key).isForParents();
    }

    private String iso(long key, LocalDateTime moment) {
        return facts.dates().iso(facts.session(key), moment);
    }
}
