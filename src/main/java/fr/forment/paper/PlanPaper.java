package fr.forment.paper;

import fr.forment.french.French;
import fr.forment.means.HoursOfSchool;
import fr.forment.means.Money;
import fr.forment.means.PlanCosts;
import fr.forment.means.PlanMeans;
import fr.forment.means.Shortage;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Unplaced;
import fr.forment.plan.Warning;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.words.AsideRows;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What the paper of one version says, in the order in which it says it.
 *
 * @param reason of an amendment; null where there is none, or for who may not know it
 * @param costs at the prices of this version
 * @param hours by school; none for who does not see people
 * @param shortages what does not fit, and what would free it
 * @param unplaced by module
 * @param asides what the version holds without a session
 * @param weeks sessions by the Monday of their week, in order
 * @param schools by name; each with what it is given
 * @param team sessions no school is named in
 * @param before title of the version this one is compared with; null where there is none
 */
public record PlanPaper(
        Plan plan,
        String reason,
        String project,
        Circonscription circonscription,
        Standing standing,
        LocalDate printedOn,
        PlanMeans means,
        PlanCosts costs,
        List<HoursOfSchool> hours,
        List<Shortage> shortages,
        Weights weights,
        List<Warning> warnings,
        List<UnplacedOfModule> unplaced,
        AsideRows asides,
        List<Week> weeks,
        List<OfSchool> schools,
        List<PlannedSession> team,
        String before,
        List<String> differences,
        PlanNames.Of names) {

    /** Needs of one module that found no place. */
    public record UnplacedOfModule(String title, List<Unplaced> needs) {}

    public record Week(LocalDate monday, List<PlannedSession> sessions) {

        public String title() {
            return "Semaine du " + French.date(monday);
        }
    }

    public record OfSchool(String uai, String name, List<PlannedSession> sessions) {}

    /** Who has no seat, in all. */
    public String missing() {
        return Unplaced.inFrench(
                unplaced.stream().flatMap(module -> module.needs().stream()).toList());
    }

    /** @param cents null without a price */
    public String money(Long cents) {
        return cents == null ? "sans prix" : Money.of(cents);
    }

    public String quantity(PlanCosts.Line line) {
        return French.number(line.quantity()) + " "
                + French.word(line.quantity() < 2 ? 1 : 2, line.kind().unit());
    }

    public String total() {
        return !costs.isPriced()
                ? "Aucun prix n'est saisi : le coût n'est pas connu."
                : "Total : " + Money.of(costs.total())
                        + (costs.unpriced() == 0
                                ? ""
                                : ", hors " + French.count(costs.unpriced(), "ligne sans prix", "lignes sans prix"))
                        + ".";
    }

    public List<Goal> goals() {
        return Arrays.asList(Goal.values());
    }

    public String replacementAndTravel() {
        long people = Math.round(means.travel().personKm());
        return French.count(means.replacements(), "demi-journée à remplacer", "demi-journées à remplacer")
                + " ; trajets (aller) : "
                + French.count(people, "personne-kilomètre", "personnes-kilomètres") + " pour les stagiaires, "
                + French.number(Math.round(means.travel().trainerKm())) + " km pour les formateurs.";
    }

    /** Of the file, and of the window that shows it. */
    public String title() {
        return "Plan de formation, " + project + " (" + French.inSentence(plan.title()) + ")";
    }
}
