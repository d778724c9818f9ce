package fr.forment.equipment;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is written to about equipment: whoever it waits for. */
@Component
@RequiredArgsConstructor
class EquipmentMails {

    private final Correspondence post;
    private final EquipmentDates dates;
    private final SessionWords words;
    private final Sessions sessions;

    void awaited(TrainingSession session, Collection<EquipmentLine> lines) {
        byProvider(lines, EquipmentLine::awaitedFrom)
                .forEach((who, theirs) -> send(
                        who,
                        session,
                        new Letter(
                                "equipment/awaited",
                                "sessionEquipment:askPreparation:" + session.id() + ":" + session.sequence() + ":"
                                        + who,
                                model(session, theirs),
                                page(session),
                                session.day())));
    }

    void late(TrainingSession session, List<EquipmentLine> lines) {
        if (!lines.isEmpty()) {
            post.toGroup(
                    Role.IEN,
                    session.circonscriptionUai(),
                    new Letter(
                            "equipment/late",
                            "sessionEquipment:tellInspector:" + session.id() + ":" + session.sequence(),
                            model(session, lines),
                            page(session),
                            session.day()));
        }
    }

    void toReturn(TrainingSession session, Collection<EquipmentLine> lines) {
        byProvider(lines, EquipmentLine::provider)
                .forEach((who, theirs) -> send(
                        who,
                        session,
                        new Letter(
                                "equipment/toReturn",
                                "sessionEquipment:askReturn:" + session.id() + ":" + who,
                                model(session, theirs),
                                page(session),
                                null)));
    }

    /** To whoever makes it ready, unless the circonscription does so itself. */
    void reserved(EquipmentLine line) {
        TrainingSession session = sessions.find(line.sessionId()).orElseThrow();
        if (line.provider() != EquipmentProvider.CIRCONSCRIPTION) {
            send(
                    line.provider(),
                    session,
                    new Letter(
                            "equipment/reserved",
                            "sessionEquipment:reserved:" + line.id() + ":" + line.version(),
                            model(session, List.of(line)),
                            page(session),
                            session.day()));
        }
    }

    /** The session has other places: to whoever prepares what was booked, and to who books where it is not enough. */
    void resized(EquipmentLine now, EquipmentLine before) {
        TrainingSession session = sessions.find(now.sessionId()).orElseThrow();
        Map<String, Object> model = model(session, List.of(now));
        model.put("avant", before.wanted());
        model.put("maintenant", now.wanted());
        model.put("materiel", before.itemName());
        model.put("perdu", !now.state().isHeld());
        Letter letter = new Letter(
                "equipment/resized",
                "sessionEquipment:resized:" + now.id() + ":" + now.version(),
                model,
                page(session),
                session.day());
        send(before.provider(), session, letter);
        if (!now.state().isHeld() && before.provider() != EquipmentProvider.CIRCONSCRIPTION) {
            send(EquipmentProvider.CIRCONSCRIPTION, session, letter);
        }
    }

    /** To who books. @return the sessions that are short of it, each in words */
    List<String> tooFew(EquipmentItem item, List<EquipmentLine> lines) {
        List<String> told = lines.stream()
                .map(line -> "« " + words.title(line.moduleCode()) + " », " + French.day(line.startsAt()) + " ("
                        + line.wanted() + ")")
                .distinct()
                .toList();
        post.toGroup(
                EquipmentProvider.CIRCONSCRIPTION.role(),
                item.circonscriptionUai(),
                new Letter(
                        "equipment/tooFew",
                        "sessionEquipment:tooFew:" + item.id() + ":" + item.version(),
                        Map.of("materiel", item.name(), "quantite", item.quantity(), "sessions", told),
                        "/materiel?circonscription=" + item.circonscriptionUai(),
                        lines.get(lines.size() - 1).startsAt().toLocalDate()));
        return told;
    }

    /** What was booked for a date that is no more is free: whoever prepared it hears so. */
    void lost(Collection<EquipmentLine> lines) {
        byProvider(lines.stream().filter(EquipmentLine::isLost).toList(), EquipmentLine::provider)
                .forEach((who, theirs) -> {
                    TrainingSession session =
                            sessions.find(theirs.get(0).sessionId()).orElseThrow();
                    LocalDate formerly = theirs.get(0).bookedFor().toLocalDate();
                    Map<String, Object> model = model(session, theirs);
                    model.put("jourDAvant", French.day(formerly));
                    send(
                            who,
                            session,
                            new Letter(
                                    "equipment/freed",
                                    "sessionEquipment:freed:" + session.id() + ":"
                                            + theirs.get(0).bookedFor() + ":" + who,
                                    model,
                                    page(session),
                                    null));
                });
    }

    /** To the E-RUN where the body has nobody: what two bodies make ready are two letters, whoever reads them. */
    private void send(EquipmentProvider who, TrainingSession session, Letter letter) {
        if (post.toGroup(who.role(), session.circonscriptionUai(), letter) == 0 && who.role() != Role.ERUN) {
            post.toGroup(Role.ERUN, session.circonscriptionUai(), letter);
        }
    }

    private static Map<EquipmentProvider, List<EquipmentLine>> byProvider(
            Collection<EquipmentLine> lines, java.util.function.Function<EquipmentLine, EquipmentProvider> who) {
        return lines.stream().collect(Collectors.groupingBy(who));
    }

    private Map<String, Object> model(TrainingSession session, List<EquipmentLine> lines) {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", words.title(session));
        model.put("jour", words.day(session));
        model.put("limite", French.day(dates.dueOn(lines.get(0).zone(), session.day())));
        model.put(
                "lignes",
                lines.stream()
                        .map(line -> line.kind().label() + " : " + line.wanted()
                                + (line.itemName() == null ? "" : " (" + line.itemName() + ")") + ", "
                                + French.inSentence(line.state().label()))
                        .toList());
        return model;
    }

    private static String page(TrainingSession session) {
        return "/materiel?circonscription=" + session.circonscriptionUai();
    }
}
