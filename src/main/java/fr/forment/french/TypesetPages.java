package fr.forment.french;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Sets the text of every page ({@link Typography}), and the attributes that are shown or read aloud. What is code stays
 * as it is, and so does what goes back into a field: whoever typed it finds his own signs again.
 */
@Component
class TypesetPages extends AbstractDialect implements IPostProcessorDialect {

    private static final int LAST = 10_000;
    private static final Set<String> AS_IS = Set.of("script", "style", "pre", "textarea", "code", "kbd", "samp");
    private static final String[] SHOWN = {"aria-label", "title", "placeholder", "alt", "data-label"};

    TypesetPages() {
        super("Typeset pages");
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return LAST;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Setter.class, LAST));
    }

    /** One page on its way out. */
    public static final class Setter extends AbstractTemplateHandler {

        private int asIs;
        private char last = '\n';

        @Override
        public void handleText(IText text) {
            if (asIs > 0 || text.length() == 0) {
                super.handleText(text);
                return;
            }
            String written = text.getText();
            String set = Typography.between(written, last);
            last = written.charAt(written.length() - 1);
            super.handleText(
                    set.equals(written) ? text : getContext().getModelFactory().createText(set));
        }

        @Override
        public void handleOpenElement(IOpenElementTag tag) {
            if (isAsIs(tag.getElementCompleteName())) {
                asIs++;
            }
            super.handleOpenElement(shown(tag));
        }

        @Override
        public void handleStandaloneElement(IStandaloneElementTag tag) {
            super.handleStandaloneElement(shown(tag));
        }

        @Override
        public void handleCloseElement(ICloseElementTag tag) {
            if (isAsIs(tag.getElementCompleteName())) {
                asIs--;
            }
            super.handleCloseElement(tag);
        }

        private static boolean isAsIs(String element) {
            return AS_IS.contains(element);
        }

        private <T extends IProcessableElementTag> T shown(T tag) {
            T shown = tag;
            for (String attribute : SHOWN) {
                String written = tag.getAttributeValue(attribute);
                String set = Typography.text(written);
                if (written != null && !set.equals(written)) {
                    shown = getContext().getModelFactory().setAttribute(shown, attribute, set);
                }
            }
            return shown;
        }
    }
}
