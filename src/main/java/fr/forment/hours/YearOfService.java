package fr.forment.hours;

import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;

/**
 * What a person's account of one school year counts with. Within a year the last word holds for the whole of it: who
 * goes from 80 % to 50 % in January, or to another circonscription, owes what the new service or the new table says,
 * because both are yearly sums. A constellation is of one year only.
 */
record YearOfService(AgentFunction function, int quotity, boolean constellation, String circonscriptionUai) {

    static YearOfService of(Agent agent, boolean constellation) {
        return new YearOfService(agent.function(), agent.quotity(), constellation, agent.circonscriptionUai());
    }
}
