package fr.forment.means;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.plan.Plan;
import fr.forment.plan.Plans;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes prices into a version while it may still be edited; a version made from another takes its prices along. */
@Service
@Transactional
@RequiredArgsConstructor
public class PlanPriceService {

    static final int MOST_LINES = 30;
    private static final int LABEL_MAX = 120;
    private static final int QUANTITY_MAX = 100_000;

    private final Plans plans;
    private final PlanPrices prices;
    private final Journal journal;

    @EventListener
    void on(Plan.Copied copied) {
        prices.replace(copied.toPlanId(), prices.sheet(copied.fromPlanId()));
    }

    /**
     * @param vu what the page showed
     * @param change of the prices that stand
     * @throws Refusal once the version was submitted, for a line that cannot be, or over what somebody else wrote
     */
    public void write(long planId, String vu, UnaryOperator<Map<CostKind, Long>> change, List<OwnCost> own) {
        Plan plan = plans.editable(planId);
        PriceSheet before = prices.sheet(planId);
        PriceSheet after = new PriceSheet(change.apply(before.prices()), own);
        before.shown().refuseUnlessSeen(vu, after.equals(before));
        own.forEach(PlanPriceService::refuseNonsense);
        if (own.size() > MOST_LINES) {
            throw new Refusal("Un plan compte " + MOST_LINES + " lignes de coût ajoutées au plus.");
        }
        if (!after.equals(before)) {
            prices.replace(planId, after);
            journal.add(plan.told("Prix et coûts modifiés").change(before.told(), after.told()));
        }
    }

    private static void refuseNonsense(OwnCost line) {
        if (line.label().isBlank() || line.label().length() > LABEL_MAX) {
            throw new Refusal("Donnez à chaque ligne de coût un intitulé, en " + LABEL_MAX + " caractères au plus.");
        }
        if (line.quantity() < 1 || line.quantity() > QUANTITY_MAX) {
            throw new Refusal("« " + line.label() + " » : la quantité est un nombre entier de 1 à "
                    + French.number(QUANTITY_MAX) + ".");
        }
    }
}
