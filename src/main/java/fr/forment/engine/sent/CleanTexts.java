package fr.forment.engine.sent;

import fr.forment.engine.Markdown;
import fr.forment.french.Typed;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a form sends may hold characters nobody types: NUL above all, at which PostgreSQL fails before any step could
 * say so. {@link CleanForms} takes them out of what forms send; the engine keeps texts without them, whoever sets them.
 * It keeps a {@link Markdown} as its source, which is what a form reads.
 */
public class CleanTexts extends StringValueSerializer {

    @Override
    public void writeValue(StringValue value, ValueFields fields) {
        super.writeValue(Variables.stringValue(Typed.clean(value.getValue())), fields);
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return value.getValue() instanceof Markdown || super.canWriteValue(value);
    }

    @Override
    public StringValue convertToTypedValue(UntypedValueImpl value) {
        return value.getValue() instanceof Markdown text
                ? Variables.stringValue(text.source())
                : super.convertToTypedValue(value);
    }
}
