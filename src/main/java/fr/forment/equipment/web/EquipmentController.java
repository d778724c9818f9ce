package fr.forment.equipment.web;

import fr.forment.access.FormAnswer;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.equipment.EquipmentItem;
import fr.forment.equipment.EquipmentItemService;
import fr.forment.equipment.EquipmentKind;
import fr.forment.equipment.EquipmentLine;
import fr.forment.equipment.EquipmentNeedService;
import fr.forment.equipment.EquipmentProvider;
import fr.forment.equipment.EquipmentService;
import fr.forment.equipment.Equipments;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.OutOfReach;
import fr.forment.people.Reach;
import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What sessions need beside people and a room, and where each thing stands. */
@Controller
@RequiredArgsConstructor
class EquipmentController {

    private final EquipmentAccess access;
    private final Equipments equipments;
    private final EquipmentService service;
    private final EquipmentItemService stock;
    private final EquipmentNeedService needs;
    private final EquipmentRows rows;
    private final Catalogue catalogue;

    @GetMapping("/materiel")
    String page(
            @RequestParam(required = false) String circonscription,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<Circonscription> readable = access.readable();
        boolean named = circonscription != null && !circonscription.isBlank();
        if (!named && readable.isEmpty()) {
            throw new OutOfReach();
        }
        Circonscription where = named ? access.read(circonscription) : readable.get(0);
        boolean books = access.books(where);
        List<EquipmentItem> items = equipments.items(where.uai());
        model.addAttribute("where", where);
        model.addAttribute("circonscriptions", readable);
        model.addAttribute(
                "lines", equipments.live(where.uai(), page).with(some -> rows.of(where, some, items, books)));
        model.addAttribute("items", items);
        model.addAttribute("books", books);
        model.addAttribute("editsModules", access.editsModules());
        model.addAttribute("kinds", EquipmentKind.values());
        model.addAttribute("providers", EquipmentProvider.values());
        model.addAttribute("needs", equipments.needs());
        model.addAttribute("shownNeeds", access.editsModules() ? needs.shown().sent() : null);
        model.addAttribute(
                "modules",
                catalogue.active().stream()
                        .filter(TrainingModule::isHeldInSessions)
                        .toList());
        return "equipment/equipment";
    }

    /** @param vu version of the line that was on the page */
    @PostMapping("/materiel/reservations/{bookingId}/reserver")
    String reserve(
            @PathVariable long bookingId,
            @RequestParam(required = false) Long item,
            @RequestParam(defaultValue = "0") int vu,
            RedirectAttributes next) {
        EquipmentLine line = access.booked(bookingId);
        if (item != null) {
            Reach.of(equipments.item(item), known -> known.circonscriptionUai().equals(line.circonscriptionUai()));
        }
        return FormAnswer.then(home(line.circonscriptionUai()), next, () -> {
            if (item == null) {
                throw new Refusal("Choisissez le matériel à réserver.");
            }
            service.reserve(bookingId, item, vu);
            return "C'est réservé pour la date de la session.";
        });
    }

    @PostMapping("/materiel/reservations/{bookingId}/pret")
    String ready(@PathVariable long bookingId, @RequestParam(defaultValue = "0") int vu, RedirectAttributes next) {
        EquipmentLine line = access.prepared(bookingId);
        return FormAnswer.then(home(line.circonscriptionUai()), next, () -> {
            service.ready(bookingId, vu);
            return "C'est noté : ce matériel est prêt.";
        });
    }

    @PostMapping("/materiel/reservations/{bookingId}/rendre")
    String giveBack(@PathVariable long bookingId, @RequestParam(defaultValue = "0") int vu, RedirectAttributes next) {
        EquipmentLine line = access.prepared(bookingId);
        return FormAnswer.then(home(line.circonscriptionUai()), next, () -> {
            service.giveBack(bookingId, vu);
            return "C'est noté : ce matériel est de nouveau libre.";
        });
    }

    @PostMapping("/materiel")
    String add(
            @RequestParam String circonscription,
            @RequestParam(defaultValue = "") String genre,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String quantite,
            @RequestParam(defaultValue = "") String fourni,
            RedirectAttributes next) {
        Circonscription where = access.booked(circonscription);
        return FormAnswer.then(
                home(where.uai()),
                next,
                Map.of("genre", genre, "nom", nom, "quantite", quantite, "fourni", fourni),
                () -> {
                    stock.add(
                            where.uai(),
                            Typed.code(EquipmentKind.class, genre).orElse(null),
                            nom,
                            Typed.whole(quantite, "La quantité", "quantite"),
                            Typed.code(EquipmentProvider.class, fourni).orElse(null));
                    return "Ce matériel est ajouté : il peut être réservé.";
                });
    }

    @PostMapping("/materiel/{itemId:\\d+}")
    String count(
            @PathVariable long itemId,
            @RequestParam(defaultValue = "") String quantite,
            @RequestParam(defaultValue = "0") int vu,
            RedirectAttributes next) {
        EquipmentItem item = access.item(itemId);
        return FormAnswer.then(home(item.circonscriptionUai()), next, () -> {
            List<String> beyond = stock.count(itemId, Typed.whole(quantite, "La quantité", "quantite"), vu);
            return "La quantité est enregistrée."
                    + (beyond.isEmpty()
                            ? ""
                            : " Attention, des sessions en ont réservé davantage pour un même moment : "
                                    + String.join(" ; ", beyond) + ". Un courriel le dit à l'E-RUN.");
        });
    }

    @PostMapping("/materiel/{itemId:\\d+}/retirer")
    String remove(@PathVariable long itemId, RedirectAttributes next) {
        EquipmentItem item = access.item(itemId);
        return FormAnswer.then(home(item.circonscriptionUai()), next, () -> {
            stock.remove(itemId);
            return "Ce matériel est retiré ; ce qui en était réservé est à réserver de nouveau.";
        });
    }

    @PostMapping("/materiel/modules")
    String need(
            @RequestParam(defaultValue = "") String module,
            @RequestParam(defaultValue = "") List<String> genre,
            @RequestParam(required = false) String vu,
            RedirectAttributes next) {
        access.refuseUnlessEditor();
        Map<String, String> typed = Map.of("form", "modules", "module", module, "genres", String.join(",", genre));
        return FormAnswer.then("/materiel#modules", next, typed, () -> {
            if (catalogue.find(module).isEmpty()) {
                throw new Refusal("Choisissez le module.");
            }
            needs.need(
                    module,
                    genre.stream()
                            .flatMap(code -> Typed.code(EquipmentKind.class, code).stream())
                            .collect(Collectors.toSet()),
                    vu);
            return "C'est enregistré, pour les sessions annoncées à partir de maintenant.";
        });
    }

    private static String home(String circonscription) {
        return "/materiel?circonscription=" + circonscription;
    }
}
