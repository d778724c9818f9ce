package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies that are too large, too slow or not wanted, sent by strangers over bare connections. */
@WholeServer
@Tag("attack")
class BodiesIT {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String FILE = "Content-Type: multipart/form-data; boundary=x";
    private static final String END = "Connection: close";

    @LocalServerPort
    int port;

    private String status(String answer) {
        return answer.isEmpty() ? "" : answer.split(" ", 3)[1];
    }

    @Test
    void aStrangersFileIsNotRead() throws Exception {
        for (String path : List.of("/personnels/import", "/territoire/import", "/login", "/parents/x", "/")) {
            long before = written();
            try (var line = new BareConnection(port)) {
                line.asks("POST " + path, FILE, "Content-Length: 150000000");
                String head = "--x\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"a\"\r\n\r\n";
                try {
                    line.says(head);
                    for (int i = 0; i < 200; i++) {
                        line.says("a".repeat(64 << 10));
                    }
                } catch (IOException cutOff) {
                    // refused while it was sent
                }
                assertThat(written()).as(path).isEqualTo(before);
            }
        }
        try (var line = new BareConnection(port)) {
            assertThat(line.asks("POST /personnels/import", FILE, "Content-Length: 150000000")
                            .hears())
                    .as("answered before a byte is sent")
                    .startsWith("HTTP/1.1 302")
                    .contains("Location: /login");
        }
    }

    /** Refused for its page, for the person or for its size: the page that says so does not take the file either. */
    @Test
    void aRefusedFileIsNotReadByThePageThatRefusesIt() throws Exception {
        String node = String.valueOf(port);
        var director = new NodeBrowser();
        director.signIn(node, "dir.0350423v", "Bienvenue-a-tous-2026");
        var erun = new NodeBrowser();
        erun.signIn(node, "erun.redon", "Bienvenue-a-tous-2026");
        record Case(NodeBrowser who, String path, int status) {}
        for (Case one : List.of(
                new Case(director, "/", 415),
                new Case(director, "/nulle-part", 415),
                new Case(director, "/supports", 403),
                new Case(director, "/territoire/import", 403),
                new Case(erun, "/supports", 413))) {
            long before = written();
            try (var line = new BareConnection(port)) {
                line.asks(
                        "POST " + one.path,
                        FILE,
                        "Cookie: FORMENT=" + one.who.cookie("FORMENT").orElseThrow(),
                        "Accept: text/html",
                        "Content-Length: 150000000");
                line.says("--x\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"a\"\r\n\r\n");
                assertThat(line.hears())
                        .as(one.path + ", answered before the file is sent")
                        .startsWith("HTTP/1.1 " + one.status)
                        .contains("</html>");
            }
            try (var line = new BareConnection(port)) {
                line.asks(
                        "POST " + one.path,
                        FILE,
                        "Cookie: FORMENT=" + one.who.cookie("FORMENT").orElseThrow(),
                        "Content-Length: 150000000");
                try {
                    line.says("--x\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"a\"\r\n\r\n");
                    for (int i = 0; i < 200; i++) {
                        line.says("a".repeat(64 << 10));
                    }
                } catch (IOException cutOff) {
                    // refused while it was sent
                }
                assertThat(written()).as(one.path).isEqualTo(before);
            }
        }
    }

