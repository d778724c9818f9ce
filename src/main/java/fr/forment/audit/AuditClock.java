package fr.forment.audit;

import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each morning before people come, so that the page has something to say. */
@Component
@RequiredArgsConstructor
class AuditClock {

    private final Audit audit;
    private final DataLookService kept;

    @Scheduled(cron = "${forment.audit.at:0 20 5 * * *}", zone = "Europe/Paris")
    void look() {
        kept.keep(audit.look());
    }
}
