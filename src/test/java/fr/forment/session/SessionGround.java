package fr.forment.session;

import fr.forment.TestGround.Circo;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sessions for tests. PRES-ECOLE lasts 90 minutes and concerns directors and teachers. */
@Component
public class SessionGround {

    /** A Wednesday with school, more than twenty school days after the first of September. */
    public static final LocalDateTime WEDNESDAY = LocalDateTime.of(2026, 11, 18, 14, 0);

    private final SessionService sessions;
    private final EnrolmentService enrolments;
    private final MailBox mails;

    SessionGround(SessionService sessions, EnrolmentService enrolments, MailBox mails) {
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.mails = mails;
    }

    public TrainingSession session(Circo circo, int capacity, int minimum) {
        return session(circo, WEDNESDAY, capacity, minimum);
    }

    public TrainingSession session(Circo circo, LocalDateTime start, int capacity, int minimum) {
        return sessions.open(of(circo, start, capacity, minimum, false));
    }

    public TrainingSession parentsMeeting(Circo circo) {
        return sessions.open(of(circo, WEDNESDAY, 60, 1, true));
    }

    public NewSession of(Circo circo, LocalDateTime start, int capacity, int minimum, boolean forParents) {
        return new NewSession(
                circo.uai(),
                null,
                "PRES-ECOLE",
                start,
                90,
                circo.schools().get(0),
                Format.PRESENTIEL,
                capacity,
                minimum,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                circo.cpc().id(),
                forParents);
    }

    public Enrolment enrol(TrainingSession session, Agent agent) {
        return enrolments.enrol(session.id(), agent.id(), null);
    }

    /** Mails of one step, by recipient's address; {@code about} is what follows the step in the key. */
    public List<String> writtenTo(String step, Object about) {
        return mails(step, about).stream().map(QueuedMail::toAddress).sorted().toList();
    }

    /** A trainer's letter is about the session, whose number an enrolment may have too. */
    public List<QueuedMail> mails(String step, Object about) {
        return mails.about("trainingSession:" + step + ":" + about + ":").stream()
                .filter(mail ->
                        about.toString().endsWith(":trainer") || !mail.mailKey().matches(".*:trainer(:.*)?"))
                .toList();
    }
}
