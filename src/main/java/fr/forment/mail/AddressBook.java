package fr.forment.mail;

import java.util.Collection;
import java.util.Map;

/**
 * Where people can be written to today, and how they are called. People are known in a room above; here they are
 * numbers.
 */
public interface AddressBook {

    /** @param address null when none is known */
    record Entry(String address, boolean isGone) {}

    /** Who is not in the answer is known no more. */
    Map<Long, Entry> entries(Collection<Long> readerIds);

    /** Of people who signed in, by login. */
    Map<String, String> namesOf(Collection<String> logins);
}
