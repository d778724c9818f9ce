package fr.forment.access.server;

/** A body is not taken; the status says why. */
class BodyRefused extends Exception {

    private final int status;

    BodyRefused(int status) {
        super(String.valueOf(status));
        this.status = status;
    }

    int status() {
        return status;
    }
}
