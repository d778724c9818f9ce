package fr.forment.people;

import java.util.List;

/** These people joined, together: one list may bring thousands, and what follows is then done in a few statements. */
public record PeopleArrived(List<Long> agentIds) {}
