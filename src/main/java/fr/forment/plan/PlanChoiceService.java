package fr.forment.plan;

import fr.forment.account.Signatures;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.plan.calculation.Weights;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people choose for a version and for the plans a circonscription will make: how much each goal weighs, and
 * whether what must precede the opening is seated even beyond the hours that people have left, with the reason.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PlanChoiceService {

    /** Of what a circonscription chooses for its plans to come; its subject is the UAI. */
    public static final String JOURNAL = "PLAN_CHOICE";

    /** Characters of the reason for going beyond hours. */
    public static final int REASON_MAX = 1000;

    private static final String HOURS = "Heures restantes";

    private final PlanRepository plans;
    private final PlanContents contents;
    private final PlanWeightsService weights;
    private final PlanTerms terms;
    private final Journal journal;
    private final Signatures signatures;
    private final JdbcClient jdbc;

    /**
     * All of it or nothing.
     *
     * @param beyondHours why; null: nobody is seated beyond the hours left
     * @param ofPlansToCome the same for the plans that the circonscription makes from now on
     * @param seen refuses when weights or reason are no longer what the person saw
     */
    public void choose(
            long planId, Weights wanted, String beyondHours, boolean ofPlansToCome, BiConsumer<Weights, String> seen) {
        String why = said(beyondHours);
        weights.adjust(
                planId,
                wanted,
                ofPlansToCome,
                now -> seen.accept(now, plan(planId).beyondHours()));
        Plan plan = plan(planId);
        if (ofPlansToCome) {
            chooseForPlansToCome(terms.circonscription(plan).uai(), why);
        }
        if (!Objects.equals(plan.beyondHours(), why)) {
            journal.add(plan.told(HOURS)
                    .change(hours(plan.beyondHours()), hours(why))
                    .because(why));
            plan.goBeyondHours(why);
            plans.save(plan);
            contents.check(plan);
        }
    }

    /**
     * Of the plans that the circonscription makes from now on, before the first calculation of each.
     *
     * @param beyondHours why; null: nobody is seated beyond the hours left
     * @throws Refusal without a reason, or with too long a one
     */
    public void chooseForPlansToCome(String circonscriptionUai, String beyondHours) {
        String why = said(beyondHours);
        String before = ofPlansToCome(circonscriptionUai).orElse(null);
        if (Objects.equals(before, why)) {
            return;
        }
        jdbc.sql("DELETE FROM circonscription_beyond_hours WHERE circonscription_uai = ?")
                .param(circonscriptionUai)
                .update();
        if (why != null) {
            jdbc.sql("INSERT INTO circonscription_beyond_hours (circonscription_uai, reason) VALUES (?, ?)")
                    .params(circonscriptionUai, why)
                    .update();
        }
        journal.add(JournalEntry.of(JOURNAL, circonscriptionUai)
                .what(HOURS)
                .change(hours(before), hours(why))
                .because(why));
    }

    /** Why the plans to come go beyond hours, who decided it, and when. */
    public record Chosen(String why, String byWhom, Instant at) {}

    /** What the circonscription of a version chose for its plans to come; empty: they do not go beyond hours. */
    @Transactional(readOnly = true)
    public Optional<Chosen> ofPlansToCome(Plan plan) {
        String uai = terms.circonscription(plan).uai();
        return ofPlansToCome(uai).map(why -> {
            JournalEntry last = last(uai);
            return new Chosen(why, signatures.read(last.byWhom()), last.at());
        });
    }

    private JournalEntry last(String uai) {
        return journal.latest(JOURNAL, uai).get(0);
    }

    private Optional<String> ofPlansToCome(String circonscriptionUai) {
        return jdbc.sql("SELECT reason FROM circonscription_beyond_hours WHERE circonscription_uai = ?")
                .param(circonscriptionUai)
                .query(String.class)
                .optional();
    }

    /** A first version takes over what the circonscription chose; its history says who chose it, when and why. */
    void takeOver(Plan plan) {
        String uai = terms.circonscription(plan).uai();
        ofPlansToCome(uai).ifPresent(why -> {
            plan.goBeyondHours(why);
            plans.save(plan);
            JournalEntry chosen = last(uai);
            journal.add(plan.told(HOURS)
                    .change(hours(null), hours(why))
                    .by(chosen.byWhom())
                    .because(why + " (choisi pour les plans de la circonscription le " + French.date(chosen.at())
                            + ")"));
        });
    }

    private static String said(String beyondHours) {
        if (beyondHours == null) {
            return null;
        }
        if (beyondHours.isBlank()) {
            throw new Refusal(
                    "Dites pourquoi ce qui doit précéder l'ouverture est placé au-delà des heures restantes : l'inspection le lira.",
                    "auDelaMotif");
        }
        if (beyondHours.length() > REASON_MAX) {
            throw new Refusal(
                    "Ce motif est trop long : " + French.number(REASON_MAX) + " caractères au plus, il en a "
                            + French.number(beyondHours.length()) + ".",
                    "auDelaMotif");
        }
        return beyondHours.strip();
    }

    private Plan plan(long planId) {
        return plans.findById(planId).orElseThrow();
    }

    private static String hours(String beyond) {
        return beyond == null
                ? "personne ne dépasse ses heures"
                : "ce qui doit précéder l'ouverture est placé même au-delà des heures";
    }
}
