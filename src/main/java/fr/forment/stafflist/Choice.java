package fr.forment.stafflist;

/**
 * One answer a person may give to the question of a line.
 *
 * @param code what is kept of it, such as "SAME:4711"
 */
public record Choice(String code, String label) {

    static final String SAME = "SAME:";
    static final String BOTH = "BOTH:";
    static final String OTHER = "OTHER";
    static final String FIRST = "FIRST";
    static final String HERE = "HERE";
    static final String SKIP = "SKIP";
}
