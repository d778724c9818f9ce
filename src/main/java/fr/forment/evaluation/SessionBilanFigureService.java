package fr.forment.evaluation;

import fr.forment.account.Signatures;
import fr.forment.evaluation.SessionBilan.Line;
import fr.forment.evaluation.SessionBilan.Topic;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.SessionBilanService;
import fr.forment.session.closing.SessionBilanSigned;
import fr.forment.session.closing.SignedBilan;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bilan of a session with its figures: those of today in a draft, those of the signature from then on. */
@Service
@RequiredArgsConstructor
public class SessionBilanFigureService {

    private final SessionBilanService signed;
    private final SessionFigures figures;
    private final Sessions sessions;
    private final Subjects subjects;
    private final Signatures signatures;
    private final Circonscriptions circonscriptions;
    private final PlaceClocks clocks;
    private final JdbcClient jdbc;

    @EventListener
    @Transactional
    public void keep(SessionBilanSigned bilan) {
        int place = 1;
        for (Line line : figures.of(sessions.find(bilan.sessionId()).orElseThrow())) {
            jdbc.sql(
                            "INSERT INTO evaluation_bilan_line (session_id, place, topic, what, planned, done) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(bilan.sessionId(), place++, line.topic().name(), line.what(), line.planned(), line.done())
                    .update();
        }
    }

    /** @param ofTrainer the reader is the trainer or the inspector, and reads what people said */
    @Transactional(readOnly = true)
    public SessionBilan of(TrainingSession session, boolean ofTrainer) {
        SignedBilan by = signed.find(session.id()).orElse(null);
        SessionBilan bilan = new SessionBilan(
                session,
                subjects.of(Followed.session(session.id())).orElseThrow().title(),
                circonscriptions
                        .find(session.circonscriptionUai())
                        .map(Circonscription::name)
                        .orElse(""),
                clocks.today(session.circonscriptionUai()),
                by == null ? figures.of(session) : kept(session.id()),
                by,
                by == null ? "" : signatures.read(by.signedBy()));
        return ofTrainer ? bilan : bilan.withoutTrainer();
    }

    private List<Line> kept(long sessionId) {
        return jdbc.sql(
                        "SELECT topic, what, planned, done FROM evaluation_bilan_line WHERE session_id = ? ORDER BY place")
                .param(sessionId)
                .query((row, n) -> new Line(
                        Topic.valueOf(row.getString("topic")),
                        row.getString("what"),
                        row.getString("planned") == null ? "" : row.getString("planned"),
                        row.getString("done")))
                .list();
    }

    public byte[] workbook(SessionBilan bilan) {
        List<List<?>> said = new ArrayList<>();
        if (bilan.signed() != null) {
            said.add(Arrays.asList("Écarts et causes", bilan.signed().causes(), ""));
            if (bilan.signed().decision() != null) {
                said.add(Arrays.asList(
                        "Décision",
                        bilan.signed().decision(),
                        bilan.signed().owner().label()));
            }
        }
        return XlsxBook.of(
                new XlsxSheet(
                        "Chiffres",
                        List.of("Sujet", "Quoi", "Prévu", "Réalisé"),
                        bilan.lines().stream()
                                .map(line -> List.of(line.topic().label(), line.what(), line.planned(), line.done()))
                                .toList()),
                new XlsxSheet("Écarts et décision", List.of("Sujet", "Texte", "Qui s'en charge"), said));
    }
}
