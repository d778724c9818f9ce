package fr.forment.access.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Peers who take or send next to nothing, on the bare server. */
@Tag("attack")
class SlowPeersTest {

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<Socket> lines = new ArrayList<>();
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        var factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.addEngineValves(new BodiesFirst());
        server = factory.getWebServer(context -> context.addServlet("all", new HttpServlet() {
                    @Override
                    protected void service(HttpServletRequest request, HttpServletResponse response)
                            throws IOException {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        try {
                            if (request.getContentLengthLong() > 0) {
                                request.setAttribute(UploadAllowed.MARK, true);
                                request.getInputStream().readAllBytes();
                            } else {
                                response.getOutputStream().write(new byte[8 << 20]);
                            }
                        } finally {
                            inside.decrementAndGet();
                        }
                    }
                })
                .addMapping("/"));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket line : lines) {
            line.close();
        }
        server.stop();
    }

    private Socket asks(String from, String head, String... headers) throws IOException {
        var line = new Socket();
        lines.add(line);
        line.setReceiveBufferSize(1024);
        line.setSoTimeout(30_000);
        line.bind(new InetSocketAddress(from, 0));
        line.connect(new InetSocketAddress("127.0.0.1", server.getPort()));
        line.getOutputStream()
                .write((head + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + String.join("", headers)
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    @Test
    void whoReadsNothingKeepsTheScriptsFromNobodyElse() throws IOException {
        for (String path : List.of(
                "/camunda/lib/deps.js",
                "/camunda/%6cib/deps.js",
                "/camunda/./lib/deps.js",
                "/camunda;a=b/lib/deps.js",
                "/camunda/app/tasklist/x.js")) {
            for (int i = 0; i < 16; i++) {
                asks("127.0.0.1", "GET " + path);
            }
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> inside.get() >= 16);
        assertThat(new String(
                        asks("127.0.0.2", "GET /camunda/lib/deps.js")
                                .getInputStream()
                                .readNBytes(12),
                        StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        assertThat(most.get()).as("at once from one place, and the other one").isLessThanOrEqualTo(17);
    }

    @Test
    void aFileThatDripsIsCutAndItsPlaceGivenBack() throws IOException {
        for (int i = 0; i < 8; i++) {
            asks(
                    "127.0.0.1",
                    "POST /personnels/import",
                    "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 30000000\r\n");
        }
        List<Socket> drips = List.copyOf(lines);
        await().atMost(Duration.ofSeconds(5)).until(() -> inside.get() == 8);
        await().pollInterval(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(26))
                .until(() -> {
                    for (Socket line : drips) {
                        try {
                            line.getOutputStream().write('a');
                        } catch (IOException cutOff) {
                            // as it should be
                        }
                    }
                    return inside.get() == 0;
                });
    }
}
