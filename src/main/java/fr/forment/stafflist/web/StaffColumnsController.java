package fr.forment.stafflist.web;

import fr.forment.account.AgentFunction;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.SchoolChoice;
import fr.forment.stafflist.MappingView;
import fr.forment.stafflist.StaffDepositService;
import fr.forment.stafflist.reading.ColumnMapping;
import fr.forment.stafflist.reading.ReadingChoices;
import fr.forment.stafflist.reading.StaffField;
import fr.forment.territory.Uai;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Says which column of a deposited file is which field, and what the file leaves unsaid. */
@Controller
@RequiredArgsConstructor
class StaffColumnsController {

    private final StaffDepositService deposits;
    private final SchoolChoice schools;
    private final Reach reach;
    private final MyPerimeter mine;

    @GetMapping("/personnels/import/{id:\\d+}/colonnes")
    String look(@PathVariable long id, Model model) {
        MappingView view = view(id);
        return page(
                view,
                view.proposed(),
                new ReadingChoices(schools.only(), view.usual().functionWhenSilent()),
                model);
    }

    /** @param sent every field under its own name: the number of its column, or nothing */
    @PostMapping("/personnels/import/{id:\\d+}/colonnes")
    String choose(@PathVariable long id, @RequestParam Map<String, String> sent, Model model) {
        MappingView view = view(id);
        ColumnMapping mapping = mapping(sent, view.columns().size());
        ReadingChoices choices = new ReadingChoices(
                school(sent.getOrDefault("ecole", "")), function(sent.getOrDefault("fonctionSinon", "")));
        if (choices.schoolUai() != null) {
            reach.school(choices.schoolUai());
        }
        String problem = problem(view, mapping, choices, sent.getOrDefault("ecole", ""));
        if (problem == null) {
            try {
                deposits.choose(id, mapping, choices, sent.containsKey("retenir"));
                return "redirect:/personnels/import/" + id;
            } catch (Refusal no) {
                problem = no.getMessage();
            }
        }
        model.addAttribute("problem", problem);
        return page(view, mapping, choices, model);
    }

    private static String problem(MappingView view, ColumnMapping mapping, ReadingChoices choices, String school) {
        List<String> shared = mapping.shared(view.columns());
        if (!shared.isEmpty()) {
            return "La colonne « " + String.join(" », « ", shared)
                    + " » sert à deux informations : choisissez-en une autre pour l'une des deux.";
        }
        if (choices.schoolUai() == null && !school.isBlank()) {
            return "Le code UAI " + Typed.quoted(school)
                    + " n'est pas celui d'une école : il compte 7 chiffres et une lettre, par exemple 0350122T.";
        }
        List<StaffField> missing = mapping.missing(choices);
        if (missing.contains(StaffField.UAI)) {
            return "Indiquez la colonne du code UAI, ou choisissez l'école dont ce fichier est la liste.";
        }
        return missing.isEmpty()
                ? null
                : "Choisissez une colonne pour : "
                        + String.join(
                                ", ", missing.stream().map(StaffField::label).toList()) + ".";
    }

    private static ColumnMapping mapping(Map<String, String> sent, int columns) {
        Map<StaffField, Integer> chosen = new EnumMap<>(StaffField.class);
        for (StaffField field : StaffField.values()) {
            String place = sent.getOrDefault(field.name(), "");
            if (place.matches("\\d{1,4}") && Integer.parseInt(place) < columns) {
                chosen.put(field, Integer.valueOf(place));
            }
        }
        return new ColumnMapping(chosen);
    }

    private static String school(String written) {
        return Uai.read(written).map(Uai::value).orElse(null);
    }

    private static AgentFunction function(String name) {
        return Arrays.stream(AgentFunction.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String page(MappingView view, ColumnMapping mapping, ReadingChoices choices, Model model) {
        model.addAllAttributes(Map.of(
                "view",
                view,
                "chosen",
                mapping.columns(),
                "choices",
                choices,
                "fields",
                StaffField.values(),
                "schools",
                schools.offered(),
                "functions",
                Arrays.stream(AgentFunction.values())
                        .filter(AgentFunction::isOfSchool)
                        .filter(mine::mayRegister)
                        .toList()));
        return "stafflist/columns";
    }

    /** Not there, somebody else's, or past this step: all the same from outside. */
    private MappingView view(long id) {
        return deposits.mapping(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
