package fr.forment.campaign;

/** A school that came later is asked what it needs: until it answers, its need is estimated. */
public record SchoolAskedLate(long campaignId, long surveyId) {}
