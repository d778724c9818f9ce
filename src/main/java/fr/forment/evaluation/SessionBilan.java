package fr.forment.evaluation;

import fr.forment.session.TrainingSession;
import fr.forment.session.closing.SignedBilan;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bilan of one session, a draft until it is signed.
 *
 * @param signed null: a draft, whose figures are those of today
 * @param signedBy name of who signed; empty for a draft
 */
public record SessionBilan(
        TrainingSession session,
        String title,
        String circonscription,
        LocalDate printedOn,
        List<Line> lines,
        SignedBilan signed,
        String signedBy) {

    /** What a line is about. The last ones are of one trainer: {@link #isOfTrainer}. */
    public enum Topic {
        REALISE("Prévu, réalisé"),
        INCIDENTS("Ce qui a changé"),
        BESOINS("Besoins nouveaux"),
        SATISFACTION("Satisfaction"),
        ACQUIS("Acquis et transfert");

        private final String label;

        Topic(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Says what people thought of one trainer's session. */
        boolean isOfTrainer() {
            return this == SATISFACTION || this == ACQUIS;
        }
    }

    /** @param planned empty where nothing was */
    public record Line(Topic topic, String what, String planned, String done) {}

    /** Still to be signed: a meeting with parents is counted, nobody signs a bilan of it. */
    public boolean isAwaited() {
        return signed == null && !session.isForParents();
    }

    public List<Topic> topics() {
        return Stream.of(Topic.values())
                .filter(topic -> lines.stream().anyMatch(line -> line.topic() == topic))
                .toList();
    }

    public List<Line> about(Topic topic) {
        return lines.stream().filter(line -> line.topic() == topic).toList();
    }

    /** As somebody reads it who is neither the trainer nor the inspector. */
    SessionBilan withoutTrainer() {
        return new SessionBilan(
                session,
                title,
                circonscription,
                printedOn,
                lines.stream().filter(line -> !line.topic().isOfTrainer()).toList(),
                signed,
                signedBy);
    }
}
