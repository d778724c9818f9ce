package fr.forment.grid.vague;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Proposes vagues of the sizes they have: what the table ranks first comes first, among equals whoever wishes that
 * vague. No more than two thirds of a vague are schools that wish it: those who are keen everywhere else carry most of
 * the use and teach little about the others.
 */
public final class VagueMix {

    /** Of three places in a vague, those that may go to schools that wish it. */
    private static final int KEEN = 2;

    private static final int OF = 3;

    /** @param why in French, one sentence */
    public record Proposed(VagueCandidate school, int vague, String why) {}

    private VagueMix() {}

    /** @param sizes how many schools each vague takes, by rank; together as many as there are candidates */
    public static Map<String, Proposed> of(List<VagueCandidate> candidates, SortedMap<Integer, Integer> sizes) {
        Map<String, Proposed> proposed = new LinkedHashMap<>();
        List<VagueCandidate> left = new ArrayList<>(candidates);
        sizes.forEach((rank, size) -> {
            boolean last = rank.equals(sizes.lastKey());
            for (VagueCandidate each : take(left, rank, size, last)) {
                proposed.put(each.uai(), new Proposed(each, rank, why(each, rank)));
                left.remove(each);
            }
        });
        return proposed;
    }

    private static List<VagueCandidate> take(List<VagueCandidate> left, int rank, int size, boolean last) {
        List<VagueCandidate> ordered = left.stream()
                .sorted(Comparator.comparingInt(VagueCandidate::order)
                        .thenComparingInt(each -> each.wishes(rank) ? 0 : each.wish() == null ? 1 : 2)
                        .thenComparing(VagueCandidate::commune)
                        .thenComparing(VagueCandidate::name)
                        .thenComparing(VagueCandidate::uai))
                .toList();
        if (last) {
            return ordered;
        }
        int most = (KEEN * size + OF - 1) / OF;
        List<VagueCandidate> taken = new ArrayList<>();
        List<VagueCandidate> deferred = new ArrayList<>();
        int keen = 0;
        for (VagueCandidate each : ordered) {
            if (each.wishes(rank) && keen == most) {
                deferred.add(each);
            } else if (taken.size() < size) {
                keen += each.wishes(rank) ? 1 : 0;
                taken.add(each);
            }
        }
        for (VagueCandidate each : deferred) {
            if (taken.size() < size) { // nobody else is left
                taken.add(each);
            }
        }
        return taken;
    }

    private static String why(VagueCandidate school, int rank) {
        String table = school.priority() == null
                ? "École pas encore classée"
                : "Rang " + school.priority() + " (" + lower(school.reason()) + ")";
        if (school.wish() == null) {
            return table + " ; sans préférence de vague";
        }
        return school.wishes(rank)
                ? table + " ; souhait suivi"
                : table + " ; souhaitait la vague " + school.wish()
                        + (school.wish() < rank ? ", où les écoles volontaires ne sont pas seules" : "");
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase() + text.substring(1);
    }
}
