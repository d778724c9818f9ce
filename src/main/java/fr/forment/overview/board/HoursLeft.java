package fr.forment.overview.board;

import fr.forment.account.AgentFunction;
import fr.forment.french.French;
import fr.forment.hours.HoursAccount;
import fr.forment.hours.HoursLedger;
import fr.forment.territory.Circonscription;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is left of the eighteen hours to those who owe them, function by function. People whose service and hours are
 * alike are counted by the database: however many they are, their account is made once.
 */
@Component
@RequiredArgsConstructor
class HoursLeft implements BoardFigures.Source {

    private static final List<String> TEACHERS = Stream.of(AgentFunction.values())
            .filter(AgentFunction::isTeacher)
            .map(Enum::name)
            .toList();
    private static final int PEOPLE = 2;
    private static final int DONE = 3;
    private static final int PLANNED = 4;
    private static final int OTHERWISE = 5;
    private static final int OVER = 8;

    private static final String ROWS = """
            SELECT q.place, q.function, q.quotity, q.constellation, q.circonscription_uai, q.planned, q.done, q.outside, COUNT(*) AS people
              FROM (SELECT a.id, a.place, a.function, a.quotity, a.constellation, a.circonscription_uai,
                           COALESCE(SUM(CASE WHEN h.state = 'PLANNED' THEN h.minutes END), 0) AS planned,
                           COALESCE(SUM(CASE WHEN h.state = 'DONE' THEN h.minutes END), 0) AS done,
                           COALESCE(SUM(CASE WHEN h.state = 'OUTSIDE' THEN h.minutes END), 0) AS outside
                      FROM %s a LEFT JOIN hours_entry h ON h.agent_id = a.id AND h.school_year = :year
                     WHERE a.function IN (:teachers) AND (a.left_on IS NULL OR a.left_on > :today)
                     GROUP BY a.id, a.place, a.function, a.quotity, a.constellation, a.circonscription_uai) q
             GROUP BY q.place, q.function, q.quotity, q.constellation, q.circonscription_uai, q.planned, q.done, q.outside""".formatted(PlacePeople.OF_PLACES);

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;
    private final HoursLedger ledger;
    private final Clock clock;

    private record Read(
            String place,
            AgentFunction function,
            int quotity,
            boolean constellation,
            String circonscriptionUai,
            int planned,
            int done,
            int outside,
            int people) {

        HoursLedger.Alike alike() {
            return new HoursLedger.Alike(function, quotity, constellation, circonscriptionUai, planned, done, outside);
        }
    }

    private record Key(String place, AgentFunction function) {}

    /** So many people with one account. */
    private record Some(HoursAccount account, int people) {}

    @Override
    public String path() {
        return "reste";
    }

    @Override
    public String label() {
        return "Ce qui reste des dix-huit heures";
    }

    @Override
    public String meaning() {
        return "Personnes qui doivent des heures, par fonction : ce qui est suivi et prévu pour l'ENT cette année scolaire, ce que d'autres formations prennent, et ce qui reste de la part qui peut aller à l'ENT";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Circonscription",
                "Fonction",
                "Personnes",
                "Minutes suivies",
                "Minutes prévues",
                "Minutes hors ENT",
                "Dues à chacun (médiane, en minutes)",
                "Reste à chacun pour l'ENT (médiane, en minutes)",
                "Au-delà de leur part");
    }

    @Override
    public BoardFigures of(List<Circonscription> places) {
        Map<String, String> names = BoardAxis.names(places);
        List<Read> read = read(places);
        List<HoursAccount> accounts = ledger.accountsAlike(
                read.stream().map(Read::alike).toList(), calendar.schoolYear(LocalDate.now(clock)));
        Map<Key, List<Some>> groups = new LinkedHashMap<>();
        List<Some> all = new ArrayList<>();
        for (int n = 0; n < read.size(); n++) {
            Some some = new Some(accounts.get(n), read.get(n).people());
            all.add(some);
            groups.computeIfAbsent(new Key(read.get(n).place(), read.get(n).function()), key -> new ArrayList<>())
                    .add(some);
        }
        List<BoardFigures.Row> rows = groups.entrySet().stream()
                .map(each -> row(names.get(each.getKey().place()), each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(
                                (BoardFigures.Row row) -> (String) row.cells().get(0))
                        .thenComparing(row -> (String) row.cells().get(1)))
                .toList();
        return BoardFigures.of(rows, columns(), List.of(PEOPLE, DONE, PLANNED, OTHERWISE, OVER), null, remark(all));
    }

    private static BoardFigures.Row row(String place, Key key, List<Some> some) {
        return new BoardFigures.Row(
                List.of(
                        place,
                        key.function().label(),
                        people(some),
                        some.stream()
                                .mapToInt(each -> each.account().done() * each.people())
                                .sum(),
                        some.stream()
                                .mapToInt(each -> each.account().planned() * each.people())
                                .sum(),
                        some.stream()
                                .mapToInt(each -> each.account().outside() * each.people())
                                .sum(),
                        median(some, Comparator.comparing(each -> each.account().due()))
                                .account()
                                .due(),
                        left(some),
                        over(some)),
                "/personnels/heures?circonscription=" + key.place());
    }

    private static String remark(List<Some> all) {
        if (all.isEmpty()) {
            return "";
        }
        int over = over(all);
        return "Reste médian pour l'ENT : " + French.duration(left(all)) + ". "
                + (over == 0
                        ? "Personne n'est au-delà de sa part."
                        : French.count(over, "personne est au-delà de sa part", "personnes sont au-delà de leur part")
                                + " ; « Voir » mène à leurs noms.");
    }

    private static int people(List<Some> some) {
        return some.stream().mapToInt(Some::people).sum();
    }

    private static int over(List<Some> some) {
        return some.stream()
                .filter(each -> each.account().isExceeded())
                .mapToInt(Some::people)
                .sum();
    }

    /** Of the one in the middle; nothing where more was taken. */
    private static int left(List<Some> some) {
        return Math.max(
                0,
                median(some, Comparator.comparing(each -> each.account().left()))
                        .account()
                        .left());
    }

    private static Some median(List<Some> some, Comparator<Some> order) {
        List<Some> sorted = some.stream().sorted(order).toList();
        int before = (people(some) - 1) / 2;
        for (Some each : sorted) {
            before -= each.people();
            if (before < 0) {
                return each;
            }
        }
        throw new IllegalStateException("nobody");
    }

    private List<Read> read(List<Circonscription> places) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql(ROWS)
                .param("places", BoardAxis.uais(places))
                .param("year", calendar.schoolYear(today))
                .param("teachers", TEACHERS)
                .param("today", today)
                .query(Read.class)
                .list();
    }
}
