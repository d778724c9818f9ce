package fr.forment.territory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Schools and circonscriptions as lists call them, read for the whole list at once. */
@Component
@RequiredArgsConstructor
public class PlaceNames {

    private final Schools schools;
    private final Circonscriptions circonscriptions;

    /** @param uais of either; one that nobody knows is called by its UAI */
    public UnaryOperator<String> of(Collection<String> uais) {
        Map<String, String> names = new HashMap<>();
        schools.findAll(Set.copyOf(uais)).forEach((uai, school) -> names.put(uai, school.displayName()));
        Set<String> others = new HashSet<>(uais);
        others.removeAll(names.keySet());
        circonscriptions.among(others, Set.of()).forEach(each -> names.put(each.uai(), each.name()));
        return uai -> names.getOrDefault(uai, uai);
    }
}
