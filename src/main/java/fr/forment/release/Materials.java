package fr.forment.release;

import fr.forment.database.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** What trainings rest on. */
    public static final Set<MaterialState> IN_USE = Set.of(MaterialState.A_JOUR, MaterialState.PERIME);

    private final MaterialRepository materials;

    public Optional<TrainingMaterial> find(long id) {
        return materials.findById(id);
    }

    /**
     * By circonscription, module and title.
     *
     * @param which their states
     */
    public Slice<TrainingMaterial> seen(
            Collection<String> whole, Collection<String> open, Collection<MaterialState> which, int page) {
        List<String> states = names(which);
        return Slice.read(
                page,
                materials.countSeen(some(whole), some(open), states),
                (from, size) -> materials.seen(some(whole), some(open), states, from, size));
    }

    /** Those handed out, by circonscription and title. */
    public List<TrainingMaterial> seenOf(String moduleCode, Collection<String> whole, Collection<String> open) {
        return materials.seenOf(moduleCode, some(whole), some(open), names(IN_USE));
    }

    /** All that one circonscription hands out, by title. */
    public List<TrainingMaterial> of(String circonscriptionUai, String moduleCode) {
        return materials.of(circonscriptionUai, moduleCode);
    }

    private static List<String> names(Collection<MaterialState> states) {
        return states.stream().map(Enum::name).sorted().toList();
    }

    private static Collection<String> some(Collection<String> uais) {
        return uais.isEmpty() ? NOWHERE : uais;
    }
}
