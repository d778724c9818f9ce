package fr.forment.hours.web;

import fr.forment.french.French;
import fr.forment.hours.HoursAccount;
import fr.forment.hours.HoursFigures;
import fr.forment.people.Agent;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The hours of the people of one school, added up.
 *
 * @param uai of the school; of the circonscription for its remplaçants without school
 * @param people who owe hours, by name
 */
record SchoolHours(String uai, String name, String schoolYear, List<Line> people) {

    /** One person of the table. */
    record Line(Agent agent, HoursFigures hours) {}

    public String due() {
        return sum(HoursAccount::due);
    }

    public String planned() {
        return sum(HoursAccount::planned);
    }

    public String done() {
        return sum(HoursAccount::done);
    }

    public String excused() {
        return sum(HoursAccount::excused);
    }

    public String outside() {
        return sum(HoursAccount::outside);
    }

    /** What those who have some left have; one person's dépassement takes nothing from the others. */
    public String left() {
        return sum(account -> Math.max(0, account.left()));
    }

    public long exceeding() {
        return people.stream()
                .filter(line -> line.hours().account().isExceeded())
                .count();
    }

    public long inConstellation() {
        return people.stream()
                .filter(line -> line.hours().account().constellation())
                .count();
    }

    private String sum(ToIntFunction<HoursAccount> figure) {
        return French.duration(people.stream()
                .map(line -> line.hours().account())
                .mapToInt(figure)
                .sum());
    }
}
