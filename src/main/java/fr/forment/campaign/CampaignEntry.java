package fr.forment.campaign;

import java.time.OffsetDateTime;

/**
 * One line of a campaign's history. {@code actor} is a login, null for the house itself; why, before and after may be
 * null.
 */
public record CampaignEntry(
        OffsetDateTime at, String actor, CampaignEvent what, String why, String before, String after) {}
