package fr.forment.access;

import java.util.List;

/** Who one may sign in as in the demonstration; the sign-in page lists them. No such bean elsewhere. */
public interface DemonstrationAccounts {

    /** @param who what the person does, in French */
    record Entry(String login, String who) {}

    List<Entry> list();

    /** Shared by all of them. */
    String password();
}
