package fr.forment.evaluation;

import fr.forment.evaluation.SessionBilan.Line;
import fr.forment.evaluation.SessionBilan.Topic;
import fr.forment.french.French;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.WaitingLines;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Counts what one session was: who came, for how long, what they said. */
@Component
@RequiredArgsConstructor
class SessionFigures {

    private final Sessions sessions;
    private final Attendances attendances;
    private final Results results;
    private final WaitingLines waiting;

    List<Line> of(TrainingSession session) {
        List<Line> lines = new ArrayList<>();
        Attendance attendance = attendances.of(List.of(session));
        boolean wasHeld = session.state().wasHeld();
        lines.add(new Line(Topic.REALISE, "Session", "1", wasHeld ? "1" : "0"));
        lines.add(new Line(
                Topic.REALISE,
                "Durée",
                French.duration(session.minutes()),
                wasHeld ? French.duration(session.minutes()) : "–"));
        if (session.isForParents()) {
            lines.add(new Line(
                    Topic.REALISE,
                    "Parents",
                    String.valueOf(session.capacity()),
                    String.valueOf(session.headCount() == null ? 0 : session.headCount())));
        } else {
            people(session, attendance, lines);
        }
        lines.add(new Line(
                Topic.INCIDENTS,
                "Date, horaire ou lieu",
                "",
                session.sequence() == 0
                        ? "Aucun changement après l'annonce."
                        : French.count(session.sequence(), "changement") + " après l'annonce."));
        if (!session.isForParents()) {
            lines.add(needs(session, attendance));
        }
        Readings read = results.whole(Results.Of.session(session.id()));
        said(read, lines);
        return lines;
    }

    /** Whom the session leaves to be trained, and who asked for its module since. */
    private Line needs(TrainingSession session, Attendance attendance) {
        int asked = waiting.waiting(session.circonscriptionUai(), session.moduleCode());
        List<String> told = new ArrayList<>();
        attendance.sentence().ifPresent(told::add);
        if (asked > 0) {
            told.add(French.count(asked, "demande de place attend", "demandes de place attendent")
                    + " pour ce module dans la circonscription.");
        }
        return new Line(Topic.BESOINS, "Encore à former", "", told.isEmpty() ? "Personne." : String.join(" ", told));
    }

    private void people(TrainingSession session, Attendance attendance, List<Line> lines) {
        long enrolled = sessions.enrolments(session.id()).stream()
                .filter(row -> row.state().isMark())
                .count();
        long absent = sessions.enrolments(session.id()).stream()
                .filter(row -> row.state().isMark() && !row.state().wasThere())
                .count();
        long excused = sessions.enrolments(session.id()).stream()
                .filter(row -> row.state() == EnrolmentState.ABSENT_EXCUSE)
                .count();
        lines.add(new Line(
                Topic.REALISE, "Places", String.valueOf(session.capacity()), French.count(enrolled, "inscription")));
        lines.add(new Line(
                Topic.REALISE,
                "Présences jusqu'au bout",
                String.valueOf(enrolled),
                attendance.done().people()
                        + (attendance.inPart() == 0 ? "" : ", et " + attendance.inPart() + " en partie")));
        lines.add(new Line(
                Topic.REALISE,
                "Absences",
                "",
                absent + (excused == 0 ? "" : ", dont " + French.count(excused, "excusée"))));
        lines.add(new Line(
                Topic.REALISE,
                "Heures suivies (émargées)",
                French.duration(enrolled * session.minutes()),
                French.duration(attendance.done().traineeMinutes())));
    }

    private static void said(Readings read, List<Line> lines) {
        Heard.Hot hot = read.hot();
        Heard.Cold cold = read.cold();
        lines.add(new Line(
                Topic.SATISFACTION,
                "Ensemble",
                "",
                hot.satisfaction() == null
                        ? hot.told()
                        : French.number(round(hot.satisfaction())) + " sur 4 (" + hot.base() + ")"));
        hot.marks().stream()
                .filter(each -> each.mean() != null)
                .forEach(each -> lines.add(new Line(
                        Topic.SATISFACTION,
                        each.label(),
                        "",
                        French.number(round(each.mean())) + " sur 4 (" + each.base() + ")")));
        hot.learned().stream()
                .filter(Heard.Learned::isShown)
                .forEach(each -> lines.add(new Line(
                        Topic.ACQUIS,
                        each.label(),
                        "",
                        French.number(round(each.before())) + " avant, " + French.number(round(each.after()))
                                + " après, sur 4 (" + each.base() + ")")));
        lines.add(new Line(Topic.ACQUIS, "Usage chaque semaine ou plus, après quelques semaines", "", cold.told()));
        lines.add(new Line(Topic.ACQUIS, "À lire avec prudence", "", BilanWords.BIAS));
    }

    private static double round(double mean) {
        return Math.round(mean * 10) / 10.0;
    }
}
