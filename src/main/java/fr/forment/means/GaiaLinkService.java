package fr.forment.means;

import fr.forment.catalogue.Catalogue;
import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.plan.GaiaIdentifiers;
import fr.forment.plan.Plan;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes how GAIA calls the modules of a project; possible at any time, and told in the history of the plan. */
@Service
@Transactional
@RequiredArgsConstructor
public class GaiaLinkService {

    private final Plans plans;
    private final GaiaLinks links;
    private final Journal journal;
    private final Catalogue catalogue;

    /** By code of the module, "" for all of them; only what was written. */
    @Transactional(readOnly = true)
    public Map<String, GaiaIdentifiers> written(long projectId) {
        return links.written(projectId);
    }

    /** How modules are called here. */
    public Map<String, String> titles() {
        return catalogue.titles();
    }

    /** The same, as it is now. */
    @Transactional(readOnly = true)
    public Shown shown(long projectId) {
        return shown(links.written(projectId), catalogue.titles());
    }

    /**
     * @param vu what the page showed
     * @throws Refusal for a module that the plan does not hold, and when somebody wrote meanwhile
     */
    public void write(long planId, String vu, Map<String, GaiaIdentifiers> given) {
        Plan plan = plans.held(planId);
        Set<String> known =
                plans.sessions(planId).stream().map(PlannedSession::moduleCode).collect(Collectors.toSet());
        given.keySet().stream()
                .filter(code -> !code.isEmpty() && !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new Refusal("Un de ces modules n'est plus dans le plan : rechargez la page.");
                });
        Map<String, GaiaIdentifiers> before = links.written(plan.projectId());
        Map<String, String> titles = catalogue.titles();
        Map<String, GaiaIdentifiers> after = new TreeMap<>(given);
        after.values().removeIf(GaiaIdentifiers.NONE::equals);
        shown(before, titles).refuseUnlessSeen(vu, after.equals(before));
        if (!after.equals(before)) {
            links.replace(plan.projectId(), after);
            journal.add(plan.told("Numéros GAIA modifiés").change(told(before, titles), told(after, titles)));
        }
    }

    /** What the page shows of them, for the form that changes them. */
    public static Shown shown(Map<String, GaiaIdentifiers> links, Map<String, String> titles) {
        Shown shown = Shown.of("Numéros GAIA", "");
        for (var link : new TreeMap<>(links).entrySet()) {
            shown = shown.with(label(link.getKey(), titles), told(link.getValue()));
        }
        return shown;
    }

    /** How a page calls the numbers of a module, "" for all of them. */
    public static String label(String code, Map<String, String> titles) {
        return code.isEmpty()
                ? "Numéros GAIA de tous les modules"
                : "Numéros GAIA du module " + code + " « " + titles.getOrDefault(code, Catalogue.UNKNOWN) + " »";
    }

    /** How it tells them. */
    public static String told(GaiaIdentifiers numbers) {
        return (numbers.dispositif() + " " + numbers.module()).strip();
    }

    private static String told(Map<String, GaiaIdentifiers> links, Map<String, String> titles) {
        return links.isEmpty()
                ? "aucun"
                : links.entrySet().stream()
                        .map(link -> (link.getKey().isEmpty()
                                        ? "Tous les modules"
                                        : titles.getOrDefault(link.getKey(), Catalogue.UNKNOWN))
                                + " : "
                                + told(link.getValue()))
                        .collect(Collectors.joining(" ; "));
    }
}
