package fr.forment.mail;

import java.util.Collection;
import java.util.Set;

/** What letters ask for. Tasks are known in a room above; here a letter has a template and a key. */
public interface Matters {

    /** The numbers of those mails among these that ask for what was done while they waited. */
    Set<Long> settled(Collection<QueuedMail> mails);
}
