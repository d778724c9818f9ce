package fr.forment.recount.web;

import fr.forment.account.SignedIn;
import fr.forment.files.Downloads;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanRights;
import fr.forment.recount.PlanDocument;
import fr.forment.recount.PlanDocuments;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Facts and plan together. Hours of people stand in it, so it is for those who may see them, though without names. */
@Controller
@RequiredArgsConstructor
class PlanJsonController {

    private final PlanRights rights;
    private final SignedIn me;
    private final ComputedPlanService plans;
    private final PlanAsides asides;

    @GetMapping("/plans/{id}.json")
    ResponseEntity<byte[]> plan(@PathVariable long id) {
        me.refuseUnless(rights.seesPeople(rights.whole(id)));
        PlanBasis basis = plans.basis(id);
        PlanDocument document = PlanDocuments.of(
                basis.facts().circonscriptionUai(),
                basis.toSolve(true),
                asides.of(id),
                basis.drafts(),
                basis.weights(),
                plans.seed(id).orElse(null));
        return Downloads.of("plan-" + id + ".json", MediaType.APPLICATION_JSON, PlanDocuments.json(document));
    }
}
