package fr.forment.stafflist.reading;

import fr.forment.account.AgentFunction;

/**
 * What the person who brings a file says in its place.
 *
 * @param schoolUai for lines that name no school (ONDE, ENT, a school's own table); null when the file names them
 * @param functionWhenSilent for lines that say no function; null makes such a line a problem
 */
public record ReadingChoices(String schoolUai, AgentFunction functionWhenSilent) {

    /** The file says everything itself. */
    public static ReadingChoices none() {
        return new ReadingChoices(null, null);
    }

    /** What is usual for this kind of file, about this school. */
    public static ReadingChoices usual(StaffFileKind kind, String schoolUai) {
        return new ReadingChoices(schoolUai, kind.functionWhenSilent());
    }
}
