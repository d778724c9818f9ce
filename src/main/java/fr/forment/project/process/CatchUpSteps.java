package fr.forment.project.process;

import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.Typed;
import fr.forment.project.opening.CatchUp;
import fr.forment.project.opening.CatchUpDates;
import fr.forment.project.opening.CatchUpService;
import fr.forment.project.opening.OpeningTasks;
import lombok.RequiredArgsConstructor;

/** What {@code catchUp} asks; its key is the school's place in the vague. */
@ProcessSteps
@RequiredArgsConstructor
public class CatchUpSteps {

    private final CatchUpService catchUps;
    private final CatchUpDates dates;
    private final OpeningTasks tasks;

    public String catchUpDate(long key, int rank) {
        return dates.day(key, rank);
    }

    public String catchUpDue(long key) {
        return dates.due(key);
    }

    public String settlementOverdue(long key) {
        return dates.overdue(key);
    }

    public void remindCatchUp(long key) {
        catchUps.remind(key);
    }

    public void tellLate(long key) {
        catchUps.tellLate(key);
    }

    public void remindDecision(long key) {
        catchUps.remindDecision(key);
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

    public Markdown circonscription(long key) {
        return Markdown.text(tasks.circonscription(key));
    }

    /** Without names; {@link OpeningMemory} tells it anew to whoever opens the form. */
    public Markdown missing(long key) {
        return Markdown.text(tasks.missing(key, false));
    }

    public String people(long key) {
        return tasks.people(key);
    }

    public boolean recordCatchUp(
            long key, String choice, String motive, String catchUpOn, String charterSignedOn, String resourcePersonId) {
        Long person =
                Typed.chosen(resourcePersonId, "Choisissez la personne ressource dans la liste.", "resourcePersonId");
        return catchUps.settle(
                key,
                new CatchUp(
                        Typed.code(CatchUp.Choice.class, choice).orElse(null),
                        motive,
                        Typed.dateOrNull(catchUpOn, "catchUpOn"),
                        Typed.dateOrNull(charterSignedOn, "charterSignedOn"),
                        person));
    }
}
