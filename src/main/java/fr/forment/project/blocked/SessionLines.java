package fr.forment.project.blocked;

import fr.forment.engine.OpenTask;
import fr.forment.french.French;
import fr.forment.project.Vague;
import fr.forment.project.blocked.ComingTrainings.Open;
import fr.forment.project.blocked.ComingTrainings.OutOfOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes one line of each thing a session of a vague waits for, for one reader: it names who can act, and leads to where
 * that is done.
 *
 * @param open tasks of these sessions
 */
record SessionLines(Vague vague, BlockedReader reader, String circonscriptionUai, List<OpenTask> open) {

    private static final String PROCESS = "trainingSession";

    /** A session that is only to come holds nobody up but itself: what matters is the last one. */
    Stream<Blockage> of(Open session) {
        return Stream.concat(
                Stream.concat(standing(session), low(session).stream()),
                session.missing().stream().map(missing -> ofAbsence(session, missing)));
    }

    /** What a session that is held back lacks is said beside the date: whoever finds it has answered, or half of it. */
    private Stream<Blockage> standing(Open session) {
        if (session.isHeld()) {
            return Stream.of(held(session));
        }
        return session.isUndated()
                ? Stream.concat(Stream.of(undated(session)), lacks(session))
                : Stream.of(lacks(session).findFirst().orElseGet(() -> coming(session)));
    }

    private Stream<Blockage> lacks(Open session) {
        Stream.Builder<Blockage> found = Stream.builder();
        if (session.isRoomless()) {
            found.add(roomless(session));
        }
        if (session.isLinkless()) {
            found.add(linkless(session));
        }
        if (isWithoutTrainer(session)) {
            found.add(withoutTrainer(session));
        }
        return found.build();
    }

    private static boolean isWithoutTrainer(Open session) {
        return session.givers().isEmpty() && !session.bySupplier();
    }

    /** Whoever gave it writes it down; where he does not, the E-RUN may. */
    private Blockage held(Open session) {
        Holder holder = session.bySupplier() ? Holder.FOURNISSEUR : Holder.FORMATEUR;
        return new Blockage(
                        null,
                        vague.title(),
                        "Émargement attendu : " + named(session),
                        holder,
                        session.day(),
                        session.day(),
                        null,
                        null)
                .by(givers(session))
                .at(act(session, "mark", Holder.ERUN), "Saisir l'émargement")
                .orAt(page(session), "Voir la session");
    }

    private Blockage undated(Open session) {
        boolean lacking = session.isRoomless() || session.isLinkless() || isWithoutTrainer(session);
        return line(
                        session,
                        (lacking ? "Session à compléter ou à dater : « " : "Session sans date possible : « ")
                                + session.moduleTitle() + " »",
                        Holder.EQUIPE)
                .begun(session.hasBegun())
                .at(act(session, "decideDate", Holder.EQUIPE), lacking ? "Compléter la session" : "Fixer la date")
                .orAt(page(session), "Voir la session");
    }

    /** Too few people, and nobody has decided yet. */
    private Optional<Blockage> low(Open session) {
        return task(session, "decideLow").map(task -> line(
                        session,
                        "Trop peu de personnes inscrites, maintien à décider : " + named(session),
                        Holder.EQUIPE)
                .at(reader.acts(Holder.EQUIPE) ? task.link() : page(session), "Décider du maintien"));
    }

    private Blockage roomless(Open session) {
        return line(session, "Salle à réserver : " + named(session), Holder.ERUN)
                .begun(session.hasBegun())
                .at(reader.enrols() ? page(session) + "#newPlace" : page(session), "Indiquer la salle");
    }

    private Blockage linkless(Open session) {
        return line(session, "Adresse de la visioconférence à indiquer : " + named(session), Holder.ERUN)
                .begun(session.hasBegun())
                .at(reader.enrols() ? page(session) + "#newPlace" : page(session), "Indiquer l'adresse");
    }

    private Blockage withoutTrainer(Open session) {
        return line(session, "Personne à désigner pour assurer la session : " + named(session), Holder.ERUN)
                .begun(session.hasBegun())
                .at(reader.enrols() ? page(session) + "#trainer" : page(session), "Désigner une personne");
    }

    private Blockage coming(Open session) {
        return line(
                        session,
                        "Session à venir : " + named(session),
                        session.bySupplier() ? Holder.FOURNISSEUR : Holder.FORMATION)
                .by(givers(session))
                .at(page(session), "Voir la session");
    }

    private Blockage ofAbsence(Open session, ComingTrainings.Missing missing) {
        return new Blockage(
                        null,
                        vague.title(),
                        (missing.absent() ? "Personne absente" : "Personne indisponible") + " : « "
                                + session.moduleTitle() + " » le " + French.day(missing.day()) + ", "
                                + (reader.names() ? missing.person() : "la personne qui l'assure")
                                + (missing.absent()
                                        ? " a une absence enregistrée à ce moment"
                                        : " ne donne pas ce moment de la semaine aux formations"),
                        Holder.EQUIPE,
                        null,
                        missing.day(),
                        null,
                        null)
                .begun(session.hasBegun() && session.day().equals(missing.day()))
                .at(reader.enrols() ? dates(session.id()) : page(session), "Changer la date ou la personne");
    }

    /** Somebody moved one of two sessions that need each other. */
    Blockage of(OutOfOrder lost) {
        return new Blockage(
                        null,
                        vague.title(),
                        "Ordre des formations : " + lost.module() + " a lieu le " + French.day(lost.day()) + ", mais "
                                + lost.why(),
                        Holder.EQUIPE,
                        null,
                        lost.day(),
                        null,
                        null)
                .at(reader.enrols() && lost.id() != null ? dates(lost.id()) : null, "Changer les dates");
    }

    /** A session that lacks something before it begins. */
    Blockage of(MissingMeans.Missing missing) {
        return new Blockage(null, vague.title(), missing.what(), missing.holder(), null, missing.due(), null, null)
                .at(
                        reader.acts(missing.holder()) || reader.enrols()
                                ? "/materiel?circonscription=" + circonscriptionUai
                                : null,
                        "Voir le matériel");
    }

    private Blockage line(Open session, String what, Holder holder) {
        return new Blockage(null, vague.title(), what, holder, null, session.day(), null, null);
    }

    private static String named(Open session) {
        return "« " + session.moduleTitle() + " » le " + French.day(session.day());
    }

    /** The task itself, for those to whom it is offered. */
    private String act(Open session, String key, Holder offered) {
        return reader.acts(offered) ? task(session, key).map(OpenTask::link).orElse(null) : null;
    }

    private Optional<OpenTask> task(Open session, String key) {
        return open.stream()
                .filter(task -> task.is(PROCESS, key) && task.caseId() == session.id())
                .findFirst();
    }

    private static String page(Open session) {
        return "/sessions/" + session.id();
    }

    private static String dates(long session) {
        return "/sessions/" + session + "/dates";
    }

    /** Whoever is there now, whatever the plan said. */
    private String givers(Open session) {
        return reader.names() && !session.givers().isEmpty() ? String.join(", ", session.givers()) : null;
    }
}
