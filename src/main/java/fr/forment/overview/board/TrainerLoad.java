package fr.forment.overview.board;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.GivenHalfDays;
import fr.forment.resource.GivenHalfDays.Taken;
import fr.forment.resource.TrainerResources;
import fr.forment.resource.TrainerWeek;
import fr.forment.territory.Circonscription;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Half-days each trainer leads this school year, and what is left of those given. */
@Component
@RequiredArgsConstructor
class TrainerLoad implements BoardFigures.Source {

    private static final int LED = 2;
    private static final int COMING = 3;
    private static final int LEFT = 5;
    private static final int FIRST_OF_SEPTEMBER = 9;

    /** A half-day of its own takes the place of the session's hours. */
    private static final String ROWS = """
            SELECT t.circonscription_uai AS place, COALESCE(h.trainer_id, t.trainer_id) AS agent_id, COALESCE(h.starts_at, t.starts_at) AS starts, COALESCE(h.ends_at, t.ends_at) AS ends
              FROM training_session t LEFT JOIN half_day h ON h.session_id = t.id
             WHERE t.circonscription_uai IN (:places) AND t.state NOT IN ('ANNULEE', 'NON_REALISEE', 'DATE_A_FIXER')
               AND COALESCE(h.trainer_id, t.trainer_id) IS NOT NULL
               AND COALESCE(h.starts_at, t.starts_at) >= :from AND COALESCE(h.starts_at, t.starts_at) < :until""";

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;
    private final Agents agents;
    private final TrainerResources resources;
    private final Clock clock;

    private record Read(String place, long agentId, LocalDateTime starts, LocalDateTime ends) {

        Taken taken() {
            return new Taken(starts.toLocalDate(), starts.toLocalTime(), ends.toLocalTime());
        }
    }

    private record Key(String place, long agentId) {}

    @Override
    public String path() {
        return "charge";
    }

    @Override
    public String label() {
        return "Charge des formateurs";
    }

    @Override
    public String meaning() {
        return "Demi-journées menées et à mener cette année scolaire, et celles qui restent de ce que chacun donne";
    }

    @Override
    public List<String> columns() {
        return List.of("Circonscription", "Personne", "Menées", "À mener", "Données dans l'année", "Restantes");
    }

    @Override
    public BoardFigures of(List<Circonscription> places) {
        LocalDate today = LocalDate.now(clock);
        Map<Key, List<Read>> all = read(places, today).stream()
                .collect(Collectors.groupingBy(read -> new Key(read.place(), read.agentId())));
        List<Long> ids = all.keySet().stream().map(Key::agentId).distinct().toList();
        Map<Long, Agent> people = agents.all(ids).stream().collect(Collectors.toMap(Agent::id, Function.identity()));
        Map<Long, List<TrainerWeek>> weeks = resources.weeks(ids);
        Map<Long, Integer> whole = all.entrySet().stream()
                .collect(Collectors.groupingBy(
                        each -> each.getKey().agentId(), Collectors.summingInt(each -> halfDays(each.getValue()))));
        Map<String, String> names = BoardAxis.names(places);
        List<BoardFigures.Row> rows = all.entrySet().stream()
                .filter(each -> people.containsKey(each.getKey().agentId()))
                .map(each -> {
                    long agent = each.getKey().agentId();
                    int led = halfDays(each.getValue().stream()
                            .filter(read -> read.starts().toLocalDate().isBefore(today))
                            .toList());
                    Integer most = most(weeks.getOrDefault(agent, List.of()), today);
                    return new BoardFigures.Row(
                            Arrays.asList(
                                    names.get(each.getKey().place()),
                                    people.get(agent).fullName(),
                                    led,
                                    halfDays(each.getValue()) - led,
                                    most,
                                    most == null ? null : most - whole.get(agent)),
                            "/ressources/formateurs/" + agent);
                })
                .sorted(Comparator.comparing(
                                (BoardFigures.Row row) -> (Integer) row.cells().get(LEFT),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> (String) row.cells().get(1)))
                .toList();
        long over = rows.stream()
                .map(row -> (Integer) row.cells().get(LEFT))
                .filter(Objects::nonNull)
                .filter(left -> left < 0)
                .count();
        return BoardFigures.of(
                rows,
                columns(),
                List.of(LED, COMING),
                null,
                over == 0
                        ? "Personne ne mène plus que ce qu'il donne."
                        : over == 1
                                ? "Une personne mène plus que ce qu'elle donne."
                                : over + " personnes mènent plus que ce qu'elles donnent.");
    }

    private List<Read> read(List<Circonscription> places, LocalDate today) {
        LocalDate begin =
                LocalDate.of(Integer.parseInt(calendar.schoolYear(today).substring(0, 4)), FIRST_OF_SEPTEMBER, 1);
        return jdbc.sql(ROWS)
                .param("places", BoardAxis.uais(places))
                .param("from", begin.atStartOfDay())
                .param("until", begin.plusYears(1).atStartOfDay())
                .query(Read.class)
                .list();
    }

    private static int halfDays(List<Read> some) {
        return GivenHalfDays.of(some.stream().map(Read::taken));
    }

    private static Integer most(List<TrainerWeek> weeks, LocalDate today) {
        return weeks.stream()
                .filter(week -> week.period().covers(today))
                .map(TrainerWeek::mostHalfDays)
                .findFirst()
                .orElse(null);
    }
}
