package fr.forment.incident.web;

import fr.forment.alternative.Reliefs;
import fr.forment.alternative.StuckWhy;
import fr.forment.alternative.WhyWords;
import fr.forment.french.French;
import fr.forment.incident.Aftermath;
import fr.forment.incident.Aftermath.Fate;
import fr.forment.incident.Happened;
import fr.forment.incident.Happening;
import fr.forment.incident.IncidentService;
import fr.forment.incident.OpeningRisk;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.repair.Repaired;
import fr.forment.plan.words.PlanDifference;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the page of something that happened shows. */
@Component
@RequiredArgsConstructor
class IncidentPage {

    /** @param sessionId null while people were told nothing; @param why what hinders it, and what would free it */
    record StuckRow(int line, Long sessionId, String why) {}

    /** @param why sentences */
    record HitRow(int line, String what, List<String> why) {}

    /** A session of which people expect a day that is too near for its new one to be decided on in peace. */
    record PressingRow(int line, Long sessionId, LocalDate day) {}

    /** @param changes half-day by half-day, as it was and as it is to be */
    record SpreadRow(int line, long sessionId, String module, List<String> changes) {}

    private final IncidentService service;
    private final PlanNames names;
    private final Clock clock;

    /** Returns the sessions of the version. */
    List<PlannedSession> answer(Plan plan, IncidentForm form, Happening happening, Model model) {
        Aftermath found = service.look(plan, happening);
        List<PlannedSession> all = new ArrayList<>(found.before());
        all.addAll(found.after());
        found.hits().forEach(hit -> all.addAll(hit.parts()));
        found.spreads().forEach(spread -> all.addAll(spread.after()));
        List<StuckWhy> whys = found.whys().get();
        List<OpeningRisk> risks = found.risks().get();
        List<Reliefs.Found> freed = Stream.concat(
                        whys.stream().flatMap(why -> why.freed().stream()),
                        risks.stream().flatMap(risk -> risk.freed().stream()))
                .toList();
        Optional<Aftermath.Spared> spared = found.spared().get();
        var called = names.of(
                all,
                places(freed),
                Stream.concat(trainers(freed).stream(), spared.stream().map(Aftermath.Spared::who))
                        .toList());
        model.addAttribute(
                "spared", spared.map(each -> ShockWords.spared(each, called)).orElse(null));
        PlanDifference difference = PlanDifference.between(found.known(), found.after());
        model.addAttribute("motive", form.motive());
        model.addAttribute("found", found);
        model.addAttribute(
                "beyond",
                happening.what() == Happened.RETARD
                        ? List.of("des dates que l'IEN a approuvées changent, toutes ensemble")
                        : ShockWords.once(service.hindrances(plan, found)));
        model.addAttribute(
                "hits",
                found.hits().stream()
                        .filter(hit -> !hit.along())
                        .map(hit -> row(hit, happening, found, called))
                        .toList());
        model.addAttribute(
                "along",
                found.hits().stream()
                        .filter(Aftermath.Hit::along)
                        .map(hit -> row(hit, happening, found, called))
                        .toList());
        model.addAttribute(
                "spreads",
                found.spreads().stream()
                        .map(spread -> new SpreadRow(
                                spread.session().line(),
                                spread.sessionId(),
                                called.module(spread.session().moduleCode()),
                                changes(spread, called)))
                        .toList());
        model.addAttribute("spreadNo", service.spreadHindrances(found));
        var words = new WhyWords(called);
        model.addAttribute(
                "stuck",
                found.stuck().stream()
                        .map(stuck -> new StuckRow(
                                stuck.line(),
                                found.hits().stream()
                                        .filter(hit -> hit.session().line() == stuck.line())
                                        .findFirst()
                                        .map(Aftermath.Hit::sessionId)
                                        .orElse(null),
                                whys.stream()
                                        .filter(why -> why.line() == stuck.line())
                                        .findFirst()
                                        .map(words::inFrench)
                                        .orElse(stuck.why())))
                        .toList());
        model.addAttribute(
                "risks",
                risks.stream()
                        .map(risk ->
                                risk.inFrench(risk.freed().map(words::freed).orElse(null)))
                        .toList());
        model.addAttribute("tooNear", tooNear(plan, found));
        model.addAttribute("pressing", pressing(plan, found));
        model.addAttribute("changes", ShockWords.changes(found, difference, called));
        model.addAttribute(
                "price", found.changesThePlan() ? found.price().get().inFrench(found.dates(), found.people()) : null);
        model.addAttribute("summary", summary(found, difference, happening.what()));
        return found.before();
    }

    /** Sessions that nothing saves because nobody can be convoked in time any more for the days next to theirs. */
    private List<Integer> tooNear(Plan plan, Aftermath found) {
        LocalDate today = LocalDate.now(clock);
        Set<Integer> stuck = found.stuck().stream().map(Repaired.Stuck::line).collect(Collectors.toSet());
        return plan.state() != PlanState.APPROUVE
                ? List.of()
                : found.standing().stream()
                        .filter(session -> stuck.contains(session.line()))
                        .filter(session -> session.day().isBefore(found.firstDay()))
                        .filter(session -> !session.day().isBefore(today))
                        .map(PlannedSession::line)
                        .sorted()
                        .toList();
    }

