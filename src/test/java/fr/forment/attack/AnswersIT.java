package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer says, and what none says: read from the wire, for Tomcat answers a part by itself. */
@WholeServer
@Tag("attack")
class AnswersIT {

    private static final String[] HEADERS = {
        "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy"
    };

    @LocalServerPort
    int port;

    private String answer(String request) throws Exception {
        try (var line = new BareConnection(port)) {
            return line.says(request).hears();
        }
    }

    @Test
    void everyAnswerCarriesTheHeadersOnce() throws Exception {
        String host = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        for (String request : List.of(
                "GET /login" + host + "\r\n",
                "GET /" + host + "\r\n",
                "GET /forment.css" + host + "\r\n",
                "GET /nirgendwo" + host + "\r\n",
                "GET /camunda/app/tasklist/default/" + host + "\r\n",
                "GET /camunda/api/engine/engine/default/task" + host + "\r\n",
                "GET /camunda/lib/requirejs/require.js" + host + "\r\n",
                "GET //login" + host + "\r\n",
                "GET /a;b=c/%2e%2e/x" + host + "\r\n",
                "GET /%00" + host + "\r\n",
                "GET /login%" + host + "\r\n",
                "GET /a|b" + host + "\r\n",
                "TRACE /" + host + "\r\n",
                "PROPFIND /" + host + "\r\n",
                "GET /login HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /login HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /login HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "\u0016\u0003\u0001\r\n\r\n",
                "GET /login" + host + "X: " + "a".repeat(70_000) + "\r\n\r\n",
                "POST /login" + host + "Content-Length: 3\r\n\r\nabc",
                "POST /login" + host + "Content-Length: x\r\n\r\n",
                "POST /login" + host + "Content-Type: text/plain\r\nContent-Length: 9999999\r\n\r\n",
                "POST /login" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")) {
            String answer = answer(request);
            String head = answer.split("\r\n\r\n", 2)[0];
            String what = request.substring(0, Math.min(60, request.length())).strip() + " -> " + head;
            assertThat(head).as(what).startsWith("HTTP/1.1 ");
            for (String header : HEADERS) {
                assertThat(head.lines().filter(line -> line.toLowerCase().startsWith(header.toLowerCase() + ":")))
                        .as(header + ": " + what)
                        .hasSize(1);
            }
            assertThat(head).as("without TLS").doesNotContain("Strict-Transport-Security");
            assertThat(answer).as(what).doesNotContain("Exception", "Apache Tomcat");
        }
    }

    @Test
    void noHostIsBelieved() throws Exception {
        for (String path : List.of(
                "/",
                "/personnels?page=2",
                "/camunda/app/tasklist/",
                "/camunda/app/tasklist",
                "/camunda/",
                "/camunda/app/welcome/default/",
                "/courriels",
                "/camunda/api/engine/engine",
                "/acces/oubli?envoye")) {
            String answer = answer("GET " + path
                    + " HTTP/1.1\r\nHost: mechant.example\r\nX-Forwarded-Host: mechant.example\r\nX-Forwarded-For: 1.2.3.4\r\n"
                    + "X-Forwarded-Proto: https\r\nForwarded: host=mechant.example\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).doesNotContain("mechant.example");
            answer.lines()
                    .filter(line -> line.startsWith("Location:"))
                    .forEach(line -> assertThat(line).as(path).startsWith("Location: /"));
        }
        String form = answer(
                "POST /logout HTTP/1.1\r\nHost: mechant.example\r\nCookie: FORMENT-XSRF=a\r\nX-FORMENT-XSRF: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(form).contains("Location: /login?sortie").doesNotContain("mechant.example");
    }

    @Test
    void whoPretendsToComeFromElsewhereIsCountedWhereHeIs() throws Exception {
        int waits = 0;
        for (int i = 0; i < 40; i++) {
            waits += answer("GET /acces/lien/invente HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100." + i
                                    + "\r\nConnection: close\r\n\r\n")
                            .startsWith("HTTP/1.1 429")
                    ? 1
                    : 0;
        }
        assertThat(waits).isPositive();
    }

    @Test
    void theTokenOfFormsStaysAtHome() throws Exception {
        assertThat(answer("GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .lines()
                        .filter(line -> line.startsWith("Set-Cookie: FORMENT-XSRF=")))
                .singleElement()
                .asString()
                .contains("SameSite=Lax");
    }
}
