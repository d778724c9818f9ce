package fr.forment.post;

import java.util.List;

/** What readers still believe of something, when it is no longer so. Rooms above know what letters speak of. */
public interface Beliefs {

    /**
     * In French, each a sentence with the names.
     *
     * @param about the page of the matter, such as {@code /sessions/18}
     */
    List<String> stale(String about);
}
