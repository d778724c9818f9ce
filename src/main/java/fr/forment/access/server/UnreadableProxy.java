package fr.forment.access.server;

/** Stops the start: {@link ServerRefusal} says why. */
class UnreadableProxy extends RuntimeException {

    UnreadableProxy(String address) {
        super(address);
    }
}
