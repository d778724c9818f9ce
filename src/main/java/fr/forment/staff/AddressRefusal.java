package fr.forment.staff;

import fr.forment.engine.Refusal;

/** The address typed in a form is not this person's to write: said beside its field. */
public class AddressRefusal extends Refusal {

    AddressRefusal(String message) {
        super(message);
    }
}
