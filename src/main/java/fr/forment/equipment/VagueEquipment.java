package fr.forment.equipment;

import fr.forment.french.French;
import fr.forment.project.blocked.Holder;
import fr.forment.project.blocked.MissingMeans;
import fr.forment.session.SessionWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tells a vague which of its next sessions have their equipment still to be booked or made ready. */
@Component
@RequiredArgsConstructor
class VagueEquipment implements MissingMeans {

    /** Of what is further off nobody need think yet. */
    private static final int WEEKS_AHEAD = 3;

    private final Equipments equipments;
    private final EquipmentDates dates;
    private final SessionWords words;
    private final Clock clock;

    private record Case(long sessionId, EquipmentProvider who, EquipmentState state) {}

    @Override
    public List<Missing> of(long vagueId) {
        LocalDate until = LocalDate.now(clock).plusWeeks(WEEKS_AHEAD);
        Map<Case, List<EquipmentLine>> cases = equipments.ofVague(vagueId).stream()
                .filter(EquipmentLine::isAwaited)
                .filter(line -> !line.startsAt().toLocalDate().isAfter(until))
                .collect(Collectors.groupingBy(
                        line -> new Case(line.sessionId(), line.awaitedFrom(), line.state()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        UnaryOperator<String> titles = cases.isEmpty() ? code -> code : words.titles();
        return cases.entrySet().stream()
                .map(entry -> missing(entry.getKey(), entry.getValue(), titles))
                .toList();
    }

    private Missing missing(Case of, List<EquipmentLine> lines, UnaryOperator<String> titles) {
        EquipmentLine first = lines.get(0);
        String what = lines.stream()
                .map(line -> French.inSentence(line.kind().label()) + " (" + line.wanted() + ")")
                .collect(Collectors.joining(", "));
        return new Missing(
                (of.state() == EquipmentState.A_RESERVER ? "Matériel à réserver : " : "Matériel à préparer : ") + what
                        + ", pour « " + titles.apply(first.moduleCode()) + " » le " + French.day(first.startsAt()),
                holder(of.who()),
                dates.dueOn(first.zone(), first.startsAt().toLocalDate()));
    }

    private static Holder holder(EquipmentProvider who) {
        return switch (who) {
            case CIRCONSCRIPTION -> Holder.ERUN;
            case COLLECTIVITE -> Holder.COLLECTIVITE;
            case FOURNISSEUR -> Holder.FOURNISSEUR;
        };
    }
}
