package fr.forment.plan.web;

import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Warning;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** A session as a table shows it. */
record PlannedSessionRow(
        int line,
        LocalDate day,
        LocalTime start,
        LocalTime end,
        String code,
        String title,
        String place,
        String trainer,
        String who,
        int expected,
        int capacity,
        String format,
        List<String> problems,
        List<String> remarks,
        boolean pause) {

    /** @param remarks number of a session to what was said of it, each with its author */
    static PlannedSessionRow of(
            PlannedSession session, PlanNames.Of names, List<Warning> warnings, Map<Integer, List<String>> remarks) {
        return new PlannedSessionRow(
                session.line(),
                session.day(),
                session.start(),
                session.end(),
                session.moduleCode(),
                names.module(session.moduleCode()),
                names.place(session.place()),
                names.trainer(session.trainerAgentId()),
                names.audience(session),
                session.expected(),
                session.capacity(),
                session.format().label(),
                warnings.stream()
                        .filter(warning -> warning.line() != null && warning.line() == session.line())
                        .map(Warning::text)
                        .toList(),
                remarks.getOrDefault(session.line(), List.of()),
                session.pauses());
    }

    /** Sessions of one phase or vague. */
    record Section(String title, List<PlannedSessionRow> rows) {

        /** With a problem, or a remark. */
        public long toLookAt() {
            return rows.stream()
                    .filter(row -> !row.problems().isEmpty() || !row.remarks().isEmpty())
                    .count();
        }
    }
}
