package fr.forment.access.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.engine.TimeMachine;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The bare server, with one page that tells where a request comes from. */
@Tag("attack")
class WebServerTest {

    private static WebServer server(InetAddress address, boolean https, String proxies, boolean demonstration) {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(address);
        var clock = new StaticListableBeanFactory(
                demonstration ? Map.of("clock", org.mockito.Mockito.mock(TimeMachine.class)) : Map.of());
        new fr.forment.access.server.WebServer()
                .door(clock.getBeanProvider(TimeMachine.class), https, proxies)
                .customize(factory);
        WebServer server = factory.getWebServer(context -> context.addServlet("where", new HttpServlet() {
                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws java.io.IOException {
                        response.getWriter()
                                .write("from " + request.getRemoteAddr() + " by " + request.getScheme() + " to "
                                        + request.getServerName());
                    }
                })
                .addMapping("/"));
        server.start();
        return server;
    }

    private static String ask(WebServer server, String... headers) throws Exception {
        try {
            return answer(server, "/", headers);
        } finally {
            server.stop();
        }
    }

    private static String answer(WebServer server, String target, String... headers) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + String.join(
                                            "",
                                            List.of(headers).stream()
                                                    .map(h -> h + "\r\n")
                                                    .toList()) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(
                    new ByteArrayInputStream(socket.getInputStream().readAllBytes()).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }

    /** What the server itself refuses before any page of the house is asked. */
    @Test
    void refusesUnreadableAddressesInFrench() throws Exception {
        WebServer server = server(InetAddress.getLoopbackAddress(), false, "", false);
        try {
            for (String target : List.of(
                    "/questionnaires/%00",
                    "/evaluation/%00",
                    "/evaluation/a%2Fb",
                    "/evaluation/a%5Cb",
                    "/%zz",
                    "/%",
                    "/../..",
                    "/%2e%2e/a",
                    "/;a=%")) {
                assertThat(answer(server, target))
                        .as(target)
                        .startsWith("HTTP/1.1 400")
                        .contains("text/plain;charset=UTF-8", ReadableAddresses.REFUSAL)
                        .doesNotContain("HTTP Status", "Bad Request");
            }
            assertThat(answer(server, "/a%C3%A9")).contains("from 127.0.0.1");
        } finally {
            server.stop();
        }
    }

    private static final String[] TOLD = {
        "X-Forwarded-For: 198.51.100.7", "X-Forwarded-Proto: https", "X-Forwarded-Host: mechant.example"
    };

    @Test
    void believesNobodyByItself() throws Exception {
        assertThat(ask(server(InetAddress.getLoopbackAddress(), false, "", false), TOLD))
                .contains("from 127.0.0.1 by http to localhost")
                .doesNotContain("Strict-Transport");
        assertThat(ask(server(InetAddress.getLoopbackAddress(), false, "192.0.2.1", false), TOLD))
                .contains("from 127.0.0.1 by http to localhost");
    }

    @Test
    void believesTheProxiesThatAreNamed() throws Exception {
        assertThat(ask(server(InetAddress.getLoopbackAddress(), true, "192.0.2.1, 127.0.0.1 ::1", false), TOLD))
                .contains("from 198.51.100.7 by https to localhost", "Strict-Transport-Security: max-age=31536000");
        assertThat(ask(
                        server(InetAddress.getLoopbackAddress(), true, "127.0.0.1", false),
                        "X-Forwarded-For: 203.0.113.9, 198.51.100.7"))
                .as("what the client wrote itself")
                .contains("from 198.51.100.7");
    }

    @Test
    void refusesToListenWhereItMustNot() throws Exception {
        for (InetAddress address :
                new InetAddress[] {null, InetAddress.getByName("0.0.0.0"), InetAddress.getByName("::")}) {
            assertThatThrownBy(() -> server(address, false, "", true))
                    .isInstanceOf(DemonstrationInPublic.class)
                    .satisfies(no -> assertThat(new ServerRefusal()
                                    .analyze(new IllegalStateException(no))
                                    .getDescription())
                            .startsWith("FormENT ne démarre pas : la démonstration"));
        }
        assertThat(ask(server(InetAddress.getLoopbackAddress(), false, "", true)))
                .contains("from 127.0.0.1");
        assertThatThrownBy(() -> server(null, false, "proxy.example", false))
                .isInstanceOf(UnreadableSetting.class)
                .satisfies(no -> assertThat(new ServerRefusal().analyze(no).getDescription())
                        .contains("FORMENT_TRUSTED_PROXIES", "proxy.example"));
    }
}
