package fr.forment.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** The steps beans by name, looked up when a model asks: the engine starts before the features that it calls. */
class StepsBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;
    private volatile Set<String> names;

    StepsBeans(ApplicationContext context) {
        this.context = context;
    }

    private Set<String> names() {
        if (names == null) {
            names = new LinkedHashSet<>(Arrays.asList(context.getBeanNamesForAnnotation(ProcessSteps.class)));
        }
        return names;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String && names().contains(name);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names().stream()
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, context.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
