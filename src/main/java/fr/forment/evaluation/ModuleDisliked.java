package fr.forment.evaluation;

/**
 * The answers of a project that may be read say that a module is not good enough: its material needs a look.
 *
 * @param mean of marks from 1 to 4; null where it would tell one trainer's
 * @param base « 14 réponses sur 60 personnes invitées »
 */
public record ModuleDisliked(long projectId, String circonscriptionUai, String moduleCode, Double mean, String base) {}
