package fr.forment.charter;

import java.time.LocalDate;
import java.util.List;

/**
 * One text of the rules, from the day it was published until the next.
 *
 * @param circonscriptionUai null: the house's own, for circonscriptions that wrote none
 * @param body one point a line
 */
public record CharterVersion(long id, String circonscriptionUai, String label, String body, LocalDate publishedOn) {

    public List<String> points() {
        return body.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Written by the circonscription: whoever accepted the one before is asked again. */
    public boolean isOwn() {
        return circonscriptionUai != null;
    }
}
