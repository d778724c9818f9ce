package fr.forment.document;

import fr.forment.engine.Markdown;
import fr.forment.framing.FramingDecisions;
import fr.forment.french.French;
import fr.forment.journal.JournalEntry;
import fr.forment.means.MeansReader;
import fr.forment.means.Money;
import fr.forment.means.PlanCosts;
import fr.forment.means.PlanMeans;
import fr.forment.means.PlanPrices;
import fr.forment.means.Shortage;
import fr.forment.means.Shortages;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanOpinions;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.Unplaced;
import fr.forment.plan.words.AskedOfPlan;
import fr.forment.plan.words.Balance;
import fr.forment.plan.words.DifferenceWords;
import fr.forment.plan.words.PlanDifference;
import fr.forment.plan.words.PlanRemarks;
import fr.forment.plan.words.Tolerance;
import fr.forment.project.Projects;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The plan as the IEN's form shows it, read at the moment the form opens; nothing is cut, the engine keeps nothing. */
@Component
@RequiredArgsConstructor
public class ApprovalText {

    private final Plans plans;
    private final PlanNames names;
    private final PlanAsides asides;
    private final PlanFollowUp followUp;
    private final PlanOpinions opinions;
    private final AskedOfPlan asked;
    private final PlanRemarks byLine;
    private final PlanWeeks weeks;
    private final MeansReader reader;
    private final PlanPrices prices;
    private final Shortages shortages;
    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final FramingDecisions framing;
    private final Tolerance tolerance;

    /** @return by the name the form shows it under */
    public Map<String, Markdown> of(Plan plan) {
        List<PlannedSession> sessions = plans.sessions(plan.id());
        HeldPlan held = followUp.held(plan, sessions);
        Optional<Plan> before = plans.before(plan);
        List<PlannedSession> old = before.map(Plan::id).map(plans::sessions).orElse(List.of());
        List<PlanOpinions.Remark> remarks = opinions.remarks(plan.rootId());
        PlanMeans means = reader.of(plan, held);
        Optional<PlanDifference> difference = before.map(version -> followUp.difference(version, old, plan, sessions));
        PlanNames.Of called = names.of(
                Stream.of(
                                sessions,
                                held.halfDays(),
                                old,
                                difference.map(PlanDifference::sessions).orElse(List.of()))
                        .flatMap(List::stream)
                        .toList(),
                List.of(),
                means.trainers().stream()
                        .map(PlanMeans.TrainerMeans::trainerId)
                        .filter(Objects::nonNull)
                        .toList());
        Map<String, Markdown> texts = new LinkedHashMap<>();
        texts.put("planWeeks", weeks(plan, held.halfDays(), called));
        texts.put("planMeans", means(plan, means, called));
        texts.put(
                "planDifferences",
                differences(before, difference, called, balance(plan, sessions, before, old, called)));
        List<Unplaced> unplaced = shortages.unplaced(plan, held.sessions());
        texts.put("planShortages", shortages(plan, shortages.of(plan, held.sessions(), unplaced), unplaced));
        texts.put("planRemarks", remarks(plan, remarks, called));
        texts.put("planToBeKnown", toBeKnown(plan));
        return texts;
    }

    private Markdown weeks(Plan plan, List<PlannedSession> sessions, PlanNames.Of called) {
        Zone zone = circonscriptions
                .find(projects.find(plan.projectId()).orElseThrow().circonscriptionUai())
                .orElseThrow()
                .zone();
        Map<String, List<String>> byWeek = new LinkedHashMap<>();
        weeks.of(zone, sessions).stream()
                .filter(week -> !week.sessions().isEmpty())
                .forEach(week -> byWeek.put(
                        "Semaine du " + French.date(week.monday()),
                        week.sessions().stream()
                                .map(session -> sentence(session, called))
                                .toList()));
        return byWeek.isEmpty() ? Markdown.text("Aucune session.") : Markdown.sections(byWeek);
    }

    private static String sentence(PlannedSession session, PlanNames.Of called) {
        return "ligne " + session.line() + ", " + French.weekday(session.day()) + " " + French.numeric(session.day())
                + ", "
                + French.hours(session.start(), session.end()) + " : " + called.module(session.moduleCode()) + ", "
                + called.place(session.place()) + ", " + called.trainer(session.trainerAgentId()) + ", "
                + (session.vagueRank() == null ? "formateurs" : "vague " + session.vagueRank()) + ", "
                + session.expected() + " / " + French.count(session.capacity(), "place");
    }

