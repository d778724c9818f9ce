package fr.forment.people;

import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The schools a person can choose from a list: his own and those of his circonscriptions. */
@Component
@RequiredArgsConstructor
public class SchoolChoice {

    /** Beyond a few circonscriptions nobody finds a school in a list: its code is typed. */
    private static final int MOST_CIRCONSCRIPTIONS = 6;

    private final MyPerimeter mine;
    private final Schools schools;

    /** By town; empty when there are too many to choose from. */
    public List<School> offered() {
        List<Circonscription> whole = mine.circonscriptionsOfPeople();
        if (whole.size() > MOST_CIRCONSCRIPTIONS) {
            return List.of();
        }
        return Stream.concat(
                        schools.findAll(mine.directedSchools()).values().stream(),
                        whole.stream().flatMap(each -> schools.inCirconscription(each.uai()).stream()))
                .distinct()
                .sorted(Comparator.comparing(School::commune).thenComparing(School::name))
                .toList();
    }

    /** The code of the only one there is, or null. */
    public String only() {
        List<School> offered = offered();
        return offered.size() == 1 ? offered.get(0).uai() : null;
    }
}
