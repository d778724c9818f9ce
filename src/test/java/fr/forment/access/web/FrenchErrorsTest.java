package fr.forment.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

class FrenchErrorsTest {

    /** Whoever accepts anything gets no page: a scanner of mails, a calendar, a script. */
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 415, 418, 429, 500, 503})
    void noProgramReadsAnEnglishRefusal(int status) {
        var request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        Map<String, Object> said =
                new FrenchErrors().getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
        assertThat(said).containsEntry("status", status).doesNotContainKeys("message", "trace", "exception");
        assertThat(String.valueOf(said.get("error")))
                .endsWith(".")
                .isNotEqualTo(HttpStatus.valueOf(status).getReasonPhrase());
    }
}
