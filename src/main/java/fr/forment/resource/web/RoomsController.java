package fr.forment.resource.web;

import fr.forment.access.FormAnswer;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.people.Reach;
import fr.forment.resource.LostPlace;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.resource.Rooms;
import fr.forment.territory.Circonscription;
import fr.forment.territory.PlaceNames;
import fr.forment.territory.Schools;
import fr.forment.territory.Uai;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rooms of a circonscription. */
@Controller
@RequiredArgsConstructor
class RoomsController {

    private final ResourceAccess access;
    private final Rooms rooms;
    private final RoomService service;
    private final Schools schools;
    private final PlaceNames names;

    @GetMapping("/ressources/salles")
    String page(
            @RequestParam(required = false) String circonscription,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Circonscription where = access.shown(circonscription, model);
        var shown = rooms.page(where.uai(), page);
        List<LostPlace> lost = rooms.lost(where.uai());
        model.addAttribute("rooms", shown);
        model.addAttribute("lost", lost);
        model.addAttribute(
                "names",
                names.of(Stream.concat(
                                shown.rows().stream().map(Room::schoolUai).filter(Objects::nonNull),
                                lost.stream().map(LostPlace::place))
                        .toList()));
        model.addAttribute("schools", schools.inCirconscription(where.uai()));
        return "resource/rooms";
    }

    @PostMapping("/ressources/salles")
    String add(@RequestParam String circonscription, @ModelAttribute RoomForm form, RedirectAttributes next) {
        Circonscription where = access.edited(circonscription);
        access.reachesSchool(form.ecole());
        return FormAnswer.then(home(where.uai()), next, form.typed(), () -> {
            Room room = form.room(where.uai(), 0);
            service.add(room);
            return "La salle est ajoutée : " + room.name() + ", " + French.count(room.capacity(), "place") + ".";
        });
    }

    @GetMapping("/ressources/salles/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        Room room = room(id);
        Circonscription where = access.edited(room.circonscriptionUai());
        model.addAttribute("where", where);
        model.addAttribute("room", room);
        model.addAttribute("schools", schools.inCirconscription(where.uai()));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new HashMap<>(RoomForm.of(room).typed()));
        }
        return "resource/room";
    }

    @PostMapping("/ressources/salles/{id:\\d+}")
    String change(@PathVariable long id, @ModelAttribute RoomForm form, RedirectAttributes next) {
        Room room = room(id);
        access.edited(room.circonscriptionUai());
        access.reachesSchool(form.ecole());
        String page = FormAnswer.then(
                home(room.circonscriptionUai()),
                next,
                form.typed(),
                () -> service.change(form.room(room.circonscriptionUai(), id))
                        ? "La salle est modifiée ; ce qu'elle était avant reste dans l'historique."
                        : "Rien n'a changé.");
        return next.getFlashAttributes().containsKey("problem") ? "redirect:/ressources/salles/" + id : page;
    }

    @PostMapping("/ressources/salles/{id:\\d+}/retirer")
    String remove(@PathVariable long id, RedirectAttributes next) {
        Room room = room(id);
        access.edited(room.circonscriptionUai());
        return FormAnswer.then(home(room.circonscriptionUai()), next, Map.of(), () -> {
            service.remove(id);
            return "La salle est retirée ; elle reste dans l'historique.";
        });
    }

    @PostMapping("/ressources/salles/retrouver")
    String find(@RequestParam String circonscription, @RequestParam String lieu, RedirectAttributes next) {
        Circonscription where = access.edited(circonscription);
        access.reachesSchool(Uai.read(lieu).map(Uai::value).orElse(null));
        return FormAnswer.then(home(where.uai()), next, Map.of(), () -> {
            if (!service.find(where.uai(), lieu)) {
                throw new Refusal(
                        "Ce lieu n'est plus dans la liste des lieux perdus : quelqu'un l'a peut-être déjà rétabli.");
            }
            return "Le lieu est rétabli : des sessions peuvent s'y tenir de nouveau.";
        });
    }

    private Room room(long id) {
        return Reach.of(rooms.find(id), room -> access.seesCirconscription(room.circonscriptionUai()));
    }

    private static String home(String circonscription) {
        return "/ressources/salles?circonscription=" + circonscription;
    }
}
