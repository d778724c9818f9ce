package fr.forment.hours;

import fr.forment.french.French;
import java.util.ArrayList;
import java.util.List;

/** A person's account as pages show it: figures in French, and the parts of the bar in percent of its length. */
public record HoursFigures(HoursAccount account, String schoolYear) {

    /** One part of the bar; {@code kind} is a class of the style sheet. */
    record Part(String kind, String label, int minutes, double start, double width) {

        public String text() {
            return label + " " + French.duration(minutes);
        }
    }

    public String due() {
        return French.duration(account.due());
    }

    public String share() {
        return French.duration(account.share());
    }

    public String planned() {
        return French.duration(account.planned());
    }

    public String done() {
        return French.duration(account.done());
    }

    public String excused() {
        return French.duration(account.excused());
    }

    public String outside() {
        return French.duration(account.outside());
    }

    /** "0 h" once the share is used up; {@link #over()} says by how much more. */
    public String left() {
        return French.duration(Math.max(0, account.left()));
    }

    public String over() {
        return French.duration(Math.max(0, -account.left()));
    }

    /** The share, or all that was taken when that is more. */
    public List<Part> bar() {
        int whole = Math.max(1, Math.max(account.share(), account.taken()));
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (Part part : List.of(
                new Part("done", "fait", account.done(), 0, 0),
                new Part("planned", "prévu", account.planned(), 0, 0),
                new Part("outside", "hors ENT", account.outside(), 0, 0),
                new Part("left", "reste", Math.max(0, account.left()), 0, 0))) {
            if (part.minutes() > 0) {
                parts.add(new Part(
                        part.kind(),
                        part.label(),
                        part.minutes(),
                        100.0 * start / whole,
                        100.0 * part.minutes() / whole));
                start += part.minutes();
            }
        }
        return parts;
    }
}
