package fr.forment.overview.web;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * What scrolls sideways on every page ({@code class="wide"}) is reached from the keyboard, so that its right end can be
 * read without a mouse.
 */
@Component
class WideTables extends AbstractProcessorDialect {

    private static final int AFTER_ALL_OTHERS = 10_000;

    WideTables() {
        super("Wide tables", null, AFTER_ALL_OTHERS);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Reached());
    }

    private static final class Reached extends AbstractAttributeTagProcessor {

        Reached() {
            super(TemplateMode.HTML, null, "div", false, "class", false, AFTER_ALL_OTHERS, false);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String classes,
                IElementTagStructureHandler structure) {
            if (classes != null && List.of(classes.split("\\s+")).contains("wide") && !tag.hasAttribute("tabindex")) {
                structure.setAttribute("tabindex", "0");
            }
        }
    }
}
