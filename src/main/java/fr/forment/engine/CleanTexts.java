package fr.forment.engine;

import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.StringValue;

/**
 * What a form sends may hold characters nobody types: NUL above all, at which PostgreSQL fails before any step could say so. The engine keeps
 * texts without them.
 */
class CleanTexts extends StringValueSerializer {

    @Override
    public void writeValue(StringValue value, ValueFields fields) {
        super.writeValue(Variables.stringValue(TypedText.clean(value.getValue())), fields);
    }
}
