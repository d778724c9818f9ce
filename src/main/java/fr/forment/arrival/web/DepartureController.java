package fr.forment.arrival.web;

import fr.forment.account.Role;
import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.arrival.Departure;
import fr.forment.arrival.DepartureProcess;
import fr.forment.arrival.DepartureState;
import fr.forment.arrival.Departures;
import fr.forment.journal.Journal;
import fr.forment.people.Reach;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of somebody who is missing from the list, or who leaves. */
@Controller
@RequiredArgsConstructor
class DepartureController {

    private final DeparturePages pages;
    private final Departures departures;
    private final Journal journal;
    private final DepartureProcess process;
    private final Signatures signatures;
    private final SignedIn me;

    @GetMapping("/departs/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        Departure departure = Reach.of(departures.find(id), pages::maySee);
        model.addAttribute("row", pages.row(departure));
        model.addAttribute(
                "history",
                signatures.named(journal.of(Departure.JOURNAL, id)).stream()
                        .map(line -> line.change(
                                line.before(),
                                DepartureState.valueOf(line.after()).label()))
                        .toList());
        model.addAttribute(
                "task",
                me.hasAny(Role.DIRECTEUR, Role.ERUN, Role.IEN, Role.IEN_NUMERIQUE, Role.SECRETAIRE)
                        ? process.taskLink(id).orElse(null)
                        : null);
        return "arrival/departure";
    }
}
