package fr.forment.arrival;

import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.people.MyPerimeter;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Where the signed-in person may declare somebody, and as what. The same for the page and for Tasklist. */
@Component
@RequiredArgsConstructor
public class Declarers {

    private final MyPerimeter mine;
    private final SignedIn me;
    private final Schools schools;

    public boolean mayDeclare() {
        return me.hasAny(Role.DIRECTEUR, Role.ERUN);
    }

    /** A director's own schools, an E-RUN's whole circonscription; by name. */
    public List<School> schools() {
        Map<String, School> directed = schools.findAll(me.perimeters(Role.DIRECTEUR));
        return Stream.concat(
                        directed.values().stream(),
                        me.perimeters(Role.ERUN).stream().flatMap(uai -> schools.inCirconscription(uai).stream()))
                .distinct()
                .sorted(Comparator.comparing(School::displayName))
                .toList();
    }

    /** Nobody names a person of a higher rank than his own. */
    public List<AgentFunction> functions() {
        return Arrays.stream(AgentFunction.values())
                .filter(AgentFunction::isOfSchool)
                .filter(mine::mayRegister)
                .filter(function -> function != AgentFunction.DIRECTEUR || me.hasAny(Role.ERUN))
                .toList();
    }

    /**
     * The school that these words mean.
     *
     * @param text UAI or (part of) the name; blank for who has one school only
     */
    public School school(String text) {
        List<School> known = schools();
        String uai = text.strip().toUpperCase(Locale.ROOT);
        String name = Names.fold(text);
        List<School> found = text.isBlank()
                ? known
                : known.stream()
                        .filter(each -> each.uai().equals(uai))
                        .findFirst()
                        .map(List::of)
                        .orElseGet(() -> known.stream()
                                .filter(each -> Names.fold(each.displayName()).contains(name))
                                .toList());
        if (found.isEmpty()) {
            throw new Refusal(
                    "Aucune de vos écoles ne porte ce code UAI ou ce nom. Vérifiez-le, ou demandez à l'E-RUN de l'école concernée.");
        }
        if (found.size() > 1) {
            throw new Refusal(
                    text.isBlank()
                            ? "Indiquez l'école : son nom ou son code UAI."
                            : found.size() + " de vos écoles portent ce nom : indiquez le code UAI, par exemple "
                                    + found.get(0).uai() + ".");
        }
        return found.get(0);
    }

    /** @param function code, null when unknown */
    public AgentFunction function(String function) {
        return functions().stream()
                .filter(each -> each.name().equals(function))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "DIRECTEUR".equals(function)
                                ? "L'arrivée d'une directrice ou d'un directeur est déclarée par l'E-RUN ou le secrétariat de circonscription."
                                : "Choisissez une fonction exercée dans une école."));
    }
}
