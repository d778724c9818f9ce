package fr.forment.attack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A browser that keeps its cookies whatever node it speaks to, as behind a load balancer. */
final class NodeBrowser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    HttpResponse<String> get(String node, String path) throws IOException, InterruptedException {
        return client.send(request(node, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> ask(String node, String path) {
        return client.sendAsync(request(node, path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As Tasklist's scripts do: with the token that the browser was given. */
    CompletableFuture<HttpResponse<String>> askEngine(String node, String path, String json) {
        return client.sendAsync(
                request(node, path)
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse("none"))
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String node, String path, String form) throws IOException, InterruptedException {
        String token = get(node, "/api/csrf").body().replaceAll("(?s).*\"token\":\"([^\"]+)\".*", "$1");
        return post(node, path, form + "&_csrf=" + token);
    }

    /** Where one is sent after signing in. */
    String signIn(String node, String login, String password) throws IOException, InterruptedException {
        String token = get(node, "/login").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var answer = post(
                node,
                "/login",
                "username=" + login + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&_csrf="
                        + token);
        return answer.headers().firstValue("Location").orElse("");
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpResponse<String> post(String node, String path, String form) throws IOException, InterruptedException {
        return client.send(
                request(node, path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String node, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node + path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "text/html,application/json");
    }
}
