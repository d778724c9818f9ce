package fr.forment.release;

import fr.forment.database.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Materials as they are read. {@code whole}: circonscriptions all of whose materials are read; {@code open}: those of
 * which only what is open to all is.
 */
@Component
@RequiredArgsConstructor
public class Materials {

    /** Of no circonscription: a list in SQL is never empty. */
    private static final List<String> NOWHERE = List.of("");

    private final MaterialRepository materials;

    public Optional<TrainingMaterial> find(long id) {
        return materials.findById(id);
    }

    /**
     * By circonscription, module and title.
     *
     * @param stale only those to be reviewed
     */
    public Slice<TrainingMaterial> seen(Collection<String> whole, Collection<String> open, boolean stale, int page) {
        List<String> states = stale
                ? List.of(MaterialState.PERIME.name())
                : List.of(MaterialState.PERIME.name(), MaterialState.A_JOUR.name());
        return Slice.read(
                page,
                materials.countSeen(some(whole), some(open), states),
                (from, size) -> materials.seen(some(whole), some(open), states, from, size));
    }

    /** By circonscription and title. */
    public List<TrainingMaterial> seenOf(String moduleCode, Collection<String> whole, Collection<String> open) {
        return materials.seenOf(moduleCode, some(whole), some(open));
    }

    /** All there are in one circonscription, by title. */
    public List<TrainingMaterial> of(String circonscriptionUai, String moduleCode) {
        return materials.of(circonscriptionUai, moduleCode);
    }

    private static Collection<String> some(Collection<String> uais) {
        return uais.isEmpty() ? NOWHERE : uais;
    }
}
