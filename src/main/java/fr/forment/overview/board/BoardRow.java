package fr.forment.overview.board;

import java.time.LocalDate;

/**
 * One thing a figure counts.
 *
 * @param place its circonscription
 * @param code what more is said of it: "vague:place" for an opening, words elsewhere; null
 */
public record BoardRow(
        String place, String schoolUai, Long agentId, String moduleCode, String code, LocalDate since, String link) {}
