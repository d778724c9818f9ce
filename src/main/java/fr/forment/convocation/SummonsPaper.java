package fr.forment.convocation;

import fr.forment.files.PdfPaper;
import fr.forment.session.Convocation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Convocations as a paper, one a page. */
@Component
@RequiredArgsConstructor
public class SummonsPaper {

    /** Below the templates; {@link #said} is what it says. */
    public static final String TEMPLATE = "convocation/paper";

    private final ITemplateEngine templates;

    /** For letters, which are written one after the other: whoever asks for a page takes his turn elsewhere. */
    byte[] print(List<Convocation> convocations) {
        return PdfPaper.of(templates.process(TEMPLATE, new Context(Locale.FRANCE, said(convocations))));
    }

    public static Map<String, Object> said(List<Convocation> convocations) {
        return Map.of("convocations", convocations);
    }

    /** "convocation-S12-34.pdf". */
    public static String name(Convocation convocation) {
        return "convocation-" + convocation.reference() + ".pdf";
    }
}
