package fr.forment.stafflist.web;

import fr.forment.french.French;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.PeopleSearch;
import fr.forment.people.TrainingRecords;
import fr.forment.post.Undeliverables;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lists of people as pages show them: a handful of queries whatever their number. */
@Component
@RequiredArgsConstructor
class PeopleList {

    /**
     * @param entMinutesLeft null for who owes no hours; {@code missedLetters} counts mails that had no address to go to
     */
    record Person(Agent agent, String place, Integer entMinutesLeft, Set<String> modules, int missedLetters) {

        /** Public: the templates ask. */
        public String hoursLeft() {
            return entMinutesLeft == null ? "–" : French.duration(entMinutesLeft);
        }
    }

    private final PeopleSearch search;
    private final HoursLedger hours;
    private final TrainingRecords trainings;
    private final Undeliverables undeliverables;
    private final SchoolCalendar calendar;
    private final Clock clock;

    String schoolYear() {
        return calendar.schoolYear(LocalDate.now(clock));
    }

    List<Person> find(PeopleSearch.Search wanted) {
        return describe(search.find(wanted));
    }

    List<Person> describe(Collection<Agent> people) {
        List<Long> ids = people.stream().map(Agent::id).toList();
        Map<Long, Integer> left = hours.entMinutesLeft(people, schoolYear());
        Map<Long, Set<String>> modules = trainings.of(ids);
        Map<Long, Integer> missed = undeliverables.missedBy(ids);
        Map<Long, String> places = search.places(people);
        return people.stream()
                .map(agent -> new Person(
                        agent,
                        places.get(agent.id()),
                        hours.owesHours(agent) ? left.get(agent.id()) : null,
                        modules.getOrDefault(agent.id(), Set.of()),
                        missed.getOrDefault(agent.id(), 0)))
                .toList();
    }
}
