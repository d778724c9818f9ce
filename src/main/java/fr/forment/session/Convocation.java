package fr.forment.session;

import fr.forment.people.Agent;
import java.time.LocalDate;
import java.util.List;

/**
 * A personal summons with everything that gives it its worth. Texts are French, as printed; {@code school} is empty for
 * people without a school, and so is {@code service}; {@code material} when nothing is to be brought, {@code inspector}
 * while the post is vacant, {@code gaia} while its numbers are not known, {@code halfDays} where day and hours say all.
 */
public record Convocation(
        long enrolmentId,
        long agentId,
        String reference,
        LocalDate writtenOn,
        String academie,
        String departement,
        String circonscription,
        String person,
        String function,
        String school,
        String title,
        String moduleCode,
        String day,
        String hours,
        String duration,
        boolean countsInHours,
        String format,
        String place,
        boolean remote,
        String trainer,
        String material,
        String service,
        String travel,
        String inspector,
        Addressee addressee,
        String missionOrder,
        String gaia,
        List<String> halfDays) {

    /** The same text under another number: two papers that say different things are not told apart otherwise. */
    Convocation numbered(String number) {
        return copy(number, writtenOn);
    }

    /** Whatever their numbers and days: whoever has one has the other. */
    public boolean saysTheSameAs(Convocation other) {
        return copy(other.reference, other.writtenOn).equals(other);
    }

    private Convocation copy(String number, LocalDate day) {
        return new Convocation(
                enrolmentId,
                agentId,
                number,
                day,
                academie,
                departement,
                circonscription,
                person,
                function,
                school,
                title,
                moduleCode,
                this.day,
                hours,
                duration,
                countsInHours,
                format,
                place,
                remote,
                trainer,
                material,
                service,
                travel,
                inspector,
                addressee,
                missionOrder,
                gaia,
                halfDays);
    }

    /** What to do where one cannot come: the one sentence of the paper and of the page. */
    public String hindered() {
        return "En cas d'empêchement, signalez-le dès que possible sur la page de la session dans FormENT, ou "
                + (addressee.isUnderADirection() ? "à votre direction d'école" : "au secrétariat de circonscription")
                + ", et adressez votre demande d'autorisation d'absence à l'IEN.";
    }

    /** Who reads it: nobody is summoned by himself, goes through himself, or through a direction he has none of. */
    public enum Addressee {

        /** Works in a school, under its direction. */
        ECOLE,
        /** Directs the school. */
        DIRECTION,
        /** Of the circonscription or of the département, convoked by its IEN. */
        EQUIPE,
        /** The IEN, or somebody outside the Éducation nationale: told, not summoned. */
        INVITE;

        static Addressee of(Agent agent, boolean inSchool) {
            return switch (agent.function()) {
                case DIRECTEUR -> DIRECTION;
                case IEN, IEN_NUMERIQUE, DSI, FOURNISSEUR -> INVITE;
                default -> inSchool ? ECOLE : EQUIPE;
            };
        }

        public boolean isSummoned() {
            return this != INVITE;
        }

        public boolean isUnderADirection() {
            return this == ECOLE;
        }
    }
}
