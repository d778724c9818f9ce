package fr.forment.resource;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days from one to another, both among them. @param until null: until somebody says otherwise */
public record DaySpan(LocalDate from, LocalDate until) {

    private static final int MOST_YEARS = 10;

    /** @throws Refusal when a person cannot mean it; {@code today} tells a wrong century */
    static DaySpan said(LocalDate from, LocalDate until, LocalDate today) {
        if (from == null) {
            throw new Refusal("Indiquez le premier jour, par exemple " + French.numeric(today) + ".", "du");
        }
        if (until != null && until.isBefore(from)) {
            throw new Refusal(
                    "Le dernier jour (" + French.numeric(until) + ") vient avant le premier (" + French.numeric(from)
                            + ") : corrigez l'un des deux.",
                    "au");
        }
        for (LocalDate day : until == null ? List.of(from) : List.of(from, until)) {
            if (day.isBefore(today.minusYears(MOST_YEARS)) || day.isAfter(today.plusYears(MOST_YEARS))) {
                throw new Refusal("Le " + French.numeric(day) + " est trop loin d'aujourd'hui : vérifiez l'année.");
            }
        }
        return new DaySpan(from, until);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** On each of these days. */
    public boolean spans(LocalDate first, LocalDate last) {
        return covers(first) && (until == null || !last.isAfter(until));
    }

    public boolean overlaps(LocalDate first, LocalDate last) {
        return (last == null || !from.isAfter(last)) && (until == null || !until.isBefore(first));
    }

    /** What is left of it, before and after. */
    List<DaySpan> without(DaySpan other) {
        if (!overlaps(other.from, other.until)) {
            return List.of(this);
        }
        List<DaySpan> left = new ArrayList<>();
        if (from.isBefore(other.from)) {
            left.add(new DaySpan(from, other.from.minusDays(1)));
        }
        if (other.until != null && (until == null || until.isAfter(other.until))) {
            left.add(new DaySpan(other.until.plusDays(1), until));
        }
        return left;
    }

    /** "le 12/01/2027", "du 12/01/2027 au 15/01/2027", "à partir du 12/01/2027". */
    public String words() {
        if (until == null) {
            return "à partir du " + French.numeric(from);
        }
        return from.equals(until)
                ? "le " + French.numeric(from)
                : "du " + French.numeric(from) + " au " + French.numeric(until);
    }
}
