package fr.forment.overview.web;

import fr.forment.account.SignedIn;
import fr.forment.database.Slice;
import fr.forment.french.Typed;
import fr.forment.overview.awaited.Wait;
import fr.forment.overview.awaited.Waits;
import fr.forment.overview.awaited.WaitsByPlace;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.project.blocked.Body;
import fr.forment.territory.Circonscription;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is awaited in a circonscription, body by body: for all who work for it, partners too. */
@Controller
@RequiredArgsConstructor
class AwaitedController {

    private final MyPerimeter perimeter;
    private final SignedIn me;
    private final Waits waits;
    private final WaitsByPlace everywhere;

    /** @param since when the oldest began to wait; null where nothing does */
    record OfBody(Body body, long waiting, long late, LocalDate since) {

        static OfBody of(Body body, List<Wait> all) {
            List<Wait> its = all.stream().filter(each -> each.body() == body).toList();
            return new OfBody(
                    body,
                    its.size(),
                    its.stream().filter(Wait::late).count(),
                    its.stream()
                            .map(Wait::since)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null));
        }
    }

    /**
     * Who answers for several circonscriptions reads first where anything waits, then one of them.
     *
     * @param de one of {@link Body}; anything else shows all
     */
    @GetMapping("/retards")
    String awaited(
            @RequestParam(name = "circonscription", defaultValue = "") String only,
            @RequestParam(defaultValue = "") String de,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<Circonscription> mine = perimeter.circonscriptions();
        me.refuseUnless(!mine.isEmpty());
        model.addAttribute("places", mine);
        if (only.isEmpty() && mine.size() > 1) {
            List<WaitsByPlace.OfPlace> all = everywhere.of(mine);
            model.addAttribute("everywhere", all);
            model.addAttribute(
                    "total",
                    all.stream().mapToInt(WaitsByPlace.OfPlace::waiting).sum());
            model.addAttribute(
                    "late", all.stream().mapToInt(WaitsByPlace.OfPlace::late).sum());
            return "overview/awaitedEverywhere";
        }
        Circonscription shown = mine.stream()
                .filter(each -> only.isEmpty() || each.uai().equals(only))
                .findFirst()
                .orElseThrow(OutOfReach::new);
        Waits.InPlace found = waits.in(shown);
        List<Wait> all = found.all();
        Body body = Typed.code(Body.class, de).orElse(null);
        model.addAttribute("place", shown);
        model.addAttribute("unasked", found.unasked());
        model.addAttribute(
                "bodies",
                Arrays.stream(Body.values()).map(each -> OfBody.of(each, all)).toList());
        model.addAttribute("total", all.size());
        model.addAttribute("late", all.stream().filter(Wait::late).count());
        model.addAttribute("body", body);
        model.addAttribute(
                "rows",
                Slice.of(
                        all.stream()
                                .filter(each -> body == null || each.body() == body)
                                .toList(),
                        page));
        return "overview/awaited";
    }
}
