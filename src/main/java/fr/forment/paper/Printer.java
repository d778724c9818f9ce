package fr.forment.paper;

import fr.forment.files.PdfPaper;
import fr.forment.french.Refusal;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes a PDF of a template. Few at a time: each holds its whole paper in memory. */
@Component
@RequiredArgsConstructor
public class Printer {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 15;

    private final ITemplateEngine templates;
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    /** @throws Refusal when too many others are printing */
    public byte[] print(String template, Map<String, Object> paper) {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return PdfPaper.of(templates.process(template, new Context(Locale.FRANCE, paper)));
        } finally {
            free.release();
        }
    }

    private static Refusal busy() {
        return new Refusal("D'autres documents sont en cours de préparation. Réessayez dans une minute.");
    }
}
