package fr.forment.release.web;

import fr.forment.account.SignedIn;
import fr.forment.people.Reach;
import fr.forment.release.MaterialUses;
import fr.forment.release.Materials;
import fr.forment.release.TrainingMaterial;
import fr.forment.territory.Circonscription;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who reads which material. The team and the supplier read all of their circonscriptions; whoever gives the module
 * reads all of it there; others what is open: people of the circonscription, and whoever follows or followed a session
 * of it. What belongs to a département is written and reviewed by those who work for it, and read in all its
 * circonscriptions.
 */
@Component
@RequiredArgsConstructor
class MaterialRights {

    private final ReleaseRights rights;
    private final SignedIn me;
    private final MaterialUses uses;
    private final Materials materials;

    /** The material, for those who may read it; to others it does not exist. */
    TrainingMaterial visible(long id) {
        return Reach.of(materials.find(id), this::sees);
    }

    /** The material, for those who review it. */
    TrainingMaterial reviewable(long id) {
        TrainingMaterial material = visible(id);
        me.act(() -> reviews(material));
        return material;
    }

    boolean reviews(TrainingMaterial material) {
        return !reviewedAmong(List.of(material)).isEmpty();
    }

    /** Those of them that the person reviews; as many statements for many as for one. */
    Set<Long> reviewedAmong(Collection<TrainingMaterial> some) {
        List<Circonscription> near = rights.reviewable();
        Set<String> above = rights.departements();
        return some.stream()
                .filter(material -> material.isOfDepartement()
                        ? above.contains(material.departementCode())
                        : ReleaseRights.holds(near, material.circonscriptionUai()))
                .map(TrainingMaterial::id)
                .collect(Collectors.toSet());
    }

    /** UAI of the circonscriptions all of whose materials are read. */
    List<String> whole() {
        return uais(rights.suppliable());
    }

    /** UAI of the circonscriptions whose open materials are read. */
    List<String> open() {
        return uais(rights.readable());
    }

    private static boolean isOf(Collection<Circonscription> some, TrainingMaterial material) {
        return material.isOfDepartement()
                ? some.stream().anyMatch(each -> each.departementCode().equals(material.departementCode()))
                : ReleaseRights.holds(some, material.circonscriptionUai());
    }

    private boolean sees(TrainingMaterial material) {
        if (isOf(rights.suppliable(), material)
                || material.isOfDepartement() && rights.departements().contains(material.departementCode())) {
            return true;
        }
        Long self = me.agentId();
        if (self != null && uses.isGivenBy(material, self)) {
            return true;
        }
        return !material.isForTrainers()
                && (isOf(rights.readable(), material) || self != null && uses.isFollowedBy(material, self));
    }

    private static List<String> uais(Collection<Circonscription> some) {
        return some.stream().map(Circonscription::uai).toList();
    }
}
