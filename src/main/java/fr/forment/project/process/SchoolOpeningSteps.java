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

    public String director(String key) {
        return tasks.director(id(key));
    }

    public String ienAndErun(String key) {
        return tasks.ienAndErun(id(key));
    }

    public Markdown schoolName(String key) {
        return Markdown.text(tasks.schoolName(id(key)));
    }

    public Markdown projectLink(String key) {
        return Markdown.text(tasks.projectId(id(key)));
    }

    /** "12=…;14=…" for the choice in the form: local to the open task, gone with it. */
    public String people(String key) {
        return tasks.people(id(key));
    }

    public String resourcePerson(String key) {
        return tasks.resourcePerson(id(key));
    }

    public String charterDate(String key) {
        return tasks.charterDate(id(key));
    }

    public Markdown circonscription(String key) {
        return Markdown.text(tasks.circonscription(id(key)));
    }

    /** As it is when the task opens, without names; {@link OpeningMemory} tells it anew to whoever opens the form. */
    public Markdown missing(String key) {
        return Markdown.text(tasks.missing(id(key), false));
    }

    public String engagementDue(String key) {
        return dates.evening(id(key), dates.reminder(id(key), 1));
    }

    public String reminderDate(String key, String rank) {
        return dates.morning(id(key), dates.reminder(id(key), Typed.numberOrNull(rank)));
    }

    public void remind(String key, String rank) {
        openings.remindEngagement(id(key), Typed.numberOrNull(rank));
    }

    public String engagementOverdue(String key) {
        return dates.morning(id(key), dates.engagementOverdue(id(key)));
    }

    public void recordEngagement(
            String key, String charterSignedOn, String charterUnderWay, String resourcePersonId, String staffUpToDate) {
        openings.engage(
                id(key),
                new Engagement(
                        Typed.dateOrNull(charterSignedOn),
                        Typed.flag(charterUnderWay),
                        reference(resourcePersonId),
                        Typed.flag(staffUpToDate)));
    }

    public boolean isVagueTrained(String key) {
        return openings.isVagueTrained(id(key));
    }

    public String checkGate(String key) {
        return openings.checkGate(id(key)).name().toLowerCase(Locale.ROOT);
    }

    public void copyRefusal(String key) {
        openings.copyRefusal(id(key));
    }

    public String openingDate(String key) {
        return dates.morning(id(key), dates.opening(id(key)));
    }

    public void remindSettlement(String key) {
        openings.remindSettlement(id(key));
    }

    public boolean recordSettlement(
            String key,
            String choice,
            String motive,
            String catchUpOn,
            String charterSignedOn,
            String resourcePersonId) {
        var settled = new Settlement(
                Typed.code(Settlement.Choice.class, choice).orElse(null),
                motive,
                Typed.dateOrNull(catchUpOn),
                Typed.dateOrNull(charterSignedOn),
                reference(resourcePersonId));
        openings.settle(id(key), settled);
        return settled.choice() == Settlement.Choice.POSTPONE;
    }

    public void openService(String key) {
        openings.open(id(key));
    }

    public String useDate(String key, String days) {
        return dates.morning(id(key), dates.afterOpening(id(key), Typed.numberOrNull(days)));
    }

    public void askUse(String key, String days) {
        uses.ask(id(key), Typed.numberOrNull(days));
    }

    public String useDue(String key) {
        return dates.evening(id(key), dates.schoolDaysFromNow(id(key), OpeningDates.FIRST_REMINDER));
    }

    public String useReminderDate(String key) {
        return dates.morning(id(key), dates.schoolDaysFromNow(id(key), OpeningDates.FIRST_REMINDER + 1));
    }

    public void remindUse(String key, String days) {
        uses.remind(id(key), Typed.numberOrNull(days));
    }

    public String useOverdue(String key) {
        return dates.morning(id(key), dates.schoolDaysFromNow(id(key), OpeningDates.USE_ANSWER));
    }

    public void recordUse(String key, String days, String activeClasses, String parentAccounts, String difficulties) {
        uses.record(
                id(key),
                Typed.numberOrNull(days),
                Typed.numberOrNull(activeClasses),
                Typed.numberOrNull(parentAccounts),
                difficulties);
    }

    public void noteSilence(String key, String days) {
        uses.noteSilence(id(key), Typed.numberOrNull(days));
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }

    private static Long reference(String typed) {
        Integer number = Typed.numberOrNull(typed);
        return number == null ? null : Long.valueOf(number);
    }
}