    /** Those that people come to before anybody could be convoked anew, whatever of them is hit. */
    private List<PressingRow> pressing(Plan plan, Aftermath found) {
        LocalDate today = LocalDate.now(clock);
        return plan.state() != PlanState.APPROUVE
                ? List.of()
                : found.hits().stream()
                        .filter(hit -> hit.sessionId() != null)
                        .filter(hit -> !hit.session().day().isBefore(today)
                                && hit.session().day().isBefore(found.firstDay()))
                        .map(hit -> new PressingRow(
                                hit.session().line(),
                                hit.sessionId(),
                                hit.session().day()))
                        .toList();
    }

    private static HitRow row(Aftermath.Hit hit, Happening happening, Aftermath found, PlanNames.Of called) {
        return new HitRow(hit.session().line(), what(hit, called), ShockWords.why(hit, happening, found, called));
    }

    private static String what(Aftermath.Hit hit, PlanNames.Of called) {
        return called.module(hit.session().moduleCode()) + ", "
                + hit.parts().stream().map(part -> told(part, called)).collect(Collectors.joining(" ; "));
    }

    private static String told(PlannedSession part, PlanNames.Of called) {
        return French.day(part.day()) + ", " + French.hours(part.start(), part.end()) + ", "
                + called.place(part.place()) + ", " + called.trainer(part.trainerAgentId());
    }

    /** Those that go, each beside one that comes; what stays is not said. */
    private static List<String> changes(Aftermath.Spread spread, PlanNames.Of called) {
        List<String> were = new ArrayList<>(
                spread.before().stream().map(part -> told(part, called)).toList());
        List<String> are = new ArrayList<>(
                spread.after().stream().map(part -> told(part, called)).toList());
        List<String> stay = were.stream().filter(are::contains).toList();
        were.removeAll(stay);
        are.removeAll(stay);
        List<String> found = new ArrayList<>();
        for (int at = 0; at < were.size(); at++) {
            found.add(were.get(at) + " devient : " + are.get(at));
        }
        return found;
    }

    private static List<String> places(List<Reliefs.Found> freed) {
        return freed.stream().map(found -> found.way().place()).distinct().toList();
    }

    private static List<Long> trainers(List<Reliefs.Found> freed) {
        return freed.stream()
                .flatMap(found -> Stream.of(found.relief().who(), found.way().trainerId()))
                .filter(id -> id != null && id > 0)
                .distinct()
                .toList();
    }

    /** « 3 sessions touchées : 2 gardent leur date ; 1 change de date ; 1 autre change avec elle (12 personnes) ». */
    private static String summary(Aftermath found, PlanDifference difference, Happened what) {
        if (found.hits().isEmpty()) {
            return difference.isEmpty()
                    ? what == Happened.RESSOURCES
                            ? "Aucune session à venir n'est touchée : le plan tient tel quel."
                            : "Aucune session à venir n'est touchée par cela seul. Ce qui a déjà été noté se lit sous « "
                                    + Happened.RESSOURCES.label() + " »."
                    : "Aucune session n'est touchée ; " + added(difference) + ".";
        }
        Map<Fate, Integer> fates = found.fates();
        long along = found.hits().stream().filter(Aftermath.Hit::along).count();
        String people = " (" + French.count(found.people(), "personne attendue", "personnes attendues") + ")";
        List<String> parts = Stream.of(
                        of(
                                fates.get(Fate.KEPT),
                                "garde sa date",
                                "gardent leur date",
                                " avec une autre personne, un autre lieu ou un autre effectif"),
                        of(fates.get(Fate.MOVED), "change de date", "changent de date", along == 0 ? people : ""),
                        along == 0
                                ? ""
                                : French.count(
                                                along,
                                                "autre, non touchée, change avec",
                                                "autres, non touchées, changent avec")
                                        + (fates.getOrDefault(Fate.MOVED, 0) > 1 ? " elles" : " elle")
                                        + people,
                        of(fates.get(Fate.GONE), "n'a plus lieu d'être", "n'ont plus lieu d'être", ""),
                        of(
                                fates.get(Fate.SPREAD),
                                "change",
                                "changent",
                                " de demi-journées ou de personnes, dans la session même"),
                        of(fates.get(Fate.LEFT), "reste sans solution", "restent sans solution", ""),
                        difference.added().isEmpty() ? "" : added(difference))
                .filter(part -> !part.isEmpty())
                .toList();
        return French.count(found.hits().size() - along, "session touchée", "sessions touchées")
                + (parts.isEmpty() ? "." : " : " + String.join(" ; ", parts) + ".");
    }

    private static String of(Integer sessions, String one, String many, String more) {
        return sessions == null ? "" : French.count(sessions, one, many) + more;
    }

    private static String added(PlanDifference difference) {
        return French.count(difference.added().size(), "session nouvelle", "sessions nouvelles");
    }
}
