package fr.forment.hours;

import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People's service by school year. The lists speak of the year that is under way, and so does {@link Agent}; what it
 * said when a year ended is kept by {@link SchoolYearService}. So a list of next September changes next year's account
 * only.
 */
@Component
@RequiredArgsConstructor
class SchoolYears {

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;
    private final Clock clock;
    /** No later year than today's has begun anywhere: what was read of it once stays true until the next one. */
    private volatile String reached;

    String today() {
        return calendar.schoolYear(LocalDate.now(clock));
    }

    boolean isOf(LocalDate day, String schoolYear) {
        return schoolYear.equals(calendar.schoolYear(day));
    }

    /** The last school year that has begun here; empty before the first. */
    Optional<String> opened() {
        return jdbc.sql("SELECT MAX(school_year) FROM school_year_opening")
                .query(String.class)
                .optional();
    }

    /** The people's rows speak of it. */
    boolean isUnderWay(String schoolYear) {
        return schoolYear.equals(underWay());
    }

    private String underWay() {
        String today = today();
        if (!today.equals(reached)) {
            reached = opened().orElse(null);
        }
        return reached == null ? today : reached;
    }

    /**
     * A past year that was not kept (before FormENT knew the person) counts with the nearest later one, without
     * constellation.
     */
    Map<Long, YearOfService> of(Collection<Agent> people, String schoolYear) {
        Map<Long, YearOfService> services = new HashMap<>();
        people.forEach(agent ->
                services.put(agent.id(), YearOfService.of(agent, agent.constellation() && isUnderWay(schoolYear))));
        if (schoolYear.compareTo(today()) < 0 && schoolYear.compareTo(underWay()) < 0) {
            services.putAll(kept(services.keySet(), schoolYear));
        }
        return services;
    }

    private Map<Long, YearOfService> kept(Collection<Long> agentIds, String schoolYear) {
        record Past(
                long agentId,
                String schoolYear,
                AgentFunction function,
                int quotity,
                boolean constellation,
                String circonscriptionUai) {}
        List<Past> rows = agentIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT agent_id, school_year, function, quotity, constellation, circonscription_uai FROM past_service
                WHERE agent_id IN (:agents) AND school_year >= :year ORDER BY school_year DESC""")
                        .param("agents", new ArrayList<>(agentIds))
                        .param("year", schoolYear)
                        .query(Past.class)
                        .list();
        Map<Long, YearOfService> kept = new HashMap<>();
        rows.forEach(past -> kept.put(
                past.agentId(),
                new YearOfService(
                        past.function(),
                        past.quotity(),
                        past.constellation() && past.schoolYear().equals(schoolYear),
                        past.circonscriptionUai())));
        return kept;
    }
}
