package fr.forment.evaluation;

/** What is evaluated: a session, or a module that was followed alone; the other id is null. */
public record Followed(Long sessionId, Long selfStudyId) {

    public static Followed session(long id) {
        return new Followed(id, null);
    }

    public static Followed alone(long id) {
        return new Followed(null, id);
    }

    /** Within keys of letters. */
    String key() {
        return sessionId == null ? "alone:" + selfStudyId : String.valueOf(sessionId);
    }

    /** Which column tells it, in this room's tables. */
    String column() {
        return sessionId == null ? "self_study_id" : "session_id";
    }

    long id() {
        return sessionId == null ? selfStudyId : sessionId;
    }
}
