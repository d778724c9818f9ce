package fr.forment.project.opening;

import java.time.LocalDate;

/**
 * What a director commits to.
 *
 * @param charterSignedOn null while the charte is under way
 * @param charterUnderWay said so by the director
 * @param resourcePersonId an agent of the school
 * @param staffUpToDate the director has checked the list of the school's people
 */
public record Engagement(
        LocalDate charterSignedOn, boolean charterUnderWay, Long resourcePersonId, boolean staffUpToDate) {}
