package fr.forment.access;

import fr.forment.people.Agent;
import java.util.List;

/**
 * Who gets a link when it is sent to several, and who does not.
 *
 * @param unreachable no address is known
 * @param alreadyToday got one today
 */
public record LinkRound(List<Agent> ready, List<Agent> unreachable, List<Agent> alreadyToday) {}
