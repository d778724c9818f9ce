package fr.forment.people;

/**
 * An address of a person is another one from now on. Heard in the transaction that writes it.
 *
 * @param agent with the place and the function of afterwards
 * @param former where the person was reached until now
 * @param who changed it, as people read it
 */
public record AddressChanged(Agent agent, String former, String who) {}
