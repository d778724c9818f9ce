package fr.forment.attack.pages;

import fr.forment.FollowedLinks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.mock.web.MockHttpServletResponse;

/** How many clicks lead from one page to each other one: links, and forms that only choose what is shown. */
class Clicks {

    private static final int OF_A_KIND = 3;

    /** Asks for an address as somebody. */
    interface Asking {

        MockHttpServletResponse ask(String address) throws Exception;
    }

    private final Asking person;
    /** Links that lead to a closed door or to nothing, with the page that shows them. */
    private final Map<String, String> dead = new LinkedHashMap<>();

    Clicks(Asking person) {
        this.person = person;
    }

    /** By path, without what is asked after it. */
    Map<String, Integer> from(String first) throws Exception {
        Map<String, Integer> clicks = new LinkedHashMap<>();
        Map<String, Integer> ofKind = new HashMap<>();
        Map<String, String> shownOn = new HashMap<>();
        Deque<String> waiting = new ArrayDeque<>();
        clicks.put(first, 0);
        waiting.add(first);
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            int done = clicks.get(path(address));
            MockHttpServletResponse answer = person.ask(address);
            if (answer.getStatus() >= 400 && !isGuide(shownOn.get(address))) {
                dead.put(address, answer.getStatus() + ", shown on " + shownOn.get(address));
            }
            for (String next : next(answer)) {
                shownOn.merge(next, address, (before, now) -> isGuide(before) ? now : before);
                boolean isNew =
                        clicks.putIfAbsent(path(next), answer.getRedirectedUrl() == null ? done + 1 : done) == null;
                if (isNew && ofKind.merge(FollowedLinks.kind(next), 1, Integer::sum) <= OF_A_KIND) {
                    if (answer.getRedirectedUrl() == null) {
                        waiting.addLast(next);
                    } else {
                        waiting.addFirst(next); // as near as what led on to it
                    }
                }
            }
        }
        return clicks;
    }

    Map<String, String> dead() {
        return dead;
    }

    /** Whether a path is one of this pattern. */
    static boolean matches(String pattern, String path) {
        return path.matches(pattern.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static Iterable<String> next(MockHttpServletResponse answer) {
        if (answer.getRedirectedUrl() != null) {
            return Stream.of(answer.getRedirectedUrl()).filter(Clicks::isOurs).toList();
        }
        if (answer.getStatus() != 200
                || !String.valueOf(answer.getContentType()).startsWith("text/html")) {
            return java.util.List.of();
        }
        Document page = Jsoup.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8));
        return Stream.concat(
                        page.select("a[href]").eachAttr("href").stream(),
                        page.select("form[action]:not([method=post])").stream().map(Clicks::shown))
                .map(address -> address.replaceAll("#.*", ""))
                .filter(Clicks::isOurs)
                .toList();
    }

    /** The guide tells everybody of all there is. */
    private static boolean isGuide(String page) {
        return "/aide".equals(page);
    }

    /** A form as it is sent when nothing in it is touched. */
    private static String shown(Element form) {
        return form.attr("action").replaceAll("\\?.*", "");
    }

    /** Files lead no further. */
    private static boolean isOurs(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && !address.startsWith("/camunda")
                && !address.matches("[^?]*\\.(csv|xlsx|pdf|json|ics)(\\?.*)?");
    }

    private static String path(String address) {
        return address.replaceAll("\\?.*", "");
    }
}
