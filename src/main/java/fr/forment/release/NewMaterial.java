package fr.forment.release;

/**
 * A material that somebody adds.
 *
 * @param circonscriptionUai null for one of a whole département
 * @param departementCode null for one of a circonscription
 * @param ownerId who answers for it; null while nobody does
 * @param forTrainers read by the team and by who gives the module only
 */
public record NewMaterial(
        String circonscriptionUai,
        String departementCode,
        String moduleCode,
        MaterialKind kind,
        String title,
        Long ownerId,
        boolean forTrainers,
        MaterialContent content) {

    /** Of a circonscription. */
    public NewMaterial(
            String circonscriptionUai,
            String moduleCode,
            MaterialKind kind,
            String title,
            Long ownerId,
            boolean forTrainers,
            MaterialContent content) {
        this(circonscriptionUai, null, moduleCode, kind, title, ownerId, forTrainers, content);
    }

    NewMaterial called(String good) {
        return new NewMaterial(
                circonscriptionUai, departementCode, moduleCode, kind, good, ownerId, forTrainers, content);
    }

    String belongsTo() {
        return departementCode == null ? circonscriptionUai : departementCode;
    }
}
