package fr.forment.attack;

import fr.forment.PlainPages;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in to a running FormENT who speaks to the engine's REST directly, not through Tasklist. */
final class EngineClient {

    static final String REST = "/camunda/api/engine/engine/default/";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** What the house answered. */
    record Answer(int status, String type, String body) {

        boolean isFrench() {
            return type.startsWith("application/json")
                    && body.contains("\"type\":\"FormENT\"")
                    && body.contains("\"message\":\"");
        }
    }

    private EngineClient(int port) {
        this.port = port;
    }

    static EngineClient stranger(int port) {
        return new EngineClient(port);
    }

    static EngineClient signedIn(int port, String login, String password) throws Exception {
        var client = new EngineClient(port);
        var token = TOKEN.matcher(client.get("/login").body());
        if (!token.find()) {
            throw new IllegalStateException("no sign-in form");
        }
        String form = Map.of("username", login, "password", password, "_csrf", token.group(1)).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        client.http.send(
                client.request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        client.get("/camunda/app/tasklist/default/");
        return client;
    }

    Answer get(String path) throws IOException, InterruptedException {
        return told(http.send(
                request(path)
                        .header("Accept", "application/hal+json, application/json; q=0.5, text/html")
                        .GET()
                        .build(),
                BodyHandlers.ofString()));
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = request(path)
                .method(method, BodyPublishers.ofByteArray(body))
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return told(http.send(request.build(), BodyHandlers.ofString()));
    }

    /** As Cockpit sends a model. */
    Answer deploy(String file, String content) throws IOException, InterruptedException {
        String body =
                "--part\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nattack\r\n--part\r\nContent-Disposition: form-data; name=\"data\"; filename=\""
                        + file + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--part--\r\n";
        return send(
                "POST",
                REST + "deployment/create",
                "multipart/form-data; boundary=part",
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** Status line and body of a request that no client library would send. */
    String raw(String method, String target, String... headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: FORMENT="
                                    + cookie("FORMENT") + "\r\nConnection: close\r\n"
                                    + Arrays.stream(headers)
                                            .map(header -> header + "\r\n")
                                            .collect(Collectors.joining())
                                    + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("none");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static Answer told(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                PlainPages.plain(response.body()));
    }
}
