package fr.forment.people;

import fr.forment.french.Names;
import fr.forment.french.Refusal;

/** What was typed as the name of a person is none: said beside its field. */
public class NameRefusal extends Refusal {

    private final String field;

    NameRefusal(String field, String label) {
        super(label + " : " + Names.ADVICE);
        this.field = field;
    }

    /** "lastName" or "firstName". */
    public String field() {
        return field;
    }
}
