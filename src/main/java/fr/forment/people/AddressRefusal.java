package fr.forment.people;

import fr.forment.french.Refusal;

/** The address typed in a form is not this person's to write: said beside its field. */
public class AddressRefusal extends Refusal {

    AddressRefusal(String message) {
        super(message);
    }
}
