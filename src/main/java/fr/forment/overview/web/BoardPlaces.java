package fr.forment.overview.web;

import fr.forment.account.SignedIn;
import fr.forment.people.MyPerimeter;
import fr.forment.people.OutOfReach;
import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The circonscriptions whose people the reader sees, or the one of them that he asks for. */
@Component
@RequiredArgsConstructor
class BoardPlaces {

    private final MyPerimeter perimeter;
    private final SignedIn me;

    /** @param only a UAI; empty for all. Refused to who sees none, unknown where it is not among them */
    List<Circonscription> shown(String only) {
        List<Circonscription> mine = perimeter.circonscriptionsOfPeople();
        me.refuseUnless(!mine.isEmpty());
        List<Circonscription> shown = only.isEmpty()
                ? mine
                : mine.stream().filter(each -> each.uai().equals(only)).toList();
        if (shown.isEmpty()) {
            throw new OutOfReach();
        }
        return shown;
    }

    static List<String> uais(List<Circonscription> shown) {
        return shown.stream().map(Circonscription::uai).toList();
    }

    static Map<String, String> names(List<Circonscription> shown) {
        return shown.stream().collect(Collectors.toMap(Circonscription::uai, Circonscription::shortName));
    }
}
