package fr.forment.hours.web;

import fr.forment.french.Names;
import fr.forment.hours.HoursAccount;
import fr.forment.hours.HoursFigures;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Schools;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The hours of the schools I see, in a handful of queries whatever their number. Those who are there today, also for a
 * past year.
 */
@Component
@RequiredArgsConstructor
class HoursTables {

    static final List<String> COLUMNS = List.of(
            "uai",
            "ecole",
            "nom",
            "prenom",
            "fonction",
            "quotite",
            "constellation",
            "annee",
            "heures_dues",
            "part_ent",
            "prevues",
            "faites",
            "hors_ent",
            "non_decomptees",
            "reste",
            "depassement");

    private final Agents agents;
    private final Schools schools;
    private final MyPerimeter mine;
    private final HoursLedger ledger;
    private final SchoolCalendar calendar;
    private final Clock clock;

    /** Those seen whole. */
    List<Circonscription> circonscriptions() {
        return mine.circonscriptionsOfPeople();
    }

    /** The last one, this one and the next. */
    List<String> years() {
        LocalDate today = LocalDate.now(clock);
        return List.of(
                calendar.schoolYear(today.minusYears(1)),
                calendar.schoolYear(today),
                calendar.schoolYear(today.plusYears(1)));
    }

    String chosen(String year) {
        return year != null && years().contains(year) ? year : years().get(1);
    }

    /** One table per school, by name; the people without a school last. */
    List<SchoolHours> of(Optional<Circonscription> where, String year) {
        List<Agent> people = where.map(circo -> agents.inCirconscription(circo.uai()))
                .orElseGet(() -> mine.directedSchools().stream()
                        .sorted()
                        .flatMap(uai -> agents.inSchool(uai).stream())
                        .toList());
        Map<Long, HoursAccount> accounts = ledger.accounts(people, year);
        Map<String, List<SchoolHours.Line>> byPlace = people.stream()
                .filter(agent -> accounts.get(agent.id()).owes())
                .collect(Collectors.groupingBy(
                        HoursTables::place,
                        Collectors.mapping(
                                agent -> new SchoolHours.Line(agent, new HoursFigures(accounts.get(agent.id()), year)),
                                Collectors.toList())));
        Map<String, School> known = schools.findAll(byPlace.keySet());
        List<SchoolHours> tables = new ArrayList<>();
        byPlace.forEach((uai, lines) -> tables.add(new SchoolHours(
                uai,
                known.containsKey(uai) ? known.get(uai).displayName() : "TR sans école de rattachement connue",
                year,
                lines)));
        tables.sort(Comparator.comparing((SchoolHours table) -> !known.containsKey(table.uai()))
                .thenComparing(table -> Names.fold(table.name())));
        return tables;
    }

    /** One row per person in the order of {@link #COLUMNS}; hours as numbers, 13 h 30 being 13.5. */
    static List<List<Object>> rows(List<SchoolHours> tables) {
        return tables.stream()
                .flatMap(table -> table.people().stream().map(line -> row(table, line)))
                .toList();
    }

    private static List<Object> row(SchoolHours table, SchoolHours.Line line) {
        Agent agent = line.agent();
        HoursAccount account = line.hours().account();
        return List.of(
                table.uai(),
                table.name(),
                agent.lastName(),
                agent.firstName(),
                agent.function().label(),
                account.quotity(),
                account.constellation(),
                table.schoolYear(),
                hours(account.due()),
                hours(account.share()),
                hours(account.planned()),
                hours(account.done()),
                hours(account.outside()),
                hours(account.excused()),
                hours(Math.max(0, account.left())),
                hours(Math.max(0, -account.left())));
    }

    private static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private static String place(Agent agent) {
        return agent.schoolUai() == null ? agent.circonscriptionUai() : agent.schoolUai();
    }
}
