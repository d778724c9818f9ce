package fr.forment.stafflist;

import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.people.ArrivalKind;
import fr.forment.people.MyPerimeter;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Schools;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The click that writes a list, and what may stand in its way. */
@Service
@Transactional
@RequiredArgsConstructor
public class AcceptanceService {

    /** Shorter is no reason. */
    public static final int SHORTEST_REASON = 10;

    /** What became of the click. */
    public enum Answer {
        STARTED,
        HELD,
        /**
         * An earlier click on the same preview did it: a second one of a double click, or a page that was left open.
         */
        DONE_ALREADY,
        OTHER_THAN_SHOWN(
                "Rien n'a été enregistré : l'aperçu a changé depuis que vous l'avez ouvert. Relisez-le, puis enregistrez."),
        UNDECIDED(
                "Rien n'a été enregistré : des lignes attendent encore votre réponse. Répondez à chacune, ou laissez-la de côté."),
        TO_FIX(
                "Rien n'a été enregistré : des lignes sont à corriger. Corrigez le fichier et déposez-le de nouveau, ou cochez « Enregistrer seulement"
                        + " les lignes correctes »."),
        TWICE(
                "Rien n'a été enregistré : deux lignes désignent la même personne. Changez l'une des réponses, ou laissez une ligne de côté."),
        NO_REASON("Indiquez en quelques mots pourquoi cette liste change autant de personnes."),
        NOT_YOURS_ANY_MORE(
                "Rien n'a été enregistré : cette liste touche une école qui n'est plus dans votre périmètre."),
        BUSY("Une autre liste est en cours d'enregistrement : rien n'a été écrit. Réessayez dans un instant.");

        private final String sentence;

        Answer() {
            this("");
        }

        Answer(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final Imports imports;
    private final Lines lines;
    private final ListCoverage coverage;
    private final Weight weight;
    private final Progress progress;
    private final Work work;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final JdbcClient jdbc;

    /**
     * Writes the list in the background, unless something stands in the way.
     *
     * @param revision of the preview that was looked at
     */
    public Answer accept(long id, int revision, ArrivalKind arrival, boolean goodLinesOnly) {
        StaffImport file = mine(id);
        if (file.state() != IntakeState.A_VERIFIER || file.revision() != revision) {
            return file.state() == IntakeState.RETENU && file.revision() == revision
                    ? Answer.HELD
                    : late(id, Answer.OTHER_THAN_SHOWN);
        }
        Map<Outcome, Integer> counts = lines.counts(id);
        if (counts.containsKey(Outcome.DOUBTFUL)) {
            return Answer.UNDECIDED;
        }
        if (counts.containsKey(Outcome.TO_FIX) && !goodLinesOnly) {
            return Answer.TO_FIX;
        }
        if (lines.hasTwice(id)) {
            return Answer.TWICE;
        }
        jdbc.sql("UPDATE staff_import SET arrival = ?, good_lines_only = ? WHERE id = ?")
                .params(arrival.name(), goodLinesOnly, id)
                .update();
        if (weight.of(file).isHeld()) {
            return imports.pass(id, IntakeState.RETENU, IntakeState.A_VERIFIER)
                    ? Answer.HELD
                    : late(id, Answer.OTHER_THAN_SHOWN);
        }
        return start(id, revision, IntakeState.A_VERIFIER);
    }

    /** The second word on a list that was held; the reason stays in the journal. */
    public Answer confirm(long id, int revision, String reason) {
        StaffImport file = mine(id);
        String why = reason == null ? "" : reason.strip();
        if (file.state() != IntakeState.RETENU || file.revision() != revision) {
            return late(id, Answer.OTHER_THAN_SHOWN);
        }
        if (why.length() < SHORTEST_REASON) {
            return Answer.NO_REASON;
        }
        jdbc.sql("UPDATE staff_import SET held_because = ? WHERE id = ?")
                .params(why.substring(0, Math.min(400, why.length())), id)
                .update();
        return start(id, revision, IntakeState.RETENU);
    }

    /** Nothing was written and nothing is kept of it; false when it is being written, or over, already. */
    public boolean drop(long id) {
        mine(id);
        boolean dropped = imports.pass(
                id,
                IntakeState.ABANDONNE,
                IntakeState.DEPOSE,
                IntakeState.A_FAIRE_CORRESPONDRE,
                IntakeState.A_VERIFIER,
                IntakeState.RETENU);
        if (dropped) {
            imports.forget(id);
        }
        return dropped;
    }

    /**
     * After a machine stopped in the middle: the analysis begins again, or the preview is there again. Nothing had been
     * written.
     */
    public void resume(long id) {
        StaffImport file = mine(id);
        boolean stillCutOff = file.interrupted() && jdbc.sql("""
                UPDATE staff_import SET worker = NULL, state = CASE WHEN state = 'EN_ECRITURE' THEN 'A_VERIFIER' ELSE state END
                WHERE id = ? AND state IN ('EN_ANALYSE', 'EN_ECRITURE') AND lease_until < CURRENT_TIMESTAMP""").param(id).update() == 1;
        if (stillCutOff && file.state() == IntakeState.EN_ANALYSE) {
            work.startAnalysis(id);
        }
    }

    private Answer start(long id, int revision, IntakeState from) {
        Terrain terrain = new Terrain(schools, circonscriptions, mine);
        if (coverage.places(id).stream()
                .anyMatch(uai -> terrain.find(uai) == null || !terrain.find(uai).covered())) {
            return Answer.NOT_YOURS_ANY_MORE;
        }
        String worker = UUID.randomUUID().toString();
        if (!progress.takeTurn(id, worker)) {
            return late(id, Answer.BUSY);
        }
        int steps = lines.counts(id).entrySet().stream()
                .filter(entry -> WritingService.WRITTEN.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        boolean first = jdbc.sql(
                                "UPDATE staff_import SET state = 'EN_ECRITURE', worker = ?, steps_done = 0, steps_total = ?, problem = NULL, lease_until = "
                                        + Progress.LEASE + " WHERE id = ? AND state = ? AND revision = ?")
                        .params(worker, steps, id, from.name(), revision)
                        .update()
                == 1;
        if (!first) {
            progress.giveTurnBack(worker);
            return late(id, Answer.OTHER_THAN_SHOWN);
        }
        work.startWriting(id, worker);
        return Answer.STARTED;
    }

    private Answer late(long id, Answer otherwise) {
        IntakeState now = mine(id).state();
        return now == IntakeState.EN_ECRITURE || now == IntakeState.ENREGISTRE ? Answer.DONE_ALREADY : otherwise;
    }

    private StaffImport mine(long id) {
        return imports.find(id)
                .filter(file -> file.byWhom().equals(me.login()))
                .orElseThrow(() -> new Refusal("Ce fichier n'est pas le vôtre."));
    }
}
