package fr.forment.equipment.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.equipment.EquipmentItem;
import fr.forment.equipment.EquipmentLine;
import fr.forment.equipment.EquipmentProvider;
import fr.forment.equipment.Equipments;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.territory.Circonscription;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The team knows, books and gives back what its sessions need; whoever provides something says that it is ready, or
 * back.
 */
@Component
@RequiredArgsConstructor
class EquipmentAccess {

    private final SignedIn me;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final Reach reach;
    private final Equipments equipments;

    /** Those whose page the reader may open, by name. */
    List<Circonscription> readable() {
        return perimeter.circonscriptions().stream().filter(this::reads).toList();
    }

    private boolean reads(Circonscription where) {
        return team.isOfTeamOrAdviser(where) || provides(where.uai());
    }

    private boolean provides(String uai) {
        return Arrays.stream(EquipmentProvider.values()).anyMatch(who -> me.has(who.role(), uai));
    }

    boolean books(Circonscription where) {
        return team.isOfTeamOrAdviser(where);
    }

    /** Roles that may say of the modules what their sessions need: those who edit the catalogue. */
    boolean editsModules() {
        return me.hasAny(Role.IEN, Role.IEN_NUMERIQUE, Role.CPD, Role.ADMIN);
    }

    boolean prepares(EquipmentLine line, boolean books) {
        return books || line.provider() != null && me.has(line.provider().role(), line.circonscriptionUai());
    }

    Circonscription read(String uai) {
        Circonscription where = reach.circonscription(uai);
        me.act(() -> reads(where));
        return where;
    }

    Circonscription booked(String uai) {
        Circonscription where = reach.circonscription(uai);
        me.act(() -> books(where));
        return where;
    }

    EquipmentLine line(long id) {
        return Reach.of(equipments.line(id), line -> perimeter.coversCirconscription(line.circonscriptionUai()));
    }

    EquipmentLine booked(long id) {
        EquipmentLine line = line(id);
        me.act(() -> team.isOfTeamOrAdviser(line.circonscriptionUai()));
        return line;
    }

    EquipmentLine prepared(long id) {
        EquipmentLine line = line(id);
        me.act(() -> prepares(line, team.isOfTeamOrAdviser(line.circonscriptionUai())));
        return line;
    }

    EquipmentItem item(long id) {
        EquipmentItem item =
                Reach.of(equipments.item(id), known -> perimeter.coversCirconscription(known.circonscriptionUai()));
        me.act(() -> team.isOfTeamOrAdviser(item.circonscriptionUai()));
        return item;
    }

    void refuseUnlessEditor() {
        me.refuseUnless(editsModules());
    }
}
