package fr.forment.watch;

import org.springframework.stereotype.Component;

/** Ends the process with a code that makes a service manager start it again. */
@Component
class TheEnd {

    private static final int CODE = 70;
    private static final long PATIENCE_MILLIS = 10_000;

    /** Beans close as they do on any stop, but a database that is gone may hold them up: then it ends all the same. */
    void now() {
        Thread stop = new Thread(() -> System.exit(CODE), "the-end");
        stop.setDaemon(true);
        stop.start();
        Thread halt = new Thread(
                () -> {
                    try {
                        Thread.sleep(PATIENCE_MILLIS);
                    } catch (InterruptedException early) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(CODE);
                },
                "the-very-end");
        halt.setDaemon(true);
        halt.start();
    }
}
