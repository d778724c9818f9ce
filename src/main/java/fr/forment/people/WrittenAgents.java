package fr.forment.people;

import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.stereotype.Component;

/** Whoever saves a person: what the transaction knew of people is read anew. */
@Component
class WrittenAgents implements AfterSaveCallback<Agent> {

    @Override
    public Agent onAfterSave(Agent written) {
        Agents.changed();
        return written;
    }
}
