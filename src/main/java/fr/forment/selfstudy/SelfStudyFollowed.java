package fr.forment.selfstudy;

/** Somebody has followed it. */
public record SelfStudyFollowed(long selfStudyId, long agentId) {}
