package fr.forment.alternative;

import fr.forment.catalogue.Format;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Whereabouts;
import fr.forment.plan.calculation.Wish;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Wishes for a moment, a format, a journey that sessions do not follow. Pure, and cheap: nothing is tried here. */
public final class UnmetWishes {

    private static final String ALONE = "AUTOFORMATION";

    private final Map<String, Map<Wish.Kind, Set<String>>> bySchool = new HashMap<>();
    private final Whereabouts whereabouts;

    public UnmetWishes(PlanFacts facts) {
        this.whereabouts = new Whereabouts(facts);
        facts.conditions().wishes().stream()
                .filter(wish -> !wish.value().equals(ALONE))
                .forEach(wish -> bySchool.computeIfAbsent(wish.schoolUai(), uai -> new EnumMap<>(Wish.Kind.class))
                        .computeIfAbsent(wish.kind(), kind -> new TreeSet<>())
                        .add(wish.value()));
    }

    /** How often sessions could follow a wish or miss it. */
    public int asked(Collection<Draft> sessions) {
        return sessions.stream()
                .filter(session -> session.module().mayBeWished())
                .flatMap(session -> session.seats().keySet().stream())
                .mapToInt(uai -> (int) bySchool.getOrDefault(uai, Map.of()).keySet().stream()
                        .filter(kind -> kind != Wish.Kind.PARTNER)
                        .count())
                .sum();
    }

    /** In the order of the sessions, then of the schools. */
    public List<UnmetWish> of(Collection<Draft> sessions) {
        return sessions.stream().flatMap(session -> of(session).stream()).toList();
    }

    public List<UnmetWish> of(Draft session) {
        List<UnmetWish> unmet = new ArrayList<>();
        if (!session.module().mayBeWished()) {
            return unmet;
        }
        new TreeMap<>(session.seats()).keySet().forEach(uai -> bySchool.getOrDefault(uai, Map.of())
                .forEach((kind, values) -> {
                    if (isMissed(session, uai, kind, values)) {
                        unmet.add(new UnmetWish(session.line(), uai, kind, values));
                    }
                }));
        return unmet;
    }

    private boolean isMissed(Draft session, String uai, Wish.Kind kind, Set<String> values) {
        return switch (kind) {
            case SLOT -> !values.contains(Wish.slot(session.day(), session.start()));
            case FORMAT -> !values.contains(format(session, uai));
            case TRAVEL -> !isNear(uai, session.place(), most(values));
            case PARTNER -> false;
        };
    }

    static String format(Draft session, String uai) {
        return session.module().format() == Format.DISTANCE
                ? "VISIO"
                : session.place().equals(uai) ? "ECOLE" : "REGROUPEMENT";
    }

    static int most(Set<String> minutes) {
        return minutes.stream()
                .filter(value -> value.matches("[0-9]{1,4}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    boolean isNear(String uai, String place, int minutes) {
        return Whereabouts.minutes(whereabouts.kilometres(uai, place)) <= minutes;
    }
}
