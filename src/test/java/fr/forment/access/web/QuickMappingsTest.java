package fr.forment.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.access.web.QuickMappings.Ends;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/** Looking at the ends of an address first never hides who answers it. */
@HouseTest
class QuickMappingsTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void everyHandlerIsFoundUnderItsAddress() {
        assertThat(mapping.getHandlerMethods()).hasSizeGreaterThan(300).allSatisfy((info, handler) -> {
            for (PathPattern pattern :
                    Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns()) {
                String path = example(pattern.getPatternString());
                assertThat(pattern.matches(PathContainer.parsePath(path)))
                        .as(path)
                        .isTrue();
                assertThat(Ends.of(pattern.getPatternString()).suit(path))
                        .as(path)
                        .isTrue();
            }
        });
    }

    /** An address that the pattern takes: whatever its variables ask for. */
    private static String example(String pattern) {
        var variable =
                Pattern.compile("\\{\\*?\\w+(?::((?:[^{}]|\\{[^{}]*})+))?}").matcher(pattern);
        return variable.replaceAll(found -> found.group().startsWith("{*")
                        ? "/x/y"
                        : found.group(1) == null ? "17" : valueOf(found.group(1)))
                .replace("**", "x/y")
                .replace('*', 'x')
                .replace("//", "/");
    }

    private static String valueOf(String expression) {
        return Stream.of("17", "abc", "0".repeat(32), "2026-09-01", expression.split("\\|")[0])
                .filter(value -> value.matches(expression))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value known for " + expression));
    }

    @Test
    void whoAnswersIsFoundHoweverTheAddressIsWritten() throws Exception {
        HandlerMethod plain = handler("/sessions/17");
        assertThat(plain.getMethod().getName()).isNotEmpty();
        assertThat(handler("/sess%69ons/17")).isEqualTo(plain);
        assertThat(handler("/sessions;a=b/17")).isEqualTo(plain);
        assertThat(handler("/sessions/17/inscrire")).isNull();
    }

    @Test
    void theEndsOfAnAddress() {
        assertThat(Ends.of("/sessions/{id}/inscrire")).isEqualTo(new Ends("/sessions/", "/inscrire"));
        assertThat(Ends.of("/a/{b}/{c}.pdf")).isEqualTo(new Ends("/a/", ".pdf"));
        assertThat(Ends.of("/plain")).isEqualTo(new Ends("/plain", ""));
        assertThat(Ends.of("/sessions/{id}").suit("/session/1")).isFalse();
        assertThat(Ends.of("/sessions/{id}/pdf").suit("/sessions/1/ics")).isFalse();
    }

    private HandlerMethod handler(String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = mapping.getHandler(request);
            return chain == null ? null : (HandlerMethod) chain.getHandler();
        } catch (HttpRequestMethodNotSupportedException post) {
            return null;
        }
    }
}
