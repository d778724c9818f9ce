package fr.forment.equipment.web;

import fr.forment.equipment.EquipmentDates;
import fr.forment.equipment.EquipmentItem;
import fr.forment.equipment.EquipmentLine;
import fr.forment.equipment.EquipmentState;
import fr.forment.french.French;
import fr.forment.session.TrainingSession;
import fr.forment.territory.Circonscription;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lines as a page shows them: what, for when, on whom it waits, what the reader may do. */
@Component
@RequiredArgsConstructor
public class EquipmentRows {

    private final EquipmentAccess access;
    private final EquipmentDates dates;
    private final PlaceClocks clocks;

    /**
     * @param waits who has to act and by when; null when nobody has
     * @param isLate the day is past
     * @param choices what may be booked; empty when the reader books nothing
     */
    public record Row(
            long id,
            int version,
            long sessionId,
            String moduleCode,
            String when,
            String what,
            String item,
            EquipmentState state,
            boolean isLost,
            String waits,
            boolean isLate,
            List<EquipmentItem> choices,
            boolean mayPrepare,
            boolean mayGiveBack) {}

    List<Row> of(Circonscription where, List<EquipmentLine> lines, List<EquipmentItem> items, boolean books) {
        LocalDate today = clocks.today(where.uai());
        return lines.stream().map(line -> row(line, items, books, today)).toList();
    }

    /** For the session's own page, which only tells. */
    public List<Row> ofSession(TrainingSession session, List<EquipmentLine> lines) {
        LocalDate today = clocks.today(session.circonscriptionUai());
        return lines.stream().map(line -> row(line, List.of(), false, today)).toList();
    }

    private Row row(EquipmentLine line, List<EquipmentItem> items, boolean books, LocalDate today) {
        LocalDate due = dates.dueOn(line.zone(), line.startsAt().toLocalDate());
        EquipmentState state = line.state();
        boolean prepares = access.prepares(line, books);
        String waits = line.isAwaited()
                ? line.awaitedFrom().label() + ", au plus tard le " + French.day(due)
                : line.isOut() ? "À rendre" : null;
        return new Row(
                line.id(),
                line.version(),
                line.sessionId(),
                line.moduleCode(),
                French.day(line.startsAt()),
                line.kind().label() + " : " + line.wanted(),
                line.itemName(),
                state,
                line.isLost(),
                waits,
                line.isAwaited() && due.isBefore(today),
                books && line.isAwaited() && state == EquipmentState.A_RESERVER
                        ? items.stream()
                                .filter(item -> item.kind() == line.kind())
                                .toList()
                        : List.of(),
                prepares && line.isAwaited() && state == EquipmentState.RESERVE,
                prepares && (state == EquipmentState.PRET || books && state == EquipmentState.RESERVE));
    }
}
