package fr.forment.waiting;

import fr.forment.french.French;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions that an approved plan holds and that are not opened yet: nobody can be enrolled, but nobody is to read that
 * there are none. Only the week is told, for a day may still move.
 */
@Component
@RequiredArgsConstructor
public class PlannedAhead {

    private final JdbcClient jdbc;

    record Key(String circonscriptionUai, String moduleCode) {}

    /** Of one module: « prévue la semaine du 30 novembre 2026, inscription ouverte plus tard ». */
    public Optional<String> told(String circonscriptionUai, String moduleCode, LocalDate today) {
        return day(circonscriptionUai, moduleCode, today).map(PlannedAhead::words);
    }

    /** The day the plan has for the next one; a day may still move. */
    public Optional<LocalDate> day(String circonscriptionUai, String moduleCode, LocalDate today) {
        return Optional.ofNullable(next(List.of(circonscriptionUai), List.of(moduleCode), today)
                .get(new Key(circonscriptionUai, moduleCode)));
    }

    static String words(LocalDate day) {
        return "une session est prévue la semaine du "
                + French.date(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                + " ; les inscriptions ne sont pas encore ouvertes";
    }

    /** The next day of each. */
    Map<Key, LocalDate> next(Collection<String> uais, Collection<String> modules, LocalDate today) {
        Map<Key, LocalDate> next = new HashMap<>();
        if (!uais.isEmpty() && !modules.isEmpty()) {
            jdbc.sql("""
                            SELECT r.circonscription_uai, l.module_code, MIN(l.held_on) AS held_on
                              FROM planned_session l JOIN training_plan p ON p.id = l.plan_id JOIN project r ON r.id = p.project_id
                             WHERE p.state = 'APPROUVE' AND r.circonscription_uai IN (:uais) AND l.module_code IN (:modules) AND l.held_on > :today
                               AND NOT EXISTS (SELECT 1 FROM training_session s WHERE s.project_id = p.project_id AND s.plan_line = l.line)
                             GROUP BY r.circonscription_uai, l.module_code""")
                    .param("uais", uais)
                    .param("modules", modules)
                    .param("today", today)
                    .query(row -> {
                        next.put(
                                new Key(row.getString("circonscription_uai"), row.getString("module_code")),
                                row.getDate("held_on").toLocalDate());
                    });
        }
        return next;
    }
}
