package fr.forment.release.web;

import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.database.Slice;
import fr.forment.files.FileNames;
import fr.forment.french.Refusal;
import fr.forment.people.Reach;
import fr.forment.release.FileKind;
import fr.forment.release.MaterialContent;
import fr.forment.release.MaterialKind;
import fr.forment.release.MaterialOwners;
import fr.forment.release.MaterialService;
import fr.forment.release.Materials;
import fr.forment.release.NewMaterial;
import fr.forment.release.Releases;
import fr.forment.release.TrainingMaterial;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Departement;
import fr.forment.territory.Departements;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Guides, tutorials and films of each module, whether they still hold; added, read again, replaced. */
@Controller
@RequestMapping("/supports")
@RequiredArgsConstructor
class MaterialController {

    private final Materials materials;
    private final Releases releases;
    private final MaterialService service;
    private final MaterialOwners owners;
    private final MaterialPage page;
    private final MaterialRights mine;
    private final ReleaseRights rights;
    private final Catalogue catalogue;
    private final SignedIn me;
    private final Signatures signatures;
    private final Departements departements;

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "") String etat, Model model) {
        return list(page, MaterialChoice.of(etat), MaterialForm.empty(), null, model);
    }

    @PostMapping
    String add(
            @ModelAttribute("form") MaterialForm form,
            @RequestPart(required = false) MultipartFile fichier,
            Model model,
            RedirectAttributes next)
            throws IOException {
        if (form.circonscriptionUai() == null || form.circonscriptionUai().isBlank()) {
            return list(1, MaterialChoice.IN_USE, form, "Choisissez une circonscription.", model);
        }
        boolean above = rights.departements().contains(form.circonscriptionUai());
        if (!above) {
            rights.require(form.circonscriptionUai(), rights::suppliable);
        }
        try {
            MaterialContent content = content(form.place(), fichier);
            TrainingMaterial added = service.add(new NewMaterial(
                    above ? null : form.circonscriptionUai(),
                    above ? form.circonscriptionUai() : null,
                    form.moduleCode(),
                    form.kindOrUsual(),
                    form.title(),
                    ownSelf(form.circonscriptionUai()),
                    form.isReserved(),
                    content));
            next.addAttribute("id", added.id());
        } catch (Refusal refusal) {
            return list(1, MaterialChoice.IN_USE, form, refusal.getMessage(), model);
        }
        next.addFlashAttribute("done", "Le support est ajouté.");
        return "redirect:/supports/{id}";
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, @RequestParam(name = "page", defaultValue = "1") int at, Model model) {
        return page.show(mine.visible(id), at, null, model);
    }

    /**
     * @param version where the person came from, to go back there; absent from the page of the material
     * @param vu what that page said of it
     */
    @PostMapping("/{id:\\d+}/revu")
    String review(
            @PathVariable long id,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) String vu,
            Model model,
            RedirectAttributes next) {
        TrainingMaterial material = mine.reviewable(id);
        if (version != null) {
            Reach.of(
                    releases.find(version),
                    found -> ReleaseRights.holds(rights.readable(), found.circonscriptionUai()));
        }
        try {
            service.review(
                    id,
                    MaterialPage.numberIn(vu),
                    now -> MaterialPage.readAgain(now).refuseUnlessSeen(vu),
                    null);
        } catch (Refusal refusal) {
            if (version == null) {
                return page.show(mine.visible(id), 1, refusal.getMessage(), model);
            }
            next.addFlashAttribute("problem", refusal.getMessage());
            return "redirect:/versions/" + version;
        }
        next.addFlashAttribute("done", "« " + material.title() + " » est marqué à jour.");
        return version == null ? "redirect:/supports/" + id : "redirect:/versions/" + version;
    }

    /** @param vu the version the person has looked at */
    @PostMapping("/version")
    String renew(
            @RequestParam long id,
            @RequestParam int vu,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String note,
            @RequestPart(required = false) MultipartFile fichier,
            Model model,
            RedirectAttributes next)
            throws IOException {
        TrainingMaterial material = mine.reviewable(id);
        try {
            service.renew(id, vu, content(place, fichier), note);
        } catch (Refusal refusal) {
            return page.show(mine.visible(id), 1, place, note, refusal.getMessage(), model);
        }
        next.addFlashAttribute("done", "Une nouvelle version de « " + material.title() + " » est enregistrée.");
        return "redirect:/supports/" + id;
    }

    /** @param vu what the page said of it */
    @PostMapping("/{id:\\d+}/fiche")
    String describe(
            @PathVariable long id,
            @RequestParam(required = false) String vu,
            @RequestParam MaterialKind kind,
            @RequestParam String title,
            @RequestParam(required = false) Long owner,
            @RequestParam(defaultValue = "false") boolean reserve,
            Model model,
            RedirectAttributes next) {
        TrainingMaterial material = mine.reviewable(id);
        if (owner != null && !owner.equals(material.ownerId())) {
            Reach.of(
                    owners.of(material.belongsTo()).stream()
                            .filter(agent -> agent.id().equals(owner))
                            .findFirst(),
                    any -> true);
        }
        try {
            service.describe(id, now -> page.sheetShown(now).refuseUnlessSeen(vu), kind, title, owner, reserve);
        } catch (Refusal refusal) {
            return page.show(mine.visible(id), new MaterialSheet(kind, title, owner, reserve), vu, refusal, model);
        }
        next.addFlashAttribute("done", "La fiche du support est enregistrée.");
        return "redirect:/supports/" + id;
    }

    /** @param vu what the page said of it */
    @PostMapping("/{id:\\d+}/retirer")
    String withdraw(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(required = false) String vu,
            Model model,
            RedirectAttributes next) {
        TrainingMaterial material = mine.reviewable(id);
        try {
            service.withdraw(id, now -> MaterialPage.readAgain(now).refuseUnlessSeen(vu), motif);
        } catch (Refusal refusal) {
            model.addAttribute("motif", motif);
            return page.show(mine.visible(id), 1, refusal.getMessage(), model);
        }
        next.addFlashAttribute(
                "done", "« " + material.title() + " » est retiré : les personnes qui l'utilisaient sont prévenues.");
        return "redirect:/supports/" + id;
    }

    private String list(int page, MaterialChoice choice, MaterialForm form, String refusal, Model model) {
        List<Circonscription> seen = rights.readable();
        Slice<TrainingMaterial> found = materials.seen(mine.whole(), mine.open(), choice.states(), page);
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
        model.addAttribute("choice", choice);
        model.addAttribute("choices", MaterialChoice.values());
        model.addAttribute("suppliable", rights.suppliable());
        model.addAttribute("departements", departements.findAll(rights.departements()));
        model.addAttribute(
                "above",
                departements
                        .findAll(found.rows().stream()
                                .map(TrainingMaterial::departementCode)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Departement::code, Departement::name)));
        model.addAttribute(
                "modules", all.stream().filter(TrainingModule::isActive).toList());
        model.addAttribute("kinds", MaterialKind.values());
        model.addAttribute("accepted", FileKind.ACCEPTED);
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        return "release/materials";
    }

    /** Whoever adds a material answers for it, when he is of the team; else the team names somebody. */
    private Long ownSelf(String place) {
        return owners.of(place).stream().anyMatch(agent -> agent.id().equals(me.agentId())) ? me.agentId() : null;
    }

    private static MaterialContent content(String place, MultipartFile file) throws IOException {
        boolean chosen = file != null
                && (!file.isEmpty()
                        || file.getOriginalFilename() != null
                                && !file.getOriginalFilename().isBlank());
        if (!chosen) {
            return MaterialContent.of(place, "", new byte[0]);
        }
        MaterialContent.refuseIfTooLarge(file.getSize());
        return MaterialContent.of(place, FileNames.whole(file.getOriginalFilename()), file.getBytes());
    }
}
