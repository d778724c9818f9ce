package fr.forment.project.process;

import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.Typed;
import fr.forment.project.OpeningDates;
import fr.forment.project.UseService;
import fr.forment.project.opening.Engagement;
import fr.forment.project.opening.OpeningService;
import fr.forment.project.opening.OpeningTasks;
import fr.forment.project.opening.Settlement;
import java.util.Arrays;
import java.util.Locale;
import lombok.RequiredArgsConstructor;

/** What {@code schoolOpening} asks; its key is the school's place in the vague. */
@ProcessSteps
@RequiredArgsConstructor
public class SchoolOpeningSteps {

    private final OpeningService openings;
    private final UseService uses;
    private final OpeningTasks tasks;
    private final OpeningDates dates;

    public String director(long key) {
        return tasks.director(key);
    }

    public String ienAndErun(long key) {
        return tasks.ienAndErun(key);
    }

    public Markdown schoolName(long key) {
        return Markdown.text(tasks.schoolName(key));
    }

    public Markdown projectLink(long key) {
        return Markdown.text(tasks.projectId(key));
    }

    /** "12=…;14=…" for the choice in the form: local to the open task, gone with it. */
    public String people(long key) {
        return tasks.people(key);
    }

    public String resourcePerson(long key) {
        return tasks.resourcePerson(key);
    }

    public String charterDate(long key) {
        return tasks.charterDate(key);
    }

    public Markdown circonscription(long key) {
        return Markdown.text(tasks.circonscription(key));
    }

    /** As it is when the task opens, without names; {@link OpeningMemory} tells it anew to whoever opens the form. */
    public Markdown missing(long key) {
        return Markdown.text(tasks.missing(key, false));
    }

    /** "Ouverture prévue le …", or that the day has gone by. */
    public Markdown planned(long key) {
        return Markdown.text(tasks.planned(key));
    }

    public String engagementDue(long key) {
        return dates.evening(key, dates.engagementDue(key));
    }

    public String engagementReminder(long key, int rank) {
        return dates.morning(key, dates.engagementReminder(key, rank));
    }

    public String reminderDate(long key, int rank) {
        return dates.morning(key, dates.reminder(key, rank));
    }

    public void remind(long key, int rank) {
        openings.remindEngagement(key, rank);
    }

    public String engagementOverdue(long key) {
        return dates.morning(key, dates.engagementOverdue(key));
    }

    public void recordEngagement(
            long key, String charterSignedOn, String charterUnderWay, String resourcePersonId, String staffUpToDate) {
        openings.engage(
                key,
                new Engagement(
                        Typed.dateOrNull(charterSignedOn, "charterSignedOn"),
                        Typed.flag(charterUnderWay),
                        reference(resourcePersonId),
                        Typed.flag(staffUpToDate)));
    }

    public boolean isVagueAtWork(long key) {
        return openings.isVagueAtWork(key);
    }

    public boolean isVagueTrained(long key) {
        return openings.isVagueTrained(key);
    }

    public String checkGate(long key) {
        return openings.checkGate(key).name().toLowerCase(Locale.ROOT);
    }

    public void copyRefusal(long key) {
        openings.copyRefusal(key);
    }

    public String openingDate(long key) {
        return dates.morning(key, dates.opening(key));
    }

    public String settlementOverdue(long key) {
        return dates.morning(key, dates.overdue(key));
    }

    public void remindSettlement(long key) {
        openings.remindSettlement(key);
    }

    public boolean recordSettlement(
            long key, String choice, String motive, String catchUpOn, String charterSignedOn, String resourcePersonId) {
        var settled = new Settlement(
                Typed.code(Settlement.Choice.class, choice).orElse(null),
                motive,
                Typed.dateOrNull(catchUpOn, "catchUpOn"),
                Typed.dateOrNull(charterSignedOn, "charterSignedOn"),
                reference(resourcePersonId));
        openings.settle(key, settled);
        return settled.choice() == Settlement.Choice.POSTPONE;
    }

    public void openService(long key) {
        openings.open(key);
    }

    public String useDate(long key, int days) {
        return dates.morning(key, dates.afterOpening(key, days));
    }

    /** @return the version of the questionnaire, kept by the case so that the answer is read as it was asked */
    public long askUse(long key, int days) {
        return uses.ask(key, days);
    }

    /** "label¤label¤label" of the two figures and the text, then by slot "¤kind¦label¦what 1 means¦what 4 means". */
    public String useQuestions(long key, Long version) {
        return UseForm.of(uses.asked(key, version));
    }

    public void remindMeeting(long key, int days) {
        uses.remindMeeting(key, days);
    }

    public String useDue(long key) {
        return dates.evening(key, dates.schoolDaysFromNow(key, OpeningDates.FIRST_REMINDER));
    }

    public String useReminderDate(long key) {
        return dates.morning(key, dates.schoolDaysFromNow(key, OpeningDates.FIRST_REMINDER + 1));
    }

    public void remindUse(long key, int days) {
        uses.remind(key, days);
    }

    public String useOverdue(long key) {
        return dates.morning(key, dates.schoolDaysFromNow(key, OpeningDates.USE_ANSWER));
    }

    public void recordUse(
            long key,
            int days,
            Long version,
            String activeClasses,
            String parentAccounts,
            String difficulties,
            String useMore1,
            String useMore2,
            String useMore3,
            String useMore4) {
        uses.record(
                key,
                days,
                new UseService.Answer(
                        version,
                        Typed.numberOrNull(activeClasses, "activeClasses"),
                        Typed.numberOrNull(parentAccounts, "parentAccounts"),
                        difficulties,
                        Arrays.asList(
                                Typed.numberOrNull(useMore1, "useMore1"),
                                Typed.numberOrNull(useMore2, "useMore2"),
                                Typed.numberOrNull(useMore3, "useMore3"),
                                Typed.numberOrNull(useMore4, "useMore4"))));
    }

    public void noteSilence(long key, int days) {
        uses.noteSilence(key, days);
    }

    private static Long reference(String typed) {
        return Typed.chosen(typed, "Choisissez la personne ressource dans la liste.", "resourcePersonId");
    }
}
