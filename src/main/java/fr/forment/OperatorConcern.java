package fr.forment;

import java.util.List;

/**
 * What a room has for the operator to look after: shown on his first page. A bean of the room; nothing when all is
 * well.
 */
public interface OperatorConcern {

    List<Concern> concerns();

    /**
     * @param sentence what is wrong and what it means, in French
     * @param link the page on which to mend it
     */
    record Concern(String sentence, String link) {}
}