    private Markdown means(Plan plan, PlanMeans means, PlanNames.Of called) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put(
                "Par organisme",
                means.bodies().stream()
                        .map(body -> body.body().label() + " : " + body.hours() + ", "
                                + French.number(body.days()) + " "
                                + French.word(body.days() < 2 ? 1 : 2, "journée"))
                        .toList());
        parts.put(
                "Par formateur",
                means.trainers().stream()
                        .map(trainer -> called.trainer(trainer.trainerId()) + " (" + trainer.kind() + ") : "
                                + French.count(trainer.sessions(), "session") + ", " + trainer.hours())
                        .toList());
        parts.put(
                "Par période",
                means.periods().stream()
                        .filter(period -> period.sessions() > 0)
                        .map(period -> period.period().title() + " : "
                                + French.count(period.sessions(), "session") + ", soit "
                                + French.number(period.perWeek()) + " par semaine")
                        .toList());
        List<String> rest = new ArrayList<>();
        rest.add(French.count(means.replacements(), "demi-journée de remplacement", "demi-journées de remplacement"));
        rest.add(French.number(means.travel().personKm()) + " personnes-kilomètres et "
                + French.number(means.travel().trainerKm()) + " kilomètres de formateur (aller)");
        PlanCosts costs = prices.costs(plan, means);
        rest.add(
                !costs.isPriced()
                        ? "Coût : inconnu, aucun prix n'est encore indiqué"
                        : "Coût : " + Money.of(costs.total())
                                + (costs.unpriced() == 0
                                        ? ""
                                        : ", hors "
                                                + French.count(
                                                        costs.unpriced(), "ligne sans prix", "lignes sans prix")));
        parts.put("Remplacement, trajets, coûts", rest);
        List<String> alone = alone(plan, called);
        if (!alone.isEmpty()) {
            parts.put("Sans session : modules suivis seul, publics seulement comptés", alone);
        }
        return Markdown.sections(parts);
    }

    /** Summed over the schools. */
    private List<String> alone(Plan plan, PlanNames.Of called) {
        Map<String, Integer> people = new TreeMap<>();
        asides.of(plan.id())
                .forEach(aside -> people.merge(
                        called.module(aside.moduleCode()) + ", "
                                + aside.profile().label()
                                + (aside.isFollowedAlone()
                                        ? ", " + French.due(aside.dueOn())
                                        : ", sans convocation ni heures"),
                        aside.people(),
                        Integer::sum));
        return people.entrySet().stream()
                .map(each -> each.getKey() + " : " + French.count(each.getValue(), "personne"))
                .toList();
    }

    private static Markdown differences(
            Optional<Plan> before, Optional<PlanDifference> found, PlanNames.Of called, List<String> balance) {
        if (before.isEmpty() || found.isEmpty()) {
            return Markdown.text("C'est la première version : il n'y a rien à comparer.");
        }
        PlanDifference difference = found.get();
        String against = "Par rapport à : " + before.get().title();
        return difference.isEmpty()
                ? Markdown.text(against + ". Aucune session n'a changé. " + String.join(" ", balance))
                : Markdown.sections(Map.of(
                        against,
                        Stream.concat(balance.stream(), DifferenceWords.of(difference, called).stream())
                                .toList()));
    }

    /** What changed for people, beside sessions. */
    private List<String> balance(
            Plan plan,
            List<PlannedSession> sessions,
            Optional<Plan> before,
            List<PlannedSession> old,
            PlanNames.Of called) {
        List<String> served = projects.schools(plan.projectId());
        return before.map(version -> Balance.changes(
                        plans.balance(version.id(), old, called.modules(), served),
                        plans.balance(plan.id(), sessions, called.modules(), served)))
                .orElse(List.of());
    }

    private static Markdown shortages(Plan plan, Collection<Shortage> found, List<Unplaced> unplaced) {
        String chosen =
                "Choix de l'équipe : ce qui doit précéder l'ouverture est placé même au-delà des heures restantes. Motif : "
                        + plan.beyondHours();
        return found.isEmpty() && !plan.goesBeyondHours()
                ? Markdown.text(
                        "Tout tient : chaque personne a une place, chaque session un formateur, personne ne dépasse ses heures.")
                : Markdown.list(Stream.concat(
                                plan.goesBeyondHours()
                                        ? Stream.of(Unplaced.inFrench(unplaced), chosen)
                                        : Stream.of(Unplaced.inFrench(unplaced)),
                                found.stream()
                                        .map(each -> each.what() + " ("
                                                + each.why().replaceAll("\\.$", "") + "). Il faudrait : "
                                                + each.frees() + "."))
                        .toList());
    }

    /** All that was said of a plan, for whoever decides what follows. */
    public Markdown said(Plan plan) {
        return remarks(
                plan, opinions.remarks(plan.rootId()), names.of(plans.sessions(plan.id()), List.of(), List.of()));
    }

    /** What was said of the whole plan, then of its lines. */
    private Markdown remarks(Plan plan, List<PlanOpinions.Remark> remarks, PlanNames.Of called) {
        List<AskedOfPlan.Said> whole = asked.of(plan);
        if (remarks.isEmpty() && whole.isEmpty()) {
            return Markdown.text("Aucune remarque.");
        }
        Map<String, String> authors = names.authors(Stream.concat(
                        whole.stream().map(AskedOfPlan.Said::byWhom),
                        remarks.stream().map(PlanOpinions.Remark::byWhom))
                .distinct()
                .toList());
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("Sur l'ensemble du plan", sentences(whole, authors));
        parts.put(
                "Session par session, module par module",
                remarks.stream()
                        .map(remark -> (remark.line() != null
                                        ? "ligne " + remark.line() + ", "
                                        : remark.moduleCode() != null ? called.module(remark.moduleCode()) + ", " : "")
                                + authors.get(remark.byWhom()) + ", " + French.numeric(remark.at()) + " : "
                                + remark.text())
                        .toList());
        parts.values().removeIf(List::isEmpty);
        return Markdown.sections(parts);
    }

    /** What whoever reads a plan again should know of the one before; for a first plan, that there is none. */
    public Markdown asked(Plan plan) {
        List<AskedOfPlan.Said> whole = asked.of(plan);
        if (whole.isEmpty()) {
            return Markdown.text("Rien n'a encore été demandé : c'est le premier plan de ce projet.");
        }
        List<PlannedSession> sessions = plans.sessions(plan.id());
        Map<Integer, List<String>> said = byLine.ofLines(plan);
        PlanNames.Of called = names.of(sessions, List.of(), List.of());
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put(
                "Sur l'ensemble du plan",
                sentences(
                        whole,
                        names.authors(whole.stream()
                                .map(AskedOfPlan.Said::byWhom)
                                .distinct()
                                .toList())));
        parts.put(
                "Session par session, telle qu'elle est dans cette version",
                sessions.stream()
                        .filter(session -> said.containsKey(session.line()))
                        .sorted(Comparator.comparing(PlannedSession::line))
                        .map(session -> "ligne " + session.line() + ", " + sentence(session, called) + "\n"
                                + String.join("\n", said.get(session.line())))
                        .toList());
        parts.values().removeIf(List::isEmpty);
        return Markdown.sections(parts);
    }

    private static List<String> sentences(List<AskedOfPlan.Said> whole, Map<String, String> authors) {
        return whole.stream()
                .map(said -> said.what() + ", " + authors.get(said.byWhom()) + ", " + French.numeric(said.at()) + " : "
                        + said.text())
                .toList();
    }

    private Markdown toBeKnown(Plan plan) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        List<String> open = framing.unanswered(plan.projectId());
        if (!open.isEmpty()) {
            known.put("Questions de cadrage encore ouvertes", open);
        }
        known.put(
                "Rejeter",
                List.of(
                        plan.isAmendment()
                                ? "l'avenant est abandonné ; le plan en vigueur reste."
                                : "ce plan est abandonné ; vous décidez ensuite de le refaire ou d'arrêter le projet."));
        known.put(
                "Changements que l'équipe pourra faire sans nouvelle approbation, inscrits dans l'historique du plan",
                tolerance.sentences());
        if (plan.basePlanId() != null) {
            List<JournalEntry> told = plans.moves(plan.basePlanId());
            List<JournalEntry> within = told.stream()
                    .filter(entry -> Tolerance.WITHIN.equals(entry.what()))
                    .toList();
            List<JournalEntry> beyond =
                    told.stream().filter(entry -> !within.contains(entry)).toList();
            if (!within.isEmpty()) {
                known.put("Changements faits ainsi dans le plan en vigueur", moved(within, false));
            }
            if (!beyond.isEmpty()) {
                known.put(
                        "Changements du plan en vigueur qui dépassent ces limites, et qui les a faits",
                        moved(beyond, true));
            }
        }
        return Markdown.sections(known);
    }

    /** @param authors with who made each, and in what frame */
    private List<String> moved(List<JournalEntry> told, boolean authors) {
        UnaryOperator<String> words = names.told(told.stream()
                .flatMap(entry -> Stream.of(entry.before(), entry.after(), entry.why()))
                .toList());
        Map<String, String> who = authors
                ? names.authors(
                        told.stream().map(JournalEntry::byWhom).distinct().toList())
                : Map.of();
        return told.stream()
                .map(entry -> entry.told(words))
                .map(entry -> "ligne " + entry.part() + ", " + French.numeric(entry.at())
                        + (authors ? ", par " + who.get(entry.byWhom()) : "") + " : " + entry.before() + " → "
                        + entry.after()
                        + (authors ? " (" + French.inSentence(entry.what()) : "")
                        + (entry.why() == null ? authors ? ")" : "" : (authors ? " ; " : " (") + entry.why() + ")"))
                .toList();
    }
}
