package fr.forment.release;

import fr.forment.account.Role;
import fr.forment.catalogue.Catalogue;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is written to about a material, and under which key. */
@Component
@RequiredArgsConstructor
class MaterialMails {

    private final Correspondence post;
    private final Catalogue catalogue;
    private final Agents agents;
    private final Releases releases;
    private final MaterialOwners owners;

    /** Once for each time it is withdrawn: to who answers for it, and to those who gave it or were about to. */
    void withdrawn(TrainingMaterial material, Collection<Long> givers) {
        Set<Long> readers = new HashSet<>(givers);
        if (material.ownerId() != null) {
            readers.add(material.ownerId());
        }
        Letter letter = new Letter(
                "release/withdrawn",
                "material:withdraw:" + material.id() + ":" + material.number(),
                Map.of(
                        "support",
                        material.title(),
                        "module",
                        catalogue.quoted(material.moduleCode()),
                        "motif",
                        material.withdrawnBecause()),
                "/supports/" + material.id(),
                null);
        agents.all(List.copyOf(readers)).forEach(reader -> post.toAgent(reader.id(), letter));
    }

    /**
     * One of the département waits for a review: to who answers for it and is still here, or else to all who may. The
     * circonscription that did not find the module good is not named.
     */
    void disliked(TrainingMaterial material) {
        Letter letter = new Letter(
                "release/disliked",
                "material:disliked:" + material.id() + ":" + material.number(),
                Map.of("support", material.title(), "module", catalogue.quoted(material.moduleCode())),
                "/supports/" + material.id(),
                null);
        List<Agent> able = owners.of(material.departementCode());
        List<Agent> owner = able.stream()
                .filter(agent -> agent.id().equals(material.ownerId()))
                .toList();
        (owner.isEmpty() ? able : owner).forEach(reader -> post.toAgent(reader.id(), letter));
    }

    /**
     * A version of the ENT concerns materials of the département, which no circonscription reviews: each owner reads of
     * his own, those without one go to the département's advisers.
     */
    void reviewAsked(EntRelease release, Collection<TrainingMaterial> ofDepartement) {
        ofDepartement.forEach(material -> {
            Letter letter = new Letter(
                    "release/reviewAsked",
                    "material:askReview:" + material.id() + ":" + release.id(),
                    Map.of(
                            "supports",
                            List.of(catalogue.quoted(material.moduleCode()) + " : " + material.title()),
                            "responsable",
                            material.ownerId() != null,
                            "departement",
                            true,
                            "enService",
                            releases.isInService(release),
                            "version",
                            release.label(),
                            "date",
                            French.date(release.serviceOn())),
                    "/supports/" + material.id(),
                    null);
            if (material.ownerId() != null) {
                post.toAgent(material.ownerId(), letter);
            } else {
                post.toGroupOnce(Role.CPD, material.departementCode(), letter.key(), reader -> Optional.of(letter));
            }
        });
    }
}
