package fr.forment.access;

/** Stops the start: see {@link StartRefusal} for what the operator reads. */
class MissingAdministratorPassword extends RuntimeException {

    MissingAdministratorPassword() {
        super("FORMENT_ADMIN_PASSWORD is not set");
    }
}
