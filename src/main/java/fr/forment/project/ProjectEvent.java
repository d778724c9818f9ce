package fr.forment.project;

import fr.forment.journal.JournalEntry;
import java.time.Instant;

/**
 * One line of a project's history.
 *
 * @param vagueId null unless it concerns one vague
 * @param schoolUai null unless it concerns one school
 * @param actor signature of the person, or of the house
 * @param why French, may be null
 */
public record ProjectEvent(Long vagueId, String schoolUai, Instant at, String actor, Milestone what, String why) {

    /** What the journal calls a project; its lines name the vague, and its school: "12", "12/0350123A". */
    public static final String JOURNAL = "PROJECT";

    public static ProjectEvent of(JournalEntry entry) {
        String[] part = entry.part() == null ? new String[0] : entry.part().split("/");
        return new ProjectEvent(
                part.length == 0 ? null : Long.valueOf(part[0]),
                part.length < 2 ? null : part[1],
                entry.at(),
                entry.byWhom(),
                Milestone.valueOf(entry.what()),
                entry.why());
    }

    static JournalEntry of(Project project, Milestone what, String why, ProjectState before) {
        return line(project.id(), null, what, why, before, project.state());
    }

    static JournalEntry of(Vague vague, Milestone what, String why, VagueState before) {
        return line(vague.projectId(), vague.id(), what, why, before, vague.state());
    }

    /** Of a school in a vague. */
    public static JournalEntry of(Vague vague, VagueSchool place, Milestone what, String why, PlaceState before) {
        return line(vague.projectId(), vague.id() + "/" + place.schoolUai(), what, why, before, place.state());
    }

    /** What stayed as it was is no change. */
    private static JournalEntry line(
            long projectId, Object part, Milestone what, String why, Enum<?> before, Enum<?> after) {
        JournalEntry line =
                JournalEntry.of(JOURNAL, projectId).part(part).what(what.name()).because(why);
        return before == after ? line : line.change(before, after);
    }
}
