package fr.forment.project;

import fr.forment.account.AgentFunction;

/**
 * A training that somebody of the circonscription's team needs before he trains the schools.
 *
 * @param agentId null when the team has nobody at all for that module
 * @param person full name; null without agent
 */
public record TrainerGap(Long agentId, String person, AgentFunction function, String moduleCode, String moduleTitle) {}
