package fr.forment.catalogue;

import java.util.List;

/**
 * What the house reminds of, one subject of {@code reminderPolicy.dmn} each. For every rank it says whom the letter of
 * that rank can serve: a row that names somebody else would be a promise nobody keeps, and is refused.
 */
public enum Reminder {
    NEEDS_SURVEY("needsSurvey", "OWNER", "OWNER", "ERUN"),
    PLAN_APPROVAL("planApproval", "OWNER", "DELEGATE"),
    SESSION("session", "PARTICIPANTS", "PARTICIPANTS", "FORMATEUR"),
    MARKS("marks", "OWNER IEN", "OWNER IEN", "OWNER IEN"),
    ARRIVAL("arrival", "OWNER DIRECTEUR ERUN", "OWNER DIRECTEUR ERUN", "OWNER DIRECTEUR ERUN", "IEN"),
    SCHOOL_OPENING("schoolOpening", "DIRECTEUR ERUN IEN", "DIRECTEUR ERUN IEN", "IEN"),
    HOT_EVALUATION("hotEvaluation", "PARTICIPANTS"),
    COLD_EVALUATION("coldEvaluation", "PARTICIPANTS", "PARTICIPANTS"),
    ARRIVAL_CONFIRMATION("arrivalConfirmation", "DIRECTEUR ERUN", "DIRECTEUR ERUN", "ERUN"),
    RELEASE_QUALIFICATION("releaseQualification", "ERUN IEN", "ERUN IEN"),
    NEED_REVIEW("needReview", "OWNER", "IEN"),
    TECHNICAL_READINESS("technicalReadiness", "OWNER", "IEN"),
    CATCH_UP("catchUp", "ERUN", "IEN", "IEN"),
    MATERIAL_REVIEW("materialReview", "ERUN IEN", "ERUN IEN"),
    SELF_STUDY("selfStudy", "OWNER", "DIRECTEUR"),
    EQUIPMENT("equipment", "OWNER", "IEN", "OWNER"),
    PLACE_OFFER("placeOffer", "OWNER"),
    PLACE_REQUEST("placeRequest", "OWNER"),
    SESSION_DATE("sessionDate", "OWNER", "IEN"),
    LATE_TASK("lateTask", "OWNER", "HIERARCHIE"),
    DEPARTURE_CONFIRMATION(
            "departureConfirmation", "DIRECTEUR ERUN SECRETAIRE", "DIRECTEUR ERUN SECRETAIRE", "SECRETAIRE");

    private final String subject;
    private final List<String> served;

    Reminder(String subject, String... served) {
        this.subject = subject;
        this.served = List.of(served);
    }

    String subject() {
        return subject;
    }

    /** How many ranks some process asks for. */
    int ranks() {
        return served.size();
    }

    boolean serves(int rank, List<String> readers) {
        return rank >= 1
                && rank <= ranks()
                && List.of(served.get(rank - 1).split(" ")).containsAll(readers);
    }

    /** Whether whoever writes the letter of that rank has to ask the table whom it names. */
    boolean mayNameSeveral(int rank) {
        return served.get(rank - 1).contains(" ");
    }
}
