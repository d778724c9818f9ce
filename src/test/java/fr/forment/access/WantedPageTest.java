package fr.forment.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The cookie is whatever its bearer wrote into it. */
@Tag("attack")
class WantedPageTest {

    private final WantedPage wanted = new WantedPage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a\u2028b",
                "/a\u2029",
                "/a\u0085",
                "/a b",
                "/\u00e9",
                "/a\r\nX: y",
                "/a\u0000",
                "//elsewhere.example",
                "/\\elsewhere",
                "/a\\b",
                "https://elsewhere.example",
                ""
            })
    void leadsNowhereElse(String page) {
        assertThat(wanted.getRequest(bearing(page), new MockHttpServletResponse()))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/projets/12", "/ecoles?nom=%C3%89cole&page=2", "/camunda/app/tasklist/default/?task=1[a]~b"
            })
    void leadsToAPageOfThisHouse(String page) {
        assertThat(wanted.getRequest(bearing(page), new MockHttpServletResponse())
                        .getRedirectUrl())
                .isEqualTo(page);
    }

    private static MockHttpServletRequest bearing(String page) {
        var request = new MockHttpServletRequest("POST", "/login");
        request.setCookies(new Cookie(
                "FORMENT-PAGE",
                Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8))));
        return request;
    }
}
