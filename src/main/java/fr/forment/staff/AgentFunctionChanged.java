package fr.forment.staff;

import java.time.LocalDate;

/** A person does something else in the same place from that day on: a teacher became the director, say. */
public record AgentFunctionChanged(long agentId, AgentFunction from, AgentFunction to, LocalDate on) {
}
