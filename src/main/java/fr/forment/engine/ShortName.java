package fr.forment.engine;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The name of a task, cut to what the engine can keep: a long name of a school after a long name of a person would stop
 * the case.
 */
record ShortName(Expression whole) implements Expression {

    private static final int LONGEST = 255;

    @Override
    public Object getValue(VariableScope scope) {
        Object name = whole.getValue(scope);
        return name instanceof String text && text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : name;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        whole.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
        return whole.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return whole.isLiteralText();
    }
}
