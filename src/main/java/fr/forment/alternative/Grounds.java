package fr.forment.alternative;

import fr.forment.french.French;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Trainers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a session is held, when, where and by whom it is: each sentence is counted from the facts of the plan. */
public final class Grounds {

    private final PlanBasis basis;
    private final PlanFacts facts;
    private final PlanNames.Of called;
    private final List<Draft> sessions;

    public Grounds(PlanBasis basis, List<Draft> sessions, PlanNames.Of called) {
        this.basis = basis;
        this.facts = basis.facts();
        this.called = called;
        this.sessions = sessions;
    }

    public List<String> of(PlannedSession session, Draft draft) {
        List<String> told = new ArrayList<>();
        told.add(who(session, draft));
        if (draft.module().isCompulsory()) {
            told.add("Ce module est obligatoire avant l'ouverture de l'ENT.");
        }
        told.add(earliest(draft));
        follows(draft).ifPresent(told::add);
        told.add(new FirstMoment(facts, sessions).of(draft));
        place(draft).ifPresent(told::add);
        told.add(trainer(draft));
        if (basis.pinned().contains(session.line())) {
            told.add("Une personne de l'équipe l'a placée là : elle est épinglée, un calcul ne la déplace pas.");
        }
        if (facts.isInForce(session.line(), session.startsAt())) {
            told.add("Sa date est celle du plan en vigueur : elle a déjà été annoncée.");
        }
        return told;
    }

    private String who(PlannedSession session, Draft draft) {
        int waiting = facts.needs().stream()
                .filter(need -> need.moduleCode().equals(draft.module().code()))
                .filter(need -> draft.seats().isEmpty()
                        ? need.schoolUai().equals(facts.circonscriptionUai())
                        : draft.seats().containsKey(need.schoolUai()))
                .mapToInt(need -> need.people())
                .sum();
        return "Elle forme " + French.count(session.expected(), "personne") + ", sur "
                + French.number(waiting) + " à former à ce module dans "
                + (draft.seats().isEmpty()
                        ? "la circonscription."
                        : draft.seats().size() == 1 ? "cette école." : "ces écoles.");
    }

    private String earliest(Draft draft) {
        LocalDate trained = sessions.stream()
                .filter(other -> other.vagueRank() == null)
                .map(Draft::day)
                .max(Comparator.naturalOrder())
                .orElse(null);
        EarliestStart start = Optional.ofNullable(draft.vagueRank())
                .flatMap(facts::vague)
                .map(vague -> EarliestStart.ofVague(facts, vague, trained))
                .orElseGet(() -> EarliestStart.ofPlan(facts));
        return "Elle ne peut pas se tenir avant le " + French.day(start.day()) + " : il faut d'abord " + start.why()
                + ".";
    }

    /** What must come before, and which of the sessions is the last of it. */
    private Optional<String> follows(Draft draft) {
        ModuleFacts module = draft.module();
        return sessions.stream()
                .filter(other -> module.prerequisites().contains(other.module().code()))
                .filter(other -> other.vagueRank() == null
                        || other.seats().keySet().stream().anyMatch(draft.seats()::containsKey))
                .max(Comparator.comparing(Draft::day))
                .map(last -> "Elle vient après la session de la ligne " + last.line() + " ("
                        + called.module(last.module().code()) + ", " + French.day(last.day())
                        + "), qu'il faut avoir suivie d'abord.");
    }

    private Optional<String> place(Draft draft) {
        if (draft.seats().isEmpty()) {
            return Optional.empty();
        }
        var roads = new Roads(facts);
        long here = Math.round(roads.personKilometres(draft));
        String others = draft.seats().keySet().stream()
                .filter(uai -> !uai.equals(draft.place()))
                .map(called::place)
                .sorted()
                .collect(Collectors.joining(", "));
        return Optional.of("Lieu : " + called.place(draft.place()) + ". "
                + (others.isEmpty()
                        ? "Personne ne se déplace."
                        : here == 0
                                ? "Distances inconnues, ou nulles."
                                : "Les trajets font " + French.count(here, "personne-kilomètre", "personnes-kilomètres")
                                        + " en tout, aller simple."));
    }

    private String trainer(Draft draft) {
        int able = Trainers.of(facts, draft.module(), draft.seats().keySet(), draft.day())
                .size();
        if (draft.trainerId() == null) {
            return able == 0
                    ? "Personne n'est habilité à assurer ce module dans ce plan : la session attend quelqu'un."
                    : "Personne n'est encore désigné, alors que "
                            + French.count(able, "personne est habilitée", "personnes sont habilitées") + ".";
        }
        long led = sessions.stream()
                .filter(other -> draft.trainerId().equals(other.trainerId()))
                .count();
        return "Formation assurée par " + called.trainer(draft.trainerId()) + ", "
                + (able <= 1 ? "seule personne habilitée" : "une des " + French.number(able) + " personnes habilitées")
                + " ; " + French.count(led, "session") + " dans ce plan.";
    }
}
