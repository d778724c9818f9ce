package fr.forment.release.web;

import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.database.Slice;
import fr.forment.french.Told;
import fr.forment.people.Reach;
import fr.forment.release.MaterialService;
import fr.forment.release.Releases;
import fr.forment.release.TrainingMaterial;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Guides and tutorials of each module, and whether they still hold. */
@Controller
@RequestMapping("/supports")
@RequiredArgsConstructor
class MaterialController {

    private final Releases releases;
    private final MaterialService materials;
    private final ReleaseRights rights;
    private final Catalogue catalogue;
    private final SignedIn me;
    private final Signatures signatures;

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        List<Circonscription> seen = rights.readable();
        Slice<TrainingMaterial> found =
                releases.materials(seen.stream().map(Circonscription::uai).toList(), page);
        List<TrainingModule> all = catalogue.all();
        model.addAttribute("materials", found);
        model.addAttribute(
                "names", seen.stream().collect(Collectors.toMap(Circonscription::uai, Circonscription::shortName)));
        model.addAttribute(
                "reviewers",
                signatures.readAll(
                        found.rows().stream().map(TrainingMaterial::reviewedBy).toList()));
        model.addAttribute(
                "titles", all.stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title)));
        model.addAttribute(
                "reviewable",
                rights.reviewable().stream().map(Circonscription::uai).toList());
        model.addAllAttributes(Map.of(
                "modules", all.stream().filter(TrainingModule::isActive).toList(), "suppliable", rights.suppliable()));
        return "release/materials";
    }

    @PostMapping
    String add(
            @RequestParam String circonscriptionUai,
            @RequestParam String moduleCode,
            @RequestParam String title,
            @RequestParam String place,
            RedirectAttributes next) {
        rights.require(circonscriptionUai, rights::suppliable);
        Told.on(next, "Le support est ajouté.", () -> materials.add(circonscriptionUai, moduleCode, title, place));
        return "redirect:/supports";
    }

    /** @param version where the person came from, to go back there; absent from the list of materials */
    @PostMapping("/{id:\\d+}/revu")
    String review(@PathVariable long id, @RequestParam(required = false) Long version, RedirectAttributes next) {
        TrainingMaterial material = Reach.of(
                releases.material(id), found -> ReleaseRights.holds(rights.readable(), found.circonscriptionUai()));
        rights.require(material.circonscriptionUai(), rights::reviewable);
        if (version != null) {
            Reach.of(
                    releases.find(version),
                    found -> ReleaseRights.holds(rights.readable(), found.circonscriptionUai()));
        }
        materials.review(id, null);
        next.addFlashAttribute("done", "« " + material.title() + " » est marqué à jour.");
        return version == null ? "redirect:/supports" : "redirect:/versions/" + version;
    }
}
