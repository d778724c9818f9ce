package fr.forment.engine;

import jakarta.servlet.http.HttpSession;

/** The engine's web applications keep a person's groups in the session for some minutes; here they are made to ask again. */
public final class EngineSessions {

    private static final String KEPT = "authenticatedUser";

    private EngineSessions() {
    }

    public static void askAgain(HttpSession session) {
        session.removeAttribute(KEPT);
    }
}
