package fr.forment.timeline;

import fr.forment.account.MyClock;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a timeline and its export: the same for whatever a room tells of. */
@Component
@RequiredArgsConstructor
public class ChroniclePage {

    private static final List<String> COLUMNS =
            List.of("quand", "nature", "quoi", "precision", "avant", "apres", "motif", "qui");

    private final Chronicles chronicles;
    private final MyClock clock;
    private final List<ChronicleAddition> additions;

    /** With what the rooms above know of the thing; its own room adds the rest. */
    public Chronicle begin(ChronicleSubject subject) {
        return begin(subject, true);
    }

    /** @param reasons false for a partner: why something was decided is said among those who organise */
    public Chronicle begin(ChronicleSubject subject, boolean reasons) {
        Chronicle chronicle = new Chronicle(reasons);
        additions.forEach(each -> each.add(subject, chronicle));
        return chronicle;
    }

    /**
     * What was asked, as the address has it; a field that is not there is empty.
     *
     * @param apres key of the last line of the page before
     */
    public record Asked(String nature, String du, String au, String mots, String apres) {

        public Asked {
            nature = nature == null ? "" : nature;
            du = du == null ? "" : du;
            au = au == null ? "" : au;
            mots = mots == null ? "" : mots;
            apres = apres == null ? "" : apres;
        }

        ChronicleFilter filter() {
            return ChronicleFilter.of(nature, du, au, mots);
        }
    }

    /**
     * @param subject whose timeline it is
     * @param back page of the thing
     * @param path of this page
     * @return the view
     */
    public String show(String subject, String back, String path, Chronicle of, Asked asked, Model model) {
        ChronicleFilter filter;
        try {
            filter = asked.filter();
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            filter = ChronicleFilter.lenient(asked.nature(), asked.mots());
        }
        model.addAttribute("subject", subject);
        model.addAttribute("back", back);
        model.addAttribute("path", path);
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", Arrays.asList(ChronicleKind.values()));
        model.addAttribute("found", chronicles.page(of, filter, asked.apres()));
        model.addAttribute("clock", clock.zone());
        model.addAttribute("searched", Chronicles.SEARCHED);
        return "timeline/chronicle";
    }

    /** @throws Refusal where a day cannot be read */
    public ResponseEntity<byte[]> sheet(String name, Chronicle of, Asked asked) {
        return Downloads.csv(
                name + ".csv",
                CsvSheet.of(
                        COLUMNS,
                        chronicles.all(of, asked.filter()).stream()
                                .map(this::cells)
                                .toList()));
    }

    private List<String> cells(ChronicleLine row) {
        return Arrays.asList(
                French.stamp(row.at().atZone(clock.zone())),
                row.kindLabel(),
                row.what(),
                row.part(),
                row.before(),
                row.after(),
                row.why(),
                row.byWhom());
    }
}
