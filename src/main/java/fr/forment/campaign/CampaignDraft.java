package fr.forment.campaign;

import java.time.LocalDate;

/**
 * What is typed to prepare a campaign.
 *
 * @param opensOn null when nothing readable was typed; so the deadline
 * @param threshold percent of the schools that must answer
 */
public record CampaignDraft(
        String title, Perimeter perimeter, LocalDate opensOn, LocalDate deadline, Integer threshold) {}
