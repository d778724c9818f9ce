package fr.forment.incident.web;

import fr.forment.french.French;
import fr.forment.incident.Aftermath;
import fr.forment.incident.AnswerPrice;
import fr.forment.incident.Happened;
import fr.forment.incident.Happening;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.words.DifferenceWords;
import fr.forment.plan.words.PlanDifference;
import fr.forment.plan.words.PlanDifference.Changed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of something that happened says of its answer: each thing once. */
final class ShockWords {

    /** What of a sentence differs from one session to the other, and whether it is its line. */
    private static final Map<Pattern, Boolean> OF_ONE = Map.of(
            Pattern.compile(" de la ligne (\\d+)"), true, Pattern.compile("(?<=^la date du plan), le ([^,]+),"), false);

    private ShockWords() {}

    /** Sentences that differ by their session only are one, with all of them. @param all null: nothing was asked */
    static List<String> once(List<String> all) {
        if (all == null) {
            return null;
        }
        Map<String, Set<String>> alike = new LinkedHashMap<>();
        Map<String, String> alone = new LinkedHashMap<>();
        Map<String, Boolean> byLine = new LinkedHashMap<>();
        for (String sentence : all) {
            String common = sentence;
            for (Map.Entry<Pattern, Boolean> each : OF_ONE.entrySet()) {
                Matcher found = each.getKey().matcher(sentence);
                if (found.find()) {
                    common = found.replaceFirst("");
                    byLine.put(common, each.getValue());
                    alike.computeIfAbsent(common, none -> new LinkedHashSet<>()).add(found.group(1));
                    break;
                }
            }
            alone.putIfAbsent(common, sentence);
        }
        return alone.entrySet().stream()
                .map(each -> {
                    Set<String> some = alike.getOrDefault(each.getKey(), Set.of());
                    return some.size() < 2
                            ? each.getValue()
                            : each.getKey() + " ("
                                    + (byLine.get(each.getKey())
                                            ? French.lines(some.stream()
                                                    .map(Integer::valueOf)
                                                    .toList())
                                            : String.join(", ", some))
                                    + ")";
                })
                .toList();
    }

    /** Why a session is hit: what it no longer keeps to, or else what else makes it change. */
    static List<String> why(Aftermath.Hit hit, Happening happening, Aftermath found, PlanNames.Of called) {
        if (!hit.why().isEmpty() || happening.what() != Happened.RESSOURCES) {
            return hit.why();
        }
        Set<String> gone = new LinkedHashSet<>(hit.session().schoolUais());
        found.after().stream()
                .filter(line -> line.line() == hit.session().line())
                .findFirst()
                .map(PlannedSession::schoolUais)
                .ifPresent(gone::removeAll);
        return gone.stream()
                .map(uai -> called.place(uai) + " n'est plus dans le projet : ses places sont rendues.")
                .toList();
    }

    /**
     * Each with its price where there are several: that of one is the price of all. Those that were not priced one by
     * one are priced together, so that what is read adds up.
     */
    static List<String> changes(Aftermath found, PlanDifference difference, PlanNames.Of called) {
        List<String> told = new ArrayList<>(DifferenceWords.of(difference, called));
        if (told.size() < 2) {
            return told;
        }
        Map<Integer, Changed> changed = difference.changed().stream()
                .collect(Collectors.toMap(change -> change.after().line(), change -> change));
        List<Integer> lines = Stream.of(
                        difference.changed().stream().map(Changed::after),
                        difference.added().stream(),
                        difference.removed().stream())
                .flatMap(some -> some)
                .map(PlannedSession::line)
                .toList();
        Map<Integer, AnswerPrice> prices = found.prices().get();
        List<Integer> left = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            int line = lines.get(at);
            AnswerPrice price = prices.get(line);
            if (price == null) {
                left.add(line);
            } else {
                List<Changed> moved = moved(changed, Set.of(line)::contains);
                told.set(at, told.get(at) + " Coût : " + price.inFrench(moved.size(), people(moved)) + ".");
            }
        }
        if (!left.isEmpty() && !prices.isEmpty()) {
            List<Changed> moved = moved(changed, left::contains);
            told.add((left.size() == 1 ? "Coût de la " : "Coût des ") + French.lines(left)
                    + (left.size() == 1 ? "" : ", ensemble (non chiffré une à une, au-delà de douze changements)")
                    + " : "
                    + found.price().get().without(prices.values()).inFrench(moved.size(), people(moved)) + ".");
        }
        return told;
    }

    /** « Il suffirait d'habiliter Hugo Nicol à animer « Formation de formateurs » : 1 session change, aucune date. » */
    static String spared(Aftermath.Spared spared, PlanNames.Of called) {
        return "Il suffirait d'habiliter " + called.trainer(spared.who()) + " à animer « "
                + called.module(spared.moduleCode()) + " » : "
                + French.count(spared.sessions(), "session change", "sessions changent") + ", "
                + (spared.dates() == 0
                        ? "aucune date ne change."
                        : French.count(spared.dates(), "date change", "dates changent") + " seulement.");
    }

    private static List<Changed> moved(Map<Integer, Changed> changed, Predicate<Integer> which) {
        return changed.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .map(Map.Entry::getValue)
                .filter(change ->
                        !change.before().startsAt().equals(change.after().startsAt()))
                .toList();
    }

    private static int people(List<Changed> some) {
        return some.stream().mapToInt(change -> change.after().expected()).sum();
    }
}
