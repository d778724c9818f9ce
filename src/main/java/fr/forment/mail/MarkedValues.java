package fr.forment.mail;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Only a template gives a mail its shape. Each value that it writes is marked, until the mail is laid out: what
 * somebody typed begins no paragraph, no list and no button, and cannot end the subject. The two addresses that the
 * application itself puts together stay as they are.
 */
public class MarkedValues extends AbstractProcessorDialect {

    /** Private characters, taken out of whatever people type. */
    private static final char BEGIN = '\uE000';

    private static final char BREAK = '\uE001';
    private static final char END = '\uE002';
    private static final Pattern PRIVATE = Pattern.compile("[\uE000\uE001\uE002]");
    private static final Pattern SPACES = Pattern.compile("(?<! ) *+\uE001[\uE001 ]*+");
    private static final Pattern ALONE = Pattern.compile("\\s*\uE000[^\uE000\uE002]*\uE002\\s*");
    private static final Pattern BREAKS = Pattern.compile("\\R");
    private static final Set<String> OUR_ADDRESSES = Set.of("${lien}", "${racine}");
    /** Before the processor of Thymeleaf that would write the bare value. */
    private static final int FIRST = 900;

    public MarkedValues() {
        super("Typed values", "th", FIRST);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Marked(prefix));
    }

    static String marked(String value) {
        return value.isBlank()
                ? ""
                : BEGIN + BREAKS.matcher(PRIVATE.matcher(value).replaceAll("")).replaceAll(String.valueOf(BREAK)) + END;
    }

    /**
     * What was typed keeps its lines where it is a paragraph by itself; within a line of the template, a name or a
     * place begins no line.
     */
    static String inItsPlace(String laidOut) {
        return Arrays.stream(laidOut.split("\n{2,}"))
                .map(block -> ALONE.matcher(block).matches()
                        ? block
                        : SPACES.matcher(block).replaceAll(" "))
                .collect(Collectors.joining("\n\n"));
    }

    /** On one line, as a subject is. */
    static String onOneLine(String laidOut) {
        return PRIVATE.matcher(laidOut.replace(BREAK, ' ')).replaceAll("").replaceAll(" {2,}", " ");
    }

    /** With the line breaks that were typed. */
    static String plain(String laidOut) {
        return PRIVATE.matcher(laidOut.replace(BREAK, '\n')).replaceAll("");
    }

    private static final class Marked extends AbstractAttributeTagProcessor {

        Marked(String prefix) {
            super(TemplateMode.TEXT, prefix, null, false, "utext", true, FIRST, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                IElementTagStructureHandler structure) {
            Object value = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, expression)
                    .execute(context);
            String text = value == null ? "" : value.toString();
            structure.setBody(OUR_ADDRESSES.contains(expression) ? text : marked(text), false);
        }
    }
}
