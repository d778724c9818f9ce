package fr.forment.arrival.web;

import fr.forment.arrival.Arrival;
import fr.forment.arrival.Arrivals;
import fr.forment.diagram.Pictures;
import fr.forment.people.Reach;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where somebody who arrived stands, drawn; for whoever sees the arrival, the person first. */
@Controller
@RequiredArgsConstructor
class ArrivalPictureController {

    private final ArrivalPages pages;
    private final Arrivals arrivals;
    private final Pictures pictures;

    @GetMapping("/arrivees/{id}/deroulement")
    String picture(@PathVariable long id, Model model) {
        Arrival arrival = Reach.of(arrivals.find(id), pages::maySee);
        model.addAttribute("subject", "Arrivée : " + pages.person(arrival).fullName());
        model.addAttribute("back", "/arrivees/" + id);
        model.addAttribute("pictures", List.of(pictures.ofOne("arrival", id)));
        return "diagram/course";
    }
}
