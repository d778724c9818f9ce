package fr.forment;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which top-level class of the house needs which. Compiled code forgets where a constant came from, sources do not name
 * what is inferred: both are read.
 */
final class ClassGraph {

    private static final Pattern COMMENTS_AND_TEXTS = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'");
    private static final Pattern IMPORT = Pattern.compile("import (static )?([\\w.]+)(?:\\.\\*)?;");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])[A-Z]\\w*");

    private final Map<String, Set<String>> needs = new TreeMap<>();

    static ClassGraph compiled(JavaClasses house) {
        var graph = new ClassGraph();
        for (JavaClass each : house) {
            String from = topLevel(each.getName());
            graph.needs.computeIfAbsent(from, name -> new TreeSet<>());
            each.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> topLevel(
                            dependency.getTargetClass().getBaseComponentType().getName()))
                    .filter(to -> to.startsWith("fr.forment.") && !to.equals(from))
                    .forEach(to -> graph.needs.get(from).add(to));
        }
        return graph;
    }

    /** @param sources by full name of their class */
    ClassGraph and(Map<String, String> sources) {
        sources.forEach((from, text) -> {
            String code = COMMENTS_AND_TEXTS.matcher(text).replaceAll(" ");
            Map<String, String> known = new HashMap<>();
            String home = from.substring(0, from.lastIndexOf('.') + 1);
            sources.keySet().stream()
                    .filter(name -> name.startsWith(home) && name.indexOf('.', home.length()) < 0)
                    .forEach(name -> known.put(name.substring(home.length()), name));
            IMPORT.matcher(code).results().map(found -> found.group(2)).forEach(name -> sources.keySet().stream()
                    .filter(each -> name.equals(each) || name.startsWith(each + "."))
                    .forEach(each -> known.put(each.substring(each.lastIndexOf('.') + 1), each)));
            Set<String> to = needs.computeIfAbsent(from, name -> new TreeSet<>());
            WORD.matcher(IMPORT.matcher(code).replaceAll(" "))
                    .results()
                    .map(MatchResult::group)
                    .map(known::get)
                    .filter(name -> name != null && !name.equals(from))
                    .forEach(to::add);
        });
        return this;
    }

    private static String topLevel(String name) {
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /**
     * Groups of classes that cannot be understood one at a time, each once (Tarjan's strongly connected components).
     */
    List<Set<String>> circles() {
        var search = new Search();
        needs.keySet().forEach(search::visit);
        return search.circles;
    }

    private final class Search {

        private final Map<String, Integer> order = new LinkedHashMap<>();
        private final Map<String, Integer> lowest = new HashMap<>();
        private final Deque<String> path = new ArrayDeque<>();
        private final List<Set<String>> circles = new ArrayList<>();

        private void visit(String name) {
            if (order.containsKey(name)) {
                return;
            }
            order.put(name, order.size());
            lowest.put(name, order.get(name));
            path.push(name);
            for (String next : needs.getOrDefault(name, Set.of())) {
                if (!order.containsKey(next)) {
                    visit(next);
                    lowest.merge(name, lowest.get(next), Math::min);
                } else if (path.contains(next)) {
                    lowest.merge(name, order.get(next), Math::min);
                }
            }
            if (lowest.get(name).equals(order.get(name))) {
                close(name::equals);
            }
        }

        private void close(Predicate<String> isFirst) {
            Set<String> circle = new TreeSet<>();
            String last;
            do {
                last = path.pop();
                circle.add(last);
            } while (!isFirst.test(last));
            if (circle.size() > 1) {
                circles.add(circle.stream()
                        .map(each -> each.substring("fr.forment.".length()))
                        .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
    }
}
