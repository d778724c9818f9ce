package fr.forment.hours.web;

import fr.forment.account.SignedIn;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.people.MyPerimeter;
import fr.forment.territory.Circonscription;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The hours of a school, for its director; of the schools of a circonscription, for its team. */
@Controller
@RequiredArgsConstructor
class SchoolHoursController {

    /** What is looked at; null or empty where it does not matter. */
    record Asked(String circonscription, String ecole, String annee) {

        boolean isOneSchool() {
            return ecole != null && !ecole.isEmpty();
        }
    }

    private final HoursTables tables;
    private final MyPerimeter mine;
    private final SignedIn me;

    @GetMapping("/personnels/heures")
    String page(Asked asked, Model model) {
        Optional<Circonscription> where = chosen(asked);
        List<SchoolHours> all = tables.of(where, tables.chosen(asked.annee()));
        List<SchoolHours> shown = shown(all, asked);
        model.addAttribute("asked", asked);
        model.addAttribute("where", where.orElse(null));
        model.addAttribute("circonscriptions", tables.circonscriptions());
        model.addAttribute("years", tables.years());
        model.addAttribute("schoolYear", tables.chosen(asked.annee()));
        model.addAttribute("all", all);
        // a director reads the people at once; a circonscription first its schools
        model.addAttribute("detailed", asked.isOneSchool() || where.isEmpty() ? shown : List.of());
        model.addAttribute(
                "whole",
                new SchoolHours(
                        "",
                        "Ensemble",
                        tables.chosen(asked.annee()),
                        all.stream().flatMap(table -> table.people().stream()).toList()));
        return "hours/schoolHours";
    }

    @GetMapping("/personnels/heures/export.csv")
    ResponseEntity<byte[]> csv(Asked asked) {
        return Downloads.csv(
                "heures-de-formation.csv",
                CsvSheet.of(
                        HoursTables.COLUMNS,
                        HoursTables.rows(exported(asked)).stream()
                                .map(row -> row.stream()
                                        .map(SchoolHoursController::text)
                                        .toList())
                                .toList()));
    }

    @GetMapping("/personnels/heures/export.xlsx")
    ResponseEntity<byte[]> xlsx(Asked asked) {
        byte[] content = XlsxBook.of(new XlsxSheet("Heures", HoursTables.COLUMNS, HoursTables.rows(exported(asked))));
        return Downloads.xlsx("heures-de-formation.xlsx", content);
    }

    private List<SchoolHours> exported(Asked asked) {
        return shown(tables.of(chosen(asked), tables.chosen(asked.annee())), asked);
    }

    /** @throws ResponseStatusException for a school that is nobody's here, known or not */
    private static List<SchoolHours> shown(List<SchoolHours> all, Asked asked) {
        List<SchoolHours> shown = all.stream()
                .filter(table -> !asked.isOneSchool() || table.uai().equals(asked.ecole()))
                .toList();
        if (shown.isEmpty() && asked.isOneSchool()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return shown;
    }

    /** The one that was asked for, or the first; empty for those who see only schools. */
    private Optional<Circonscription> chosen(Asked asked) {
        List<Circonscription> seen = tables.circonscriptions();
        me.refuseUnless(!seen.isEmpty() || !mine.directedSchools().isEmpty());
        return seen.stream()
                .filter(each -> each.uai().equals(asked.circonscription()))
                .findFirst()
                .or(() -> seen.stream().findFirst());
    }

    private static String text(Object cell) {
        return cell instanceof Boolean yes
                ? yes ? "oui" : "non"
                : cell instanceof BigDecimal number ? number.toPlainString().replace('.', ',') : cell.toString();
    }
}
