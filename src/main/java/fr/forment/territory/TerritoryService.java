package fr.forment.territory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What changes the ground outside of a directory import. */
@Service
@Transactional
public class TerritoryService {

    private final ReferenceData reference;
    private final ApplicationEventPublisher events;

    TerritoryService(ReferenceData reference, ApplicationEventPublisher events) {
        this.reference = reference;
        this.events = events;
    }

    /** Loads what the application ships: académies, circonscriptions, holidays. Doing it again changes nothing. */
    public void loadReference() {
        reference.load();
        events.publishEvent(new CalendarChanged());
    }
}
