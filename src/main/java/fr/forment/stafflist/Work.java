package fr.forment.stafflist;

import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Carries an analysis or a writing through, step by step, and says in French what stopped it. */
@Component
@RequiredArgsConstructor
class Work {

    private static final Logger log = LoggerFactory.getLogger(Work.class);

    private static final String OVERTAKEN =
            "Les personnels ont changé entre-temps : rien n'a été écrit. Relisez l'aperçu, qui vient d'être"
                    + " refait, puis enregistrez.";

    private final Imports imports;
    private final AnalysisService analysis;
    private final WritingService writing;
    private final AnswerService answers;
    private final Progress progress;
    private final Backstage backstage;

    /** In the caller's transaction; the work begins once it is committed. */
    void startAnalysis(long id) {
        StaffImport file = imports.find(id).orElseThrow();
        String worker = progress.begin(id, 2 * file.lineCount());
        backstage.afterwards(() -> analyse(id, worker));
    }

    /** In the caller's transaction. */
    void startWriting(long id, String worker) {
        backstage.afterwards(() -> write(id, worker));
    }

    private void analyse(long id, String worker) {
        try {
            progress.at(id, worker, 0);
            StaffImport file = imports.find(id).orElseThrow();
            List<ListLine> answered = analysis.begin(id);
            int chunks = 0;
            for (int read = 0, size = analysis.read(file, 0); size > 0; size = analysis.read(file, chunks)) {
                read += size;
                chunks++;
                progress.at(id, worker, read);
            }
            analysis.skipCopies(file);
            Terrain terrain = analysis.terrain();
            Set<String> places = analysis.places(id, terrain);
            for (int chunk = 0; chunk < chunks; chunk++) {
                analysis.judge(id, chunk, terrain, places);
                progress.at(id, worker, file.lineCount() + Math.min(file.lineCount(), (chunk + 1) * Lines.CHUNK));
            }
            answers.repeat(id, answered);
            analysis.finish(id, worker);
        } catch (Progress.Superseded taken) {
            log.info("List {}: {}", id, taken.getMessage());
        } catch (RuntimeException defect) {
            log.error("List {} could not be analysed", id, defect);
            imports.stopped(
                    id,
                    worker,
                    IntakeState.ABANDONNE,
                    "L'analyse s'est arrêtée sur une erreur : rien n'a été écrit. Déposez de nouveau"
                            + " le fichier ; si cela se répète, prévenez l'E-RUN.");
        }
    }

    private void write(long id, String worker) {
        try {
            progress.at(id, worker, 0);
            writing.write(id, worker);
        } catch (Progress.Superseded taken) {
            log.info("List {}: {}", id, taken.getMessage());
        } catch (RuntimeException defect) {
            if (isOvertaken(defect)) {
                showAgain(id, worker);
                return;
            }
            log.error("List {} could not be written", id, defect);
            imports.stopped(
                    id,
                    worker,
                    IntakeState.A_VERIFIER,
                    "L'enregistrement s'est arrêté sur une erreur : rien n'a été écrit. Réessayez ;"
                            + " si cela se répète, prévenez l'E-RUN.");
        }
    }

    /** People were changed while the list was looked at: the preview is made anew, the answers given again. */
    private void showAgain(long id, String worker) {
        if (imports.stopped(id, worker, IntakeState.EN_ANALYSE, null)) {
            analyse(id, progress.begin(id, 2 * imports.find(id).orElseThrow().lineCount()));
            imports.note(id, OVERTAKEN);
        }
    }

    private static boolean isOvertaken(Throwable problem) {
        return problem != null
                && (problem instanceof WritingService.Stale
                        || problem instanceof OptimisticLockingFailureException
                        || problem instanceof DataIntegrityViolationException
                        || problem instanceof PessimisticLockingFailureException
                        || isOvertaken(problem.getCause()));
    }
}
