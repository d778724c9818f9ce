package fr.forment.resource;

/**
 * Days on which the people of a school cannot come, besides those of the calendar.
 *
 * @param schoolUai null: all schools of the circonscription
 */
public record Closure(long id, String circonscriptionUai, String schoolUai, DaySpan period, String reason) {

    public boolean concerns(String uai) {
        return schoolUai == null || schoolUai.equals(uai);
    }
}
