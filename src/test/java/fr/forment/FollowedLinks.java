package fr.forment;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.people.Agent;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;

/** Opens what a person finds by following links from the own first page: some of each kind of page, paper and file. */
@Component
public class FollowedLinks {

    private static final int PAGES = 400;
    private static final int OF_A_KIND = 2;

    private final Visitor visitor;

    FollowedLinks(Visitor visitor) {
        this.visitor = visitor;
    }

    /** What is done with each answer. */
    public interface Reading {

        void read(String path, MockHttpServletResponse answer) throws Exception;
    }

    public void of(Agent reader, Reading reading) throws Exception {
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> known = new HashSet<>(waiting);
        Map<String, Integer> ofKind = new HashMap<>();
        for (int pages = 0; !waiting.isEmpty() && pages < PAGES; pages++) {
            String path = waiting.poll();
            MockHttpServletResponse answer =
                    visitor.as(reader, get(URI.create(path)).header(PlainPages.AS_PRINTED, "yes"));
            reading.read(path, answer);
            for (String next : links(answer)) {
                if (known.add(next) && ofKind.merge(kind(next), 1, Integer::sum) <= OF_A_KIND) {
                    waiting.add(next);
                }
            }
        }
    }

    /** An address without what tells one thing from another of its kind. */
    public static String kind(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("\\d{7}[A-Z]|\\d+", "*");
    }

    private static List<String> links(MockHttpServletResponse answer) throws Exception {
        if (!String.valueOf(answer.getContentType()).startsWith("text/html")) {
            return List.of();
        }
        return Jsoup.parse(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .select("a[href]")
                .stream()
                .map(link -> link.attr("href").replaceAll("#.*", ""))
                .filter(link -> link.startsWith("/") && !link.startsWith("//") && !link.startsWith("/camunda"))
                .toList();
    }
}
