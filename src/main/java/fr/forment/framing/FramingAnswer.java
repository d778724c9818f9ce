package fr.forment.framing;

import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import java.time.LocalDate;

/** What somebody typed as the answer to a question. @param figure null without any */
public record FramingAnswer(String text, String owner, LocalDate dueOn, String figure) {

    private static final int TEXT_MAX = 2000;
    private static final int OWNER_MAX = 120;
    private static final int FIGURE_MAX = 500;

    /** @throws Refusal where something is missing, too long or no date */
    public static FramingAnswer typed(String text, String owner, String dueOn, String figure) {
        String said = Typed.required(text, TEXT_MAX, "Écrivez la réponse : ce qui est prévu, en quelques phrases.");
        String who = Typed.required(
                owner, OWNER_MAX, "Indiquez qui s'en charge : une fonction (E-RUN, DSI…), un service ou un nom.");
        LocalDate when = Typed.date(dueOn, "Indiquez la date : celle où c'est fait, ou à faire au plus tard.", "dueOn");
        return new FramingAnswer(said, who, when, Typed.optional(figure, FIGURE_MAX));
    }
}
