package fr.forment.equipment;

import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.resource.RoomService;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a circonscription may book: added, corrected, taken off, each traced. Rights are asked by the caller. */
@Service
@Transactional
@RequiredArgsConstructor
public class EquipmentItemService {

    private static final int LONGEST = 80;
    private static final int MOST = 10_000;

    private final Equipments equipments;
    private final EquipmentService bookings;
    private final EquipmentMails mails;
    private final Journal journal;
    private final JdbcClient jdbc;

    public void add(
            String circonscriptionUai, EquipmentKind kind, String name, int quantity, EquipmentProvider provider) {
        String clean = named(name);
        refuseOdd(kind, quantity, provider);
        try {
            jdbc.sql(
                            "INSERT INTO equipment_item (version, circonscription_uai, kind, name, quantity, provider) VALUES (0, ?, ?, ?, ?, ?)")
                    .params(circonscriptionUai, kind.name(), clean, quantity, provider.name())
                    .update();
        } catch (DuplicateKeyException known) {
            throw new Refusal(
                    "« " + clean + " » est déjà dans la liste : changez-en la quantité, ou donnez un autre nom.",
                    "nom");
        }
        told(circonscriptionUai, null, clean + ", " + quantity);
    }

    /**
     * Machines break: fewer than are booked is written all the same, and whoever books hears which sessions are short.
     *
     * @return those sessions, each in French words with how many it booked
     */
    public List<String> count(long id, int quantity, int seen) {
        EquipmentItem item = equipments.hold(id).orElseThrow();
        refuseOdd(item.kind(), quantity, item.provider());
        int written = jdbc.sql(
                        "UPDATE equipment_item SET version = version + 1, quantity = ? WHERE id = ? AND version = ?")
                .params(quantity, id, seen)
                .update();
        if (written == 0) {
            throw new Refusal(
                    "Quelqu'un vient de changer ce matériel. Rien n'a été enregistré : vérifiez la page, puis recommencez.");
        }
        told(item.circonscriptionUai(), item.name() + ", " + item.quantity(), item.name() + ", " + quantity);
        EquipmentItem now = equipments.item(id).orElseThrow();
        List<EquipmentLine> beyond = quantity < item.quantity() ? bookings.beyond(now) : List.of();
        return beyond.isEmpty() ? List.of() : mails.tooFew(now, beyond);
    }

    /** What was booked of it is to be booked anew. */
    public void remove(long id) {
        EquipmentItem item = equipments.hold(id).orElseThrow();
        jdbc.sql("""
                UPDATE equipment_booking SET version = version + 1, item_id = NULL, state = CASE WHEN state = 'RENDU' THEN state ELSE 'A_RESERVER' END
                 WHERE item_id = ?""").param(id).update();
        jdbc.sql("DELETE FROM equipment_item WHERE id = ?").param(id).update();
        told(item.circonscriptionUai(), item.name() + ", " + item.quantity(), null);
    }

    private static String named(String typed) {
        String name = Names.clean(Objects.toString(typed, ""));
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new Refusal(
                    "Nommez ce matériel en " + LONGEST + " caractères au plus, par exemple « Valise de tablettes ».",
                    "nom");
        }
        return name;
    }

    private static void refuseOdd(EquipmentKind kind, int quantity, EquipmentProvider provider) {
        if (kind == null || provider == null) {
            throw new Refusal("Choisissez de quel matériel il s'agit et qui le prépare.");
        }
        if (quantity < 1 || quantity > MOST) {
            throw new Refusal("Indiquez une quantité de 1 à 10 000.", "quantite");
        }
    }

    private void told(String circonscriptionUai, String before, String after) {
        journal.add(JournalEntry.of(RoomService.KIND, circonscriptionUai)
                .what("Matériel")
                .change(before, after));
    }
}
