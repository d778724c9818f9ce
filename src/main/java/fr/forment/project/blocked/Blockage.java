package fr.forment.project.blocked;

import java.time.LocalDate;

/**
 * One thing a vague waits for.
 *
 * @param uai the school it is about; null where it is the whole vague
 * @param school its name, or the vague's
 * @param what in French, as far as the reader sees people
 * @param people who that is, by name or "vous"; null where nobody is told, or for a reader who sees no people
 * @param since null where nobody knows
 * @param due by when; null without a date
 * @param begun its hour has come, whatever the day
 * @param link where to act; null where the reader has nothing to do
 * @param action what the link says
 */
public record Blockage(
        String uai,
        String school,
        String what,
        Holder holder,
        String people,
        LocalDate since,
        LocalDate due,
        boolean begun,
        String link,
        String action) {

    Blockage(
            String uai,
            String school,
            String what,
            Holder holder,
            LocalDate since,
            LocalDate due,
            String link,
            String action) {
        this(uai, school, what, holder, null, since, due, false, link, action);
    }

    public boolean isLate(LocalDate today) {
        return begun || due != null && due.isBefore(today);
    }

    Blockage at(String address, String says) {
        return new Blockage(
                uai, school, what, holder, people, since, due, begun, address, address == null ? null : says);
    }

    /** Where the reader may not act himself, or the place to act is not there: where it is seen. */
    Blockage orAt(String address, String says) {
        return link == null ? at(address, says) : this;
    }

    Blockage by(String names) {
        return new Blockage(uai, school, what, holder, names, since, due, begun, link, action);
    }

    Blockage begun(boolean now) {
        return new Blockage(uai, school, what, holder, people, since, due, now, link, action);
    }
}
