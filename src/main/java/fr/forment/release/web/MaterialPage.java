package fr.forment.release.web;

import fr.forment.account.Signatures;
import fr.forment.catalogue.Catalogue;
import fr.forment.database.Slice;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.release.FileKind;
import fr.forment.release.MaterialKind;
import fr.forment.release.MaterialOwners;
import fr.forment.release.MaterialUse;
import fr.forment.release.MaterialUses;
import fr.forment.release.MaterialVersion;
import fr.forment.release.MaterialVersions;
import fr.forment.release.TrainingMaterial;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** One material: its versions, who answers for it, and for the team who uses which version. */
@Component
@RequiredArgsConstructor
class MaterialPage {

    private final MaterialVersions versions;
    private final MaterialUses uses;
    private final MaterialOwners owners;
    private final MaterialRights mine;
    private final Agents agents;
    private final Catalogue catalogue;
    private final Signatures signatures;

    /** @param refusal why what was typed is not kept; null at first */
    String show(TrainingMaterial material, int page, String place, String note, String refusal, Model model) {
        List<MaterialVersion> all = versions.of(material.id());
        boolean reviews = mine.reviews(material);
        model.addAttribute("material", material);
        model.addAttribute("moduleTitle", catalogue.titles().getOrDefault(material.moduleCode(), Catalogue.UNKNOWN));
        model.addAttribute("versions", all);
        model.addAttribute(
                "makers",
                signatures.readAll(all.stream().map(MaterialVersion::madeBy).toList()));
        model.addAttribute("reviews", reviews);
        model.addAttribute("place", place);
        model.addAttribute("note", note);
        model.addAttribute("refusal", refusal);
        if (reviews) {
            List<MaterialUse> list = uses.of(material);
            model.addAttribute("uses", Slice.of(list, page));
            model.addAttribute("figures", figures(all, list));
            List<Agent> possible = owners.of(material.circonscriptionUai());
            Agent owner = material.ownerId() == null
                    ? null
                    : agents.find(material.ownerId()).orElse(null);
            model.addAttribute("owners", possible);
            model.addAttribute("owner", owner);
            model.addAttribute(
                    "ownerGone",
                    owner != null
                            && possible.stream().noneMatch(agent -> agent.id().equals(owner.id())));
            model.addAttribute("kinds", MaterialKind.values());
            model.addAttribute("accepted", FileKind.ACCEPTED);
        }
        return "release/material";
    }

    private static Map<Integer, UseFigures> figures(List<MaterialVersion> versions, List<MaterialUse> uses) {
        return versions.stream()
                .collect(Collectors.toMap(MaterialVersion::number, version -> UseFigures.of(uses, version.number())));
    }
}