    /** Bytes that Tomcat has put on disk for files that come in: in its own folder, for others' go while one looks. */
    private long written() throws IOException {
        long sum = 0;
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path own : folders.filter(
                            folder -> folder.getFileName().toString().startsWith("tomcat." + port))
                    .toList()) {
                sum += uploaded(own);
            }
        }
        return sum;
    }

    private static long uploaded(Path folder) throws IOException {
        try (Stream<Path> files = Files.find(
                folder,
                6,
                (file, what) ->
                        what.isRegularFile() && file.getFileName().toString().startsWith("upload_"))) {
            long sum = 0;
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    @Test
    void aTextThatIsTooLongIsRefusedInFrench() throws Exception {
        record Case(String request, String type, int size) {}
        for (Case one : List.of(
                new Case("POST /login", FORM, 600 << 10),
                new Case("POST /camunda/api/engine/engine/default/task", "Content-Type: application/json", 3 << 20),
                new Case("PUT /enquete/1/brouillon", "Content-Type: application/json", 3 << 20),
                new Case("DELETE /", "X-None: 1", 3 << 20))) {
            for (boolean chunked : new boolean[] {false, true}) {
                try (var line = new BareConnection(port)) {
                    line.asks(
                            one.request,
                            one.type,
                            END,
                            chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + one.size);
                    String answer = sent(line, one.size, chunked);
                    assertThat(status(answer))
                            .as(one + " chunked " + chunked + " " + answer)
                            .isIn("413", "");
                }
            }
        }
        try (var line = new BareConnection(port)) {
            assertThat(line.asks("POST /login", FORM, END, "Content-Length: 600000", "Accept: text/html")
                            .hears())
                    .contains("413", "trop volumineux");
        }
    }

    /** The limits are those of the page; a name is too long for the page, not too large for the server. */
    @Test
    void aFileThatIsTooLargeForItsPageOrHasALongNameIsToldSo() throws Exception {
        String node = String.valueOf(port);
        var browser = new NodeBrowser();
        browser.signIn(node, "erun.redon", "Bienvenue-a-tous-2026");
        String cookie = "Cookie: FORMENT=" + browser.cookie("FORMENT").orElseThrow();
        try (var line = new BareConnection(port)) {
            line.asks("POST /supports", FILE, cookie, END, "Accept: text/html", "Content-Length: 60000000");
            assertThat(sent(line, 60_000_000, false))
                    .contains("413")
                    .containsPattern("\\b10\\WMo au plus")
                    .doesNotContain("demi-mégaoctet");
        }
        Document page = Jsoup.parse(browser.get(node, "/supports").body());
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted(
                        "_csrf", "", page.select("input[name=_csrf]").val())
                + part.formatted(
                        "circonscriptionUai",
                        "",
                        page.select("#circonscriptionUai option").first().val())
                + part.formatted("moduleCode", "", "COMM")
                + part.formatted("title", "", "Titre tenu")
                + part.formatted("fichier", "; filename=\"" + "n".repeat(500) + ".pdf\"", "%PDF-1.7")
                + "--x--\r\n";
        try (var line = new BareConnection(port)) {
            String crossed =
                    cookie + "; FORMENT-XSRF=" + browser.cookie("FORMENT-XSRF").orElseThrow();
            assertThat(line.asks(
                                    "POST /supports",
                                    FILE,
                                    crossed,
                                    END,
                                    "Accept: text/html",
                                    "Content-Length: " + body.length())
                            .says(body)
                            .hears())
                    .contains("200", "nom de ce fichier est trop long", "Titre tenu");
        }
    }

    private static String sent(BareConnection line, int size, boolean chunked) throws IOException {
        try {
            for (int left = size; left > 0; left -= 8 << 10) {
                int part = Math.min(left, 8 << 10);
                line.says((chunked ? Integer.toHexString(part) + "\r\n" : "")
                        + "a".repeat(part)
                        + (chunked ? "\r\n" : ""));
            }
            if (chunked) {
                line.says("0\r\n\r\n");
            }
        } catch (IOException cutOff) {
            // refused while it was sent
        }
        return line.hears();
    }

    /** A body may come in pieces, chunks or at once: what is in it is the same. */
    @Test
    void whatIsNotTooLongArrives() throws Exception {
        try (var line = new BareConnection(port)) {
            line.asks("POST /login", FORM, END, "Content-Length: 11").says("userna");
            Thread.sleep(500); // longer than nearly every client needs
            assertThat(status(line.says("me=a%").hears())).isEqualTo("403");
        }
        try (var line = new BareConnection(port)) {
            assertThat(status(line.asks("POST /login", FORM, END, "Transfer-Encoding: chunked")
                            .says("3\r\nabc\r\n0\r\n\r\n")
                            .hears()))
                    .isEqualTo("403");
        }
    }

    /**
     * Two dripping files of one person are cut and said so in French; what is left of a file that nobody wants is read
     * at a pace as well.
     */
    @Test
    void aFileThatDripsIsCutInFrench() throws Exception {
        String node = String.valueOf(port);
        var browser = new NodeBrowser();
        browser.signIn(node, "secretariat.redon", "Bienvenue-a-tous-2026");
        String cookie = "Cookie: FORMENT=" + browser.cookie("FORMENT").orElseThrow();
        try (var drips = new BareConnection(port);
                var unwanted = new BareConnection(port)) {
            drips.asks("POST /personnels/import", FILE, cookie, "Accept: text/html", "Content-Length: 30000000")
                    .says("--x\r\n");
            unwanted.asks("POST /personnels/import", FILE, cookie, "Accept: text/html", "Content-Length: 30000000")
                    .says("--x--\r\n");
            var drip = new Thread(() -> drip(List.of(drips, unwanted)), "drip");
            drip.start();
            try {
                assertThat(drips.hears()).startsWith("HTTP/1.1 408").contains("envoi a pris trop de temps");
                assertThat(status(unwanted.hears())).isNotEmpty();
            } finally {
                drip.interrupt();
                drip.join();
            }
            try (var next = new BareConnection(port)) {
                String file = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";
                assertThat(status(next.asks(
                                        "POST /personnels/import",
                                        FILE,
                                        cookie,
                                        END,
                                        "Content-Length: " + file.length())
                                .says(file)
                                .hears()))
                        .as("no token")
                        .isEqualTo("403");
            }
        }
    }

    @Test
    void slowSendersLeaveThePagesToOthers() throws Exception {
        List<BareConnection> slow = new ArrayList<>();
        var drip = new Thread(() -> drip(slow), "drip");
        try {
            for (int i = 0; i < 260; i++) {
                BareConnection line = new BareConnection(port);
                slow.add(line);
                switch (i % 5) {
                    case 0 ->
                        line.asks("POST /login", FORM, "Content-Length: 100000").says("u");
                    case 1 ->
                        line.asks("POST /login", FORM, "Transfer-Encoding: chunked")
                                .says("5");
                    case 2 ->
                        line.asks("POST /personnels/import", FILE, "Content-Length: 100000")
                                .says("-");
                    case 3 ->
                        line.asks(
                                        "PUT /enquete/1/brouillon",
                                        "Content-Type: application/json",
                                        "Content-Length: 100000")
                                .says("{");
                    default -> line.says("POST /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: a");
                }
            }
            drip.start();
            HttpClient browser = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
            for (int i = 0; i < Attack.rounds(3, 30); i++) {
                long start = System.nanoTime();
                int status = browser.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                                        .timeout(Duration.ofSeconds(30))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode();
                System.out.printf(
                        "ATTACK 208 slow bodies and 52 slow heads: page %d in %d ms%n",
                        status, (System.nanoTime() - start) / 1_000_000);
                assertThat(status).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            }
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            slow.stream().filter(BareConnection::isCut).count())
                    .as("bodies that are cut off")
                    .isGreaterThanOrEqualTo(208));
        } finally {
            drip.interrupt();
            drip.join();
            for (BareConnection line : slow) {
                line.close();
            }
        }
    }

    /** A byte every three seconds keeps no connection for ever. */
    private static void drip(List<BareConnection> lines) {
        while (!Thread.currentThread().isInterrupted()) {
            for (BareConnection line : lines) {
                try {
                    line.says("a");
                } catch (IOException cutOff) {
                    // as it should be
                }
            }
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException end) {
                return;
            }
        }
    }
}
