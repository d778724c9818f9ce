package fr.forment.release.web;

import fr.forment.account.Signatures;
import fr.forment.catalogue.Catalogue;
import fr.forment.database.Slice;
import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
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
import fr.forment.territory.Departements;
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

    private static final String NUMBER = "Version";

    private final MaterialVersions versions;
    private final MaterialUses uses;
    private final UseLines lines;
    private final Departements departements;
    private final MaterialOwners owners;
    private final MaterialRights mine;
    private final Agents agents;
    private final Catalogue catalogue;
    private final Signatures signatures;

    /** @param refusal why the answer is not what was asked for; null at first */
    String show(TrainingMaterial material, int page, String refusal, Model model) {
        return show(material, page, "", "", refusal, model);
    }

    /** The sheet as it was typed. @param vu as it came */
    String show(TrainingMaterial material, MaterialSheet typed, String vu, Refusal refusal, Model model) {
        model.addAttribute("sheet", typed.over(Shown.read(vu), material, this::name));
        model.addAttribute("sheetSeen", sheetShown(material).sentAfter(refusal, vu));
        return show(material, 1, refusal.getMessage(), model);
    }

    /** What the form of the sheet changes. */
    Shown sheetShown(TrainingMaterial material) {
        return MaterialSheet.of(material).shown(this::name);
    }

    /** What somebody signs who finds nothing to change. */
    static Shown readAgain(TrainingMaterial material) {
        return Shown.of(
                NUMBER,
                material.number(),
                "Où l'ouvrir",
                material.place(),
                "État",
                material.state().label(),
                "Motif de la relecture",
                material.staleBecause(),
                "Motif du retrait",
                material.withdrawnBecause());
    }

    /** The version that such a form showed; 0 when it does not say. */
    static int numberIn(String vu) {
        String number = Shown.read(vu).words().getOrDefault(NUMBER, "");
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }

    private String name(Long agentId) {
        return agentId == null
                ? "personne pour le moment"
                : agents.find(agentId).map(Agent::fullName).orElse("personne partie");
    }

    /** @param place and note as they were typed for a new version */
    String show(TrainingMaterial material, int page, String place, String note, String refusal, Model model) {
        List<MaterialVersion> all = versions.of(material.id());
        boolean reviews = mine.reviews(material);
        model.addAttribute("material", material);
        model.addAttribute("moduleTitle", catalogue.titles().getOrDefault(material.moduleCode(), Catalogue.UNKNOWN));
        model.addAttribute(
                "departement",
                material.isOfDepartement()
                        ? departements.find(material.departementCode()).orElseThrow()
                        : null);
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
            model.addAttribute("uses", Slice.of(list, page).with(lines::of));
            model.addAttribute("figures", figures(all, list));
            List<Agent> possible = owners.of(material.belongsTo());
            Agent owner = material.ownerId() == null
                    ? null
                    : agents.find(material.ownerId()).orElse(null);
            model.addAttribute("owners", possible);
            model.addAttribute("owner", owner);
            model.addAttribute(
                    "ownerGone",
                    owner != null
                            && possible.stream().noneMatch(agent -> agent.id().equals(owner.id())));
            if (!model.containsAttribute("sheet")) {
                model.addAttribute("sheet", MaterialSheet.of(material));
                model.addAttribute("sheetSeen", sheetShown(material).sent());
            }
            model.addAttribute("readSeen", readAgain(material).sent());
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
