package fr.forment.people;

import fr.forment.account.AgentFunction;
import java.time.LocalDate;

/** A person does something else in the same place from that day on: a teacher became the director, say. */
public record AgentFunctionChanged(long agentId, AgentFunction from, AgentFunction to, LocalDate on) {}
