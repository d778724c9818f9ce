package fr.forment.project.readiness;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What somebody declares in one gesture: schools by matter, as a form sends them. */
public record ReadyMatters(Map<Matter, Set<String>> schools) {

    /** @param accounts schools whose accounts are ready; a list, one UAI, several with commas, or nothing */
    public static ReadyMatters of(Object accounts, Object network) {
        Map<Matter, Set<String>> schools = new TreeMap<>();
        schools.put(Matter.ACCOUNTS, uais(accounts));
        schools.put(Matter.NETWORK, uais(network));
        return new ReadyMatters(schools);
    }

    boolean isEmpty() {
        return schools.values().stream().allMatch(Set::isEmpty);
    }

    private static Set<String> uais(Object sent) {
        Set<String> found = new LinkedHashSet<>();
        if (sent instanceof Collection<?> many) {
            many.forEach(each -> found.addAll(uais(each)));
        } else if (sent != null) {
            for (String uai : sent.toString().split("[,;\\[\\]\" ]+")) {
                if (!uai.isEmpty()) {
                    found.add(uai);
                }
            }
        }
        return found;
    }
}
