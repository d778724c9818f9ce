package fr.forment.staff;

import java.util.List;

/** These people joined, together: one list may bring thousands, and what follows is then done in a few statements. */
public record PeopleArrived(List<Long> agentIds) {
}
