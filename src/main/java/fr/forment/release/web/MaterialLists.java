package fr.forment.release.web;

import fr.forment.release.MaterialUses;
import fr.forment.release.MaterialUses.Handout;
import fr.forment.release.Materials;
import fr.forment.release.TrainingMaterial;
import fr.forment.session.TrainingSession;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What pages of other rooms say of materials. */
@Component("materialLists")
@RequiredArgsConstructor
public class MaterialLists {

    private final Materials materials;
    private final MaterialUses uses;
    private final MaterialRights rights;

    /** @param seesAll the reader gives or organises the session: what is for trainers is his too */
    public List<TrainingMaterial> ofSession(TrainingSession session, boolean seesAll) {
        return materials.of(session.circonscriptionUai(), session.moduleCode()).stream()
                .filter(material -> seesAll || !material.isForTrainers())
                .toList();
    }

    /** Where the reader reads of it. */
    public List<TrainingMaterial> ofModule(String moduleCode) {
        return materials.seenOf(moduleCode, rights.whole(), rights.open());
    }

    /** By session, what those who were there may open. */
    public Map<Long, List<Handout>> followed(Collection<Long> sessionIds) {
        return uses.open(sessionIds).stream().collect(Collectors.groupingBy(Handout::sessionId));
    }
}
