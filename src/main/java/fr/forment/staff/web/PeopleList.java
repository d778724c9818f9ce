package fr.forment.staff.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import fr.forment.french.French;
import fr.forment.staff.Agent;
import fr.forment.staff.AgentFunction;
import fr.forment.staff.Agents;
import fr.forment.staff.HoursLedger;
import fr.forment.staff.MyPerimeter;
import fr.forment.staff.TrainingRecords;
import fr.forment.staff.Undeliverables;
import fr.forment.territory.Circonscription;
import fr.forment.french.Names;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Schools;
import org.springframework.stereotype.Component;

/** Lists of people as pages show them: a handful of queries whatever their number. */
@Component
class PeopleList {

    /** @param entMinutesLeft null for who owes no hours; {@code missedLetters} counts mails that had no address to go to */
    record Person(Agent agent, String place, Integer entMinutesLeft, Set<String> modules, int missedLetters) {

        /** Public: the templates ask. */
        public String hoursLeft() {
            return entMinutesLeft == null ? "–" : French.duration(entMinutesLeft);
        }
    }

    /** What is looked for; null or empty where it does not matter. */
    record Search(String circonscription, String ecole, AgentFunction fonction, String q) {
    }

    private final Agents agents;
    private final MyPerimeter mine;
    private final Schools schools;
    private final HoursLedger hours;
    private final TrainingRecords trainings;
    private final Undeliverables undeliverables;
    private final SchoolCalendar calendar;
    private final Clock clock;

    PeopleList(Agents agents, MyPerimeter mine, Schools schools, HoursLedger hours, TrainingRecords trainings,
            Undeliverables undeliverables, SchoolCalendar calendar, Clock clock) {
        this.agents = agents;
        this.mine = mine;
        this.schools = schools;
        this.hours = hours;
        this.trainings = trainings;
        this.undeliverables = undeliverables;
        this.calendar = calendar;
        this.clock = clock;
    }

    String schoolYear() {
        return calendar.schoolYear(LocalDate.now(clock));
    }

    /** Of one circonscription of the person's, or of the schools the person directs. */
    List<Person> find(Search search) {
        Circonscription where = chosen(search);
        List<Agent> people = where != null ? agents.inCirconscription(where.uai())
                : mine.directedSchools().stream().flatMap(uai -> agents.inSchool(uai).stream()).toList();
        String wanted = Names.fold(search.q());
        return describe(people.stream()
                .filter(agent -> search.ecole() == null || search.ecole().isEmpty() || search.ecole().equals(agent.schoolUai()))
                .filter(agent -> search.fonction() == null || search.fonction() == agent.function())
                .filter(agent -> List.of(wanted.split(" ")).stream().allMatch(Names.fold(agent.fullName())::contains))
                .toList());
    }

    /** The one that was asked for, or the first; null for those who see only schools. */
    Circonscription chosen(Search search) {
        List<Circonscription> seen = mine.circonscriptionsOfPeople();
        return seen.stream().filter(c -> c.uai().equals(search.circonscription())).findFirst()
                .orElse(seen.isEmpty() ? null : seen.get(0));
    }

    List<School> schools(Circonscription where) {
        return where != null ? schools.inCirconscription(where.uai())
                : mine.directedSchools().stream().map(schools::find).flatMap(school -> school.stream()).toList();
    }

    List<Person> describe(Collection<Agent> people) {
        List<Long> ids = people.stream().map(Agent::id).toList();
        Map<Long, Integer> left = hours.entMinutesLeft(people, schoolYear());
        Map<Long, Set<String>> modules = trainings.of(ids);
        Map<Long, Integer> missed = undeliverables.missedBy(ids);
        Map<String, School> places = schools.findAll(people.stream().map(Agent::schoolUai).filter(Objects::nonNull).collect(Collectors.toSet()));
        return people.stream().map(agent -> new Person(agent, place(agent, places), hours.owesHours(agent) ? left.get(agent.id()) : null,
                modules.getOrDefault(agent.id(), Set.of()), missed.getOrDefault(agent.id(), 0))).toList();
    }

    private static String place(Agent agent, Map<String, School> places) {
        if (agent.schoolUai() == null) {
            return agent.circonscriptionUai() == null ? "Département" : "Circonscription";
        }
        School school = places.get(agent.schoolUai());
        return school == null ? agent.schoolUai() : school.displayName();
    }
}
