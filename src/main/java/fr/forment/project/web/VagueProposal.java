package fr.forment.project.web;

import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.project.Projects;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * A first distribution of the schools: vagues of about the same size, the schools of a commune together, as families
 * compare.
 */
@Component
@RequiredArgsConstructor
class VagueProposal {

    /** Survey, plan and trainers come first. */
    private static final int DAYS_TO_FIRST = 120;
    /** Training, opening and a month of use. */
    private static final int DAYS_BETWEEN = 120;

    /**
     * @param rank the vague; 0 when the school stays out
     * @param underway it is in another project already
     */
    record Row(School school, int rank, boolean underway) {}

    private final Schools schools;
    private final Projects projects;
    private final SchoolCalendar calendar;
    private final Clock clock;

    /**
     * @throws OutOfReach when one of these schools is not of the circonscription; that one has closed is said by the
     *     service
     */
    void require(String circonscriptionUai, Collection<String> uais) {
        Reach.within(
                uais,
                schools.findAll(uais).values().stream()
                        .filter(school -> circonscriptionUai.equals(school.circonscriptionUai()))
                        .map(School::uai)
                        .toList());
    }

    List<LocalDate> dates(Circonscription where, int vagues) {
        LocalDate first = LocalDate.now(clock).plusDays(DAYS_TO_FIRST);
        return IntStream.range(0, vagues)
                .mapToObj(i -> calendar.onOrAfter(where.zone(), first.plusDays((long) i * DAYS_BETWEEN)))
                .toList();
    }

    /** A commune goes to the vague in which its middle falls when schools are counted in the order of communes. */
    List<Row> distribution(Circonscription where, int vagues) {
        Set<String> busy = projects.schoolsUnderway(where.uai());
        List<School> all = schools.inCirconscription(where.uai()).stream()
                .filter(school -> !busy.contains(school.uai()))
                .toList();
        List<Row> rows = new ArrayList<>();
        int counted = 0;
        while (counted < all.size()) {
            String commune = all.get(counted).commune();
            List<School> together = all.subList(counted, all.size()).stream()
                    .takeWhile(school -> school.commune().equals(commune))
                    .toList();
            int rank = 1 + Math.min(vagues - 1, (2 * counted + together.size()) * vagues / (2 * all.size()));
            together.forEach(school -> rows.add(new Row(school, rank, false)));
            counted += together.size();
        }
        schools.inCirconscription(where.uai()).stream()
                .filter(school -> busy.contains(school.uai()))
                .forEach(school -> rows.add(new Row(school, 0, true)));
        return rows;
    }

    /** What the person had chosen before something was refused. */
    List<Row> asChosen(Circonscription where, Map<String, Integer> ranks) {
        Set<String> busy = projects.schoolsUnderway(where.uai());
        return schools.inCirconscription(where.uai()).stream()
                .map(school -> new Row(school, ranks.getOrDefault(school.uai(), 0), busy.contains(school.uai())))
                .toList();
    }
}
