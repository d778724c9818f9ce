package fr.forment.french;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Makes {@link French} known as {@code #fr} to the templates of pages and mails. */
@Component
public class FrenchDialect extends AbstractDialect implements IExpressionObjectDialect {

    public FrenchDialect() {
        super("French");
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {

            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of("fr");
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return French.WORDS;
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
