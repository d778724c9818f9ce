package fr.forment.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attack")
class FormValuesTest {

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'a': {'value': 'texte'}}",
                "{'a': {'value': 3, 'type': 'Integer'}, 'b': {'value': true}}",
                "{'a': {'value': null}}",
                "{'a': {'value': '', 'type': 'Null'}}",
                "{'a': {'value': '[\\\"x\\\"]', 'type': 'Json'}}",
                "{'a': {'value': 'x', 'type': 'String', 'valueInfo': {}}}"
            })
    void takesWhatFormsSend(String sent) throws JsonProcessingException {
        assertThat(arePlain(sent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a': {'value': '{x', 'type': 'Json'}}",
                "{'a': {'value': '\\\"une raison\\\"', 'type': 'Json'}}",
                "{'a': {'value': '{\\\"x\\\": 1}', 'type': 'Json'}}",
                "{'a': {'value': '[\\\"x\\u202e\\\"]', 'type': 'Json'}}",
                "{'a': {'value': '[[\\\"x\\\"]]', 'type': 'Json'}}",
                "{'a': {'value': '{}', 'type': 'Object', 'valueInfo': {'objectTypeName': 'x.Y'}}}",
                "{'a': {'value': '<x/>', 'type': 'Xml'}}",
                "{'a': {'value': 'eA==', 'type': 'File'}}",
                "{'a': {'value': 'eA==', 'type': 'Bytes'}}",
                "{'a': {'value': ['x']}}",
                "{'a': 3}",
                "[]",
                "'x'",
                "{'needsSurveySteps': {'value': 1}}",
                "{'a.b': {'value': 1}}",
                "{'': {'value': 1}}",
                "{'a': {'value': 'x', 'valueInfo': {'serializationDataFormat': 'y'}}}",
                "{'a': {'value': 'x', 'type': 'Nope'}}",
                "{'a': {'value': 123456789012345678901}}",
                "{'a': {'value': 1e999}}"
            })
    void refusesWhatTheEngineWouldOtherwiseTake(String sent) throws JsonProcessingException {
        assertThat(arePlain(sent)).isFalse();
    }

    @Test
    void whatIsSentAsNothingIsAFieldLeftEmpty() throws JsonProcessingException {
        var sent = json.readTree(
                "{'a': {'value': '', 'type': 'Null'}, 'b': {'value': 'x', 'type': 'String'}}".replace('\'', '"'));
        FormValues.emptyNulls(sent);
        assertThat(sent)
                .isEqualTo(json.readTree(
                        "{'a': {'value': null}, 'b': {'value': 'x', 'type': 'String'}}".replace('\'', '"')));
    }

    @Test
    void aTextIsAsLongAsTheEngineKeepsIt() throws JsonProcessingException {
        assertThat(arePlain("{'a': {'value': '" + "x".repeat(4000) + "'}}")).isTrue();
        assertThat(arePlain("{'a': {'value': '" + "x".repeat(4001) + "'}}")).isFalse();
    }

    private boolean arePlain(String sent) throws JsonProcessingException {
        return FormValues.arePlain(json.readTree(sent.replace('\'', '"')), json);
    }

    @Test
    void theTextThatHasNoRoomIsNamed() throws JsonProcessingException {
        String form = "{\"a\": {\"value\": \"x\"}, \"remarks\": {\"value\": \"%s\", \"type\": \"String\"}}";
        assertThat(FormValues.tooLong(json.readTree(form.formatted("é".repeat(4000)))))
                .isEmpty();
        assertThat(FormValues.tooLong(json.readTree(form.formatted("é".repeat(4001)))))
                .hasValueSatisfying(field -> assertThat(field.getKey()).isEqualTo("remarks"));
        assertThat(FormValues.tooLong(json.readTree("{}"))).isEmpty();
    }
}
