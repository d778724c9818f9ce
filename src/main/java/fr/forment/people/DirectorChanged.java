package fr.forment.people;

/** Another person directs the school; null where the post was or becomes vacant. */
public record DirectorChanged(String uai, Long fromAgentId, Long toAgentId) {}
