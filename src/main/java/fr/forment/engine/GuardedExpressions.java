package fr.forment.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * What an expression of a model may reach: process variables (one, or all of them as a map to hand to a step), the
 * business key, and the methods of steps beans. Everything else (reflection, Spring beans, engine services) is refused:
 * whoever could deploy a model could otherwise run any code. Steps answer only to a case that is really under way: a
 * query of tasks may carry expressions too, and whoever could send one could otherwise run any step of any process.
 */
class GuardedExpressions extends SpringExpressionManager {

    private static final Set<String> OF_EXECUTION = Set.of("processBusinessKey", "variables");

    /** What Tasklist's filters ask with. The engine's plug-ins bring more, which read XML and JSON. */
    private static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    private final Map<Object, Object> steps;

    GuardedExpressions(ApplicationContext context, Map<Object, Object> steps) {
        super(context, steps);
        this.steps = steps;
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) {
            super.addFunction(name, function);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        var chain = new CompositeELResolver();
        chain.add(new VariableScopeElResolver());
        chain.add(new VariableContextElResolver());
        chain.add(new ReadOnlyMapELResolver(steps));
        chain.add(new GuardedMembers());
        chain.add(new AbsentVariable());
        return chain;
    }

    private static final class GuardedMembers extends BeanELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base != null && !(base instanceof DelegateExecution && OF_EXECUTION.contains(property))) {
                throw refused(base, property);
            }
            return super.getValue(context, base, property);
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            if (base != null) {
                throw refused(base, property);
            }
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            boolean isStep = base != null
                    && AnnotationUtils.findAnnotation(AopUtils.getTargetClass(base), ProcessSteps.class) != null
                    && !"getClass".equals(String.valueOf(method));
            if (!isStep || !isInACase(context)) {
                throw refused(base, method);
            }
            if (needsANumber(base, method, arguments)
                    && Objects.toString(arguments[0], "").isBlank()) {
                throw new ELException(method + ": a case without a number");
            }
            return super.invoke(context, base, method, types, arguments);
        }

        /** Steps take the key of their case as a number; out of nothing the engine would make 0. */
        private static boolean needsANumber(Object step, Object method, Object[] arguments) {
            return arguments.length > 0
                    && Arrays.stream(step.getClass().getMethods())
                            .filter(each -> each.getName().equals(String.valueOf(method)))
                            .anyMatch(each -> each.getParameterCount() == arguments.length
                                    && each.getParameterTypes()[0] == long.class);
        }

        /** A query, a decision table and a form that begins something are evaluated without any case. */
        private static boolean isInACase(ELContext context) {
            Object scope = context.getContext(VariableScope.class);
            return scope instanceof DelegateExecution
                    || scope instanceof DelegateTask task && task.getExecution() != null;
        }

        private static ELException refused(Object base, Object member) {
            return new ELException("A model may not use "
                    + (base == null ? "null" : base.getClass().getSimpleName()) + "." + member);
        }
    }

    /**
     * A field the form did not send is empty, and the recording step says so in French; it is no defect of the model.
     */
    private static final class AbsentVariable extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null) {
                context.setPropertyResolved(true);
            }
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new ELException("A model may not set " + property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}
