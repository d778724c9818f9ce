package fr.forment.overview.web;

import fr.forment.hours.HoursFigures;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.territory.SchoolCalendar;
import fr.forment.waiting.RequestState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hours, next dates and attestations of whoever owes hours, on the first page. */
@Component
@RequiredArgsConstructor
class MyHours {

    private static final int MOST_DATES = 3;

    private final HoursLedger ledger;
    private final SchoolCalendar calendar;
    private final JdbcClient jdbc;

    private static final int MOST_PAPERS = 3;

    /** @param attestations that stand; the newest are {@code papers} */
    record Mine(HoursFigures hours, List<Coming> coming, List<Asked> asked, int attestations, List<Paper> papers) {}

    /** An attestation that stands. */
    record Paper(String number, String title, LocalDate on) {}

    /** @param answerBy until when a place that is offered is kept; null: none is offered now */
    record Asked(String title, RequestState state, LocalDateTime answerBy) {}

    record Coming(long sessionId, String title, LocalDateTime startsAt) {}

    /** Empty for those who owe no hours. */
    Optional<Mine> of(Agent myself, LocalDate today, ZoneId zone, TitlesOnce titles) {
        return Optional.ofNullable(myself).filter(ledger::owesHours).map(agent -> mine(agent, today, zone, titles));
    }

    private Mine mine(Agent agent, LocalDate today, ZoneId zone, TitlesOnce titles) {
        String year = calendar.schoolYear(today);
        List<Standing> standing = standing(agent.id());
        return new Mine(
                new HoursFigures(ledger.account(agent, year), year),
                coming(agent.id(), today, titles),
                asked(agent.id(), zone, titles),
                standing.isEmpty() ? 0 : standing.get(0).total(),
                standing.stream()
                        .map(each -> new Paper(each.number(), titles.of(each.module()), each.issuedOn()))
                        .toList());
    }

    private record Standing(String number, String module, LocalDate issuedOn, int total) {}

    private List<Standing> standing(long agentId) {
        return jdbc.sql("""
                SELECT a.number, t.module_code AS module, a.issued_on, COUNT(*) OVER () AS total
                  FROM attestation a JOIN training_session t ON t.id = a.session_id
                 WHERE a.agent_id = ? AND a.revoked_on IS NULL ORDER BY a.issued_on DESC, a.id DESC FETCH FIRST %d ROWS ONLY""".formatted(MOST_PAPERS))
                .param(agentId)
                .query(Standing.class)
                .list();
    }

    private List<Asked> asked(long agentId, ZoneId zone, TitlesOnce titles) {
        record Row(String module, RequestState state, Instant answerBy) {}
        List<Row> rows = jdbc.sql("""
                SELECT r.module_code AS module, r.state AS state, o.answer_by AS answer_by
                  FROM place_request r LEFT JOIN place_offer o ON o.open_request_id = r.id WHERE r.agent_id = ? AND r.active_agent_id IS NOT NULL ORDER BY r.id""")
                .param(agentId)
                .query((row, n) -> new Row(
                        row.getString("module"),
                        RequestState.valueOf(row.getString("state")),
                        row.getTimestamp("answer_by") == null
                                ? null
                                : row.getTimestamp("answer_by").toInstant()))
                .list();
        return rows.stream()
                .map(row -> new Asked(
                        titles.of(row.module()),
                        row.state(),
                        row.answerBy() == null ? null : LocalDateTime.ofInstant(row.answerBy(), zone)))
                .toList();
    }

    private List<Coming> coming(long agentId, LocalDate today, TitlesOnce titles) {
        record Row(long id, String module, LocalDateTime starts) {}
        List<Row> rows = jdbc.sql("""
                SELECT t.id, t.module_code AS module, o.starts_at AS starts FROM occupation o JOIN training_session t ON t.id = o.session_id
                 WHERE o.agent_id = ? AND o.starts_at >= ? AND t.state <> 'DATE_A_FIXER' ORDER BY o.starts_at, t.id FETCH FIRST %d ROWS ONLY""".formatted(MOST_DATES))
                .params(agentId, today.plusDays(1).atStartOfDay())
                .query(Row.class)
                .list();
        return rows.stream()
                .map(row -> new Coming(row.id(), titles.of(row.module()), row.starts()))
                .toList();
    }
}
