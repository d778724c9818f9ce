package fr.forment.release;

import fr.forment.catalogue.Tutorials;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Materials with an address count as tutorials, until a version of the ENT makes them stale. */
@Component
@RequiredArgsConstructor
class MaterialTutorials implements Tutorials {

    private final Releases releases;

    @Override
    public Map<String, Tutorial> in(String circonscriptionUai) {
        return releases.materials(List.of(circonscriptionUai)).stream()
                .filter(material -> material.isLink() && !material.isStale() && !material.isForTrainers())
                .collect(Collectors.toMap(
                        TrainingMaterial::moduleCode,
                        material -> new Tutorial(material.title(), material.place()),
                        (first, other) -> first));
    }
}
