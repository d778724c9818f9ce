package fr.forment.stafflist;

import fr.forment.account.AgentFunction;
import fr.forment.french.French;
import fr.forment.people.AddressRights;
import fr.forment.people.Agent;
import fr.forment.people.MyPerimeter;
import fr.forment.people.NewAgent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a line does to the person it is about, and whether the person who brings the file may do that. */
class Effects {

    private static final String NOT_TAKEN =
            "Cette personne est connue dans une autre école ou un autre service, et la liste d'une école n'en retire"
                    + " personne. Le secrétariat de circonscription enregistre son changement d'affectation ; d'ici là, retirez cette ligne ou enregistrez"
                    + " seulement les lignes correctes.";
    private static final String DIRECTION =
            "La liste d'une école ne change pas sa direction : le secrétariat de circonscription ou l'E-RUN"
                    + " l'enregistre. Corrigez la fonction sur cette ligne, ou retirez-la.";

    private final MyPerimeter mine;
    private final Terrain terrain;
    private final AddressRights.Desk addresses;
    private final LocalDate today;

    Effects(MyPerimeter mine, Terrain terrain, AddressRights.Desk addresses, LocalDate today) {
        this.mine = mine;
        this.terrain = terrain;
        this.addresses = addresses;
        this.today = today;
    }

    ListLine ofNew(ListLine asked) {
        Optional<String> refused = addresses.ofNew(said(asked.withAddress(true), null));
        return telling(refused, ofNewWith(asked.withAddress(refused.isEmpty())));
    }

    private ListLine ofNewWith(ListLine line) {
        if (!mine.mayRegister(line.function())) {
            return denied(line, null);
        }
        if (isOfDirection(line, null)) {
            return line.becomes(Outcome.TO_FIX, DIRECTION, null);
        }
        return isOver(line)
                ? line.becomes(Outcome.LEFT_OUT, "déjà partie d'après le fichier : rien à inscrire", null)
                : line.becomes(Outcome.NEW, "n'était sur aucune liste", null);
    }

    ListLine of(ListLine asked, Agent known) {
        Optional<String> refused = addresses.ofAddress(known, said(asked.withAddress(true), known));
        return telling(refused, ofWith(asked.withAddress(refused.isEmpty()), known));
    }

    /** An address that stays as it is is told with whatever else the line does. */
    private static ListLine telling(Optional<String> refused, ListLine judged) {
        return judged.outcome() == Outcome.TO_FIX || judged.outcome() == Outcome.LEFT_OUT
                ? judged.withAddress(true)
                : refused.map(judged::says).orElse(judged);
    }

    private ListLine ofWith(ListLine line, Agent known) {
        ListLine effect = effect(line, known);
        if (effect.outcome() == Outcome.SAME) {
            return effect;
        }
        if (!terrain.mayTake(line.uai(), known, today)) {
            return line.becomes(Outcome.TO_FIX, NOT_TAKEN, null);
        }
        if (isOfDirection(line, known)) {
            return line.becomes(Outcome.TO_FIX, DIRECTION, known);
        }
        if (!isAllowed(line, known)) {
            return denied(line, known);
        }
        boolean leaves = line.leavesOn() != null && !line.leavesOn().equals(known.leftOn());
        Optional<String> fall =
                known.isActiveOn(today) ? addresses.ofFall(known, leaves ? null : said(line, known)) : Optional.empty();
        if (fall.isPresent()) {
            return line.becomes(Outcome.TO_FIX, fall.get(), known);
        }
        return addresses
                .ofRise(known, said(line, known))
                .map(why -> line.becomes(Outcome.TO_FIX, why, known))
                .orElse(effect);
    }

    /** Who directs a school is not for the school's own list to say: nor for the form, nor for Tasklist. */
    private boolean isOfDirection(ListLine line, Agent known) {
        if (terrain.find(line.uai()).answered()) {
            return false;
        }
        NewAgent said = said(line, known);
        boolean directed = known != null && known.isActiveOn(today) && known.function() == AgentFunction.DIRECTEUR;
        return directed != (said.function() == AgentFunction.DIRECTEUR)
                || directed
                        && (!known.isPlacedAs(said)
                                || line.leavesOn() != null && !line.leavesOn().equals(known.leftOn()));
    }

    /** Nobody names, or changes, a person of a rank above his own. */
    boolean isAllowed(ListLine line, Agent known) {
        return mine.mayRegister(line.function()) && (known == null || mine.mayRegister(known.function()));
    }

    ListLine denied(ListLine line, Agent known) {
        return line.becomes(
                Outcome.TO_FIX,
                "fonction « " + line.function().label() + " » : votre rôle ne permet pas de nommer ou de changer"
                        + " une personne de cette fonction.",
                known);
    }

    /** Where the line puts the person; on what it is silent, a known person stays as known. */
    NewAgent said(ListLine line, Agent known) {
        return terrain.find(line.uai())
                .put(known == null ? line.content().newAgent() : line.content().about(known));
    }

    private ListLine effect(ListLine line, Agent known) {
        if (!known.isActiveOn(today)) {
            return isOver(line)
                    ? line.becomes(Outcome.SAME, "déjà partie", known)
                    : line.becomes(Outcome.BACK, "était partie le " + French.numeric(known.leftOn()), known);
        }
        NewAgent said = said(line, known);
        List<String> changes = changes(line, known, said);
        if (!known.isPlacedAs(said)) {
            if (!terrain.knowsPlace(known)) {
                changes.clear();
            }
            changes.add(
                    0,
                    "de : " + terrain.label(known) + " ; à : "
                            + terrain.find(line.uai()).label());
            return line.becomes(Outcome.MOVED, String.join(" ; ", changes), known);
        }
        if (!changes.isEmpty()) {
            return line.becomes(Outcome.CHANGED, String.join(" ; ", changes), known);
        }
        return known.missingSince() == null
                ? line.becomes(Outcome.SAME, "", known)
                : line.becomes(
                        Outcome.BACK,
                        "manquait sur la liste depuis le " + French.numeric(known.missingSince())
                                + ", y figure de nouveau",
                        known);
    }

    private static List<String> changes(ListLine line, Agent known, NewAgent said) {
        List<String> changes = new ArrayList<>();
        if (!known.foldedName().equals(line.foldedName())) {
            changes.add("nom : " + known.fullName() + " devient " + said.firstName() + " " + said.lastName());
        }
        note(changes, "fonction", known.function().label(), said.function().label());
        note(changes, "adresse", known.email(), said.email() == null ? known.email() : said.email());
        note(changes, "quotité", known.quotity(), said.quotity());
        note(changes, "constellation", known.constellation() ? "oui" : "non", said.constellation() ? "oui" : "non");
        note(changes, "départ", day(known.leftOn()), day(line.leavesOn() == null ? known.leftOn() : line.leavesOn()));
        return changes;
    }

    private static String day(LocalDate day) {
        return day == null ? null : French.numeric(day);
    }

    private static void note(List<String> changes, String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(what + " : " + Objects.requireNonNullElse(before, "aucune") + " devient "
                    + Objects.requireNonNullElse(after, "aucune"));
        }
    }

    private boolean isOver(ListLine line) {
        return line.leavesOn() != null && !line.leavesOn().isAfter(today);
    }
}
