package fr.forment.plan.feedback;

import fr.forment.catalogue.Format;
import fr.forment.french.French;
import fr.forment.plan.PlanAside;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Wish;
import fr.forment.plan.feedback.SchoolFeedback.Entry;
import fr.forment.survey.Answers;
import fr.forment.territory.School;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a plan makes of the hours, formats, journeys, vague and partners one school wished for. Meetings with parents
 * are not counted.
 */
final class WishFeedback {

    private static final double KM_PER_DEGREE = 111.2;
    /** Roads are longer than the bird flies, and country roads are slow: an estimate, said to be one. */
    private static final double MINUTES_PER_KM = 1.3 * 60 / 50;

    private static final String ALONE = "AUTOFORMATION";

    private final FeedbackFacts.Of facts;
    private final String uai;
    private final Answers said;
    private final List<PlannedSession> sessions;

    WishFeedback(FeedbackFacts.Of facts, String uai, Answers said) {
        this.facts = facts;
        this.uai = uai;
        this.said = said;
        this.sessions = facts.sessionsOf(uai).stream()
                .filter(session -> !session.isForParents())
                .toList();
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (!sessions.isEmpty()) {
            Set<String> slots = Set.copyOf(said.codes("slots"));
            add(
                    entries,
                    !slots.isEmpty(),
                    "Vos créneaux",
                    session -> isIn(slots, session),
                    "à un autre moment, pour que les écoles du groupe soient libres ensemble");
            Set<String> formats = new HashSet<>(said.codes("formats"));
            formats.remove(ALONE);
            add(
                    entries,
                    !formats.isEmpty(),
                    "Vos formats",
                    session -> formats.contains(format(session)),
                    "dans un autre format, selon la salle et le groupe");
            said.number("travel")
                    .ifPresent(most -> add(
                            entries,
                            true,
                            "Trajet de " + most + " minutes au plus",
                            session -> minutes(session) <= most,
                            "à une distance supérieure, pour réunir assez de personnes"));
            partners(entries);
        }
        alone(entries);
        vague(entries);
        return entries;
    }

    private void add(
            List<Entry> entries, boolean wished, String asked, Predicate<PlannedSession> fits, String otherwise) {
        if (wished) {
            long met = sessions.stream().filter(fits).count();
            String answer = met == sessions.size()
                    ? "Toutes vos sessions en tiennent compte."
                    : met + " sur " + French.count(sessions.size(), "session", "sessions") + " ; "
                            + (sessions.size() - met) + " " + otherwise + " : "
                            + sessions.stream()
                                    .filter(fits.negate())
                                    .map(session ->
                                            facts.title(session.moduleCode()) + ", " + French.day(session.day()))
                                    .collect(Collectors.joining(" ; "))
                            + ".";
            entries.add(SchoolFeedback.entry(asked, met == sessions.size(), met > 0, answer));
        }
    }

    private void alone(List<Entry> entries) {
        if (said.codes("formats").contains(ALONE)) {
            List<PlanAside> served = facts.alone().get().getOrDefault(uai, List.of());
            entries.add(SchoolFeedback.entry(
                    "Vous former en autoformation",
                    !served.isEmpty(),
                    false,
                    served.isEmpty()
                            ? "Aucun module prévu pour votre école ne se suit en autoformation."
                            : served.stream()
                                            .map(aside -> facts.title(aside.moduleCode())
                                                    + ", à suivre au plus tard le " + French.date(aside.dueOn()))
                                            .distinct()
                                            .collect(Collectors.joining(" ; "))
                                    + "."));
        }
    }

    private void partners(List<Entry> entries) {
        List<String> wished = said.codes("withSchools");
        if (!wished.isEmpty()) {
            List<String> met = wished.stream()
                    .filter(other -> sessions.stream()
                            .anyMatch(session -> session.schoolUais().contains(other)))
                    .toList();
            entries.add(SchoolFeedback.entry(
                    "Se former avec d'autres écoles",
                    met.size() == wished.size(),
                    !met.isEmpty(),
                    met.isEmpty()
                            ? "Elles ne sont dans aucune de vos sessions : une autre vague, ou des groupes déjà pleins."
                            : "Avec " + met.stream().map(facts::place).collect(Collectors.joining(", ")) + "."));
        }
    }

    private void vague(List<Entry> entries) {
        String wished = said.text("wave");
        Integer given = facts.vagues().get(uai);
        if (wished.matches("[1-9]") && given != null) {
            entries.add(SchoolFeedback.entry(
                    "Vague " + wished,
                    wished.equals(String.valueOf(given)),
                    false,
                    "Votre école est dans la vague " + given + "."));
        }
    }

    private static boolean isIn(Set<String> slots, PlannedSession session) {
        return slots.contains(Wish.slot(session.day(), session.start()));
    }

    private String format(PlannedSession session) {
        return session.format() == Format.DISTANCE ? "VISIO" : session.place().equals(uai) ? "ECOLE" : "REGROUPEMENT";
    }

    /**
     * From school to school, room or town; 0 where one of them has no place on the map, for lack of anything to hold
     * against the plan.
     */
    private double minutes(PlannedSession session) {
        School from = facts.schools().get(uai);
        School to = facts.near(session.place()).orElse(null);
        if (session.format() == Format.DISTANCE
                || from == null
                || to == null
                || from.latitude() == null
                || to.latitude() == null) {
            return 0;
        }
        double east = (from.longitude() - to.longitude()) * Math.cos(Math.toRadians(from.latitude()));
        return Math.hypot(from.latitude() - to.latitude(), east) * KM_PER_DEGREE * MINUTES_PER_KM;
    }
}
