package fr.forment.evaluation;

import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks often enough for questionnaires that have closed. Nothing happens while none has. */
@Component
@RequiredArgsConstructor
class PublicationClock {

    private final PublicationService publication;

    @Scheduled(
            fixedDelayString = "${forment.evaluation.settle:PT1H}",
            initialDelayString = "${forment.evaluation.first-settle:PT5M}")
    void look() {
        publication.settle();
    }
}
