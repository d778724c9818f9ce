package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a browser asks for when it opens Tasklist, all at once and each at any of the nodes. */
public final class TasklistLoad {

    static final String PAGE = "/camunda/app/tasklist/default/";
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final List<String> READ = List.of(
            "/camunda/app/tasklist/scripts/config.js",
            "/camunda/app/tasklist/styles/user-styles.css",
            "/camunda/api/admin/auth/user/default",
            "/camunda/api/engine/engine",
            "/camunda/api/engine/engine/default/filter?itemCount=false&resourceType=Task&maxResults=2000",
            "/camunda/api/engine/engine/default/user/admin/profile",
            "/camunda/api/engine/engine/default/task/count",
            "/camunda/api/engine/engine/default/process-definition?latest=true&maxResults=15",
            "/camunda/api/engine/engine/default/group?member=admin&maxResults=100");

    private TasklistLoad() {}

    /** The page first, as browsers do, then the rest; each must be answered as if it were alone. */
    static int by(NodeBrowser browser, List<String> nodes, Random chance) throws Exception {
        HttpResponse<String> page = browser.get(any(nodes, chance), PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        READ.forEach(path -> answers.add(browser.ask(any(nodes, chance), path)));
        for (int i = 0; i < 4; i++) {
            answers.add(browser.askEngine(any(nodes, chance), "/camunda/api/engine/engine/default/task/count", "{}"));
        }
        for (var answer : answers) {
            var got = answer.get();
            assertThat(got.statusCode()).as("%s: %s", got.uri(), got.body()).isIn(200, 204);
        }
        return answers.size() + 1;
    }

    /**
     * Several people at once, each in the own browser, on one node; nobody is refused, signed out or left before a
     * white page.
     */
    public static void bySeveralAtOnce(String node, String login, String password) throws Exception {
        Random chance = Attack.chance("Tasklist opened by several");
        for (int round = 0; round < Attack.rounds(3, 100); round++) {
            List<NodeBrowser> browsers = List.of(new NodeBrowser(), new NodeBrowser(), new NodeBrowser());
            for (NodeBrowser browser : browsers) {
                browser.signIn(node, login, password);
            }
            List<CompletableFuture<HttpResponse<String>>> pages = browsers.stream()
                    .flatMap(browser -> Stream.of(browser.ask(node, PAGE), browser.ask(node, PAGE)))
                    .toList();
            for (var page : pages) {
                hasItsOwnNonce(page.get());
            }
            for (NodeBrowser browser : browsers) {
                by(browser, List.of(node), chance);
                assertThat(browser.get(node, "/moi").statusCode())
                        .as("still signed in")
                        .isEqualTo(200);
            }
        }
    }

    /** The page runs its scripts only when both are the same. */
    static void hasItsOwnNonce(HttpResponse<String> page) {
        Matcher header = IN_HEADER.matcher(
                page.headers().firstValue("Content-Security-Policy").orElse(""));
        Matcher body = IN_PAGE.matcher(page.body());
        assertThat(header.find() && body.find())
                .as("a nonce in header and page")
                .isTrue();
        assertThat(body.group(1)).isEqualTo(header.group(1));
    }

    private static String any(List<String> nodes, Random chance) {
        return nodes.get(chance.nextInt(nodes.size()));
    }
}
