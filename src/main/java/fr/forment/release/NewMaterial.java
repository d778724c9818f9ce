package fr.forment.release;

/**
 * A material that somebody adds.
 *
 * @param ownerId who answers for it; null while nobody does
 * @param forTrainers read by the team and by who gives the module only
 */
public record NewMaterial(
        String circonscriptionUai,
        String moduleCode,
        MaterialKind kind,
        String title,
        Long ownerId,
        boolean forTrainers,
        MaterialContent content) {}
