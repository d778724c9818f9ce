package fr.forment.plan;

import java.util.Set;

/**
 * A session to add to a version.
 *
 * @param vagueRank null: training of trainers
 * @param schoolUais empty in the training of trainers
 */
public record NewPlannedSession(String moduleCode, Integer vagueRank, Set<String> schoolUais, SessionChange where) {}
