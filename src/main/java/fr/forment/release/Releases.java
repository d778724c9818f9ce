package fr.forment.release;

import fr.forment.database.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads versions and materials. */
@Component
@RequiredArgsConstructor
public class Releases {

    private final ReleaseRepository releases;
    private final MaterialRepository materials;

    public Optional<EntRelease> find(long id) {
        return releases.findById(id);
    }

    /** The latest first. */
    public Slice<EntRelease> inCirconscriptions(Collection<String> uais, int page) {
        return uais.isEmpty()
                ? Slice.of(List.of(), page)
                : Slice.read(
                        page,
                        releases.countByCirconscriptionUaiIn(uais),
                        (from, size) -> releases.inCirconscriptions(uais, from, size));
    }

    public Optional<TrainingMaterial> material(long id) {
        return materials.findById(id);
    }

    /** By module and title. */
    public List<TrainingMaterial> materials(Collection<String> uais) {
        return uais.isEmpty() ? List.of() : materials.inCirconscriptions(uais);
    }

    /** One page of {@link #materials(Collection)}. */
    public Slice<TrainingMaterial> materials(Collection<String> uais, int page) {
        return uais.isEmpty()
                ? Slice.of(List.of(), page)
                : Slice.read(
                        page,
                        materials.countByCirconscriptionUaiIn(uais),
                        (from, size) -> materials.inCirconscriptions(uais, from, size));
    }

    /** Those of the modules a version changes, by module and title. */
    public List<TrainingMaterial> materials(EntRelease release) {
        return materials(List.of(release.circonscriptionUai())).stream()
                .filter(material -> release.modules().contains(material.moduleCode()))
                .toList();
    }

    public List<TrainingMaterial> stale(EntRelease release) {
        return materials(release).stream().filter(TrainingMaterial::isStale).toList();
    }
}
