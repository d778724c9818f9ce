package fr.forment.release.web;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.release.MaterialUse;
import fr.forment.territory.PlaceNames;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Sessions that rest on a material, with places and trainers by name: as many statements for many as for one. */
@Component
@RequiredArgsConstructor
class UseLines {

    private final PlaceNames places;
    private final Agents agents;

    /** @param trainer empty while nobody is named */
    record UseLine(MaterialUse use, String place, String trainer) {}

    List<UseLine> of(List<MaterialUse> some) {
        UnaryOperator<String> named =
                places.of(some.stream().map(MaterialUse::place).distinct().toList());
        Map<Long, String> people =
                agents
                        .all(some.stream()
                                .map(MaterialUse::trainerId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Agent::id, Agent::fullName));
        return some.stream()
                .map(use -> new UseLine(use, named.apply(use.place()), people.getOrDefault(use.trainerId(), "")))
                .toList();
    }
}
