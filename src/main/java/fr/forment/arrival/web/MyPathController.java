package fr.forment.arrival.web;

import fr.forment.account.SignedIn;
import fr.forment.arrival.Arrival;
import fr.forment.arrival.Arrivals;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a newcomer finds of the own path. */
@Controller
@RequiredArgsConstructor
class MyPathController {

    private final Arrivals arrivals;
    private final SignedIn me;

    @GetMapping("/moi/parcours")
    String mine() {
        List<Arrival> known = me.agentId() == null ? List.of() : arrivals.ofAgent(me.agentId());
        return known.isEmpty()
                ? "arrival/nopath"
                : "redirect:/arrivees/" + known.get(0).id();
    }
}
