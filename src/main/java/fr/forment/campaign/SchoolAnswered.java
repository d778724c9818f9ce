package fr.forment.campaign;

/** A school has answered its survey, in this transaction. */
public record SchoolAnswered(long campaignId, long surveyId) {}
