package fr.forment.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;

class FewNoticesTest {

    private final FewNotices notices = new FewNotices();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/sessions/40");

    /** A script that presses a button forty times and never looks: its session stays as small as anybody's. */
    @Test
    void keepsTheLastFewForPagesThatAreNeverAskedFor() {
        for (int i = 1; i <= 40; i++) {
            FlashMap answer = new FlashMap();
            answer.put("done", "Réponse " + i);
            answer.setTargetRequestPath("/sessions/" + i);
            notices.saveOutputFlashMap(answer, request, new MockHttpServletResponse());
        }
        assertThat(kept()).hasSize(5);
        assertThat(notices.retrieveAndUpdate(request, new MockHttpServletResponse())
                        .get("done"))
                .isEqualTo("Réponse 40");
        assertThat(kept()).hasSize(4);
    }

    private List<?> kept() {
        return (List<?>) request.getSession()
                .getAttribute(request.getSession().getAttributeNames().nextElement());
    }
}
