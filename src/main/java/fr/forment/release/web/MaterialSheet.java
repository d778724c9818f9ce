package fr.forment.release.web;

import fr.forment.engine.Shown;
import fr.forment.release.MaterialKind;
import fr.forment.release.TrainingMaterial;
import java.util.function.Function;

/**
 * The form that says what a material is called and for whom it is, as it stands or as it was typed.
 *
 * @param kind null when none was sent
 * @param owner null for nobody
 * @param reserve a box that is not ticked is not sent
 */
public record MaterialSheet(MaterialKind kind, String title, Long owner, boolean reserve) {

    private static final String TITLE = "Titre";
    private static final String KIND = "Nature";
    private static final String OWNER = "Responsable";
    private static final String READERS = "Lecture";

    static MaterialSheet of(TrainingMaterial material) {
        return new MaterialSheet(material.kind(), material.title(), material.ownerId(), material.isForTrainers());
    }

    /** @param names of who answers for it, by id; of nobody for null */
    Shown shown(Function<Long, String> names) {
        return Shown.of(
                TITLE,
                title,
                KIND,
                kind == null ? "" : kind.label(),
                OWNER,
                names.apply(owner),
                READERS,
                readers(reserve));
    }

    /** The same, with what now stands wherever the page is as it was shown. */
    MaterialSheet over(Shown seen, TrainingMaterial now, Function<Long, String> names) {
        return new MaterialSheet(
                kind == null || seen.says(KIND, kind.label()) ? now.kind() : kind,
                seen.says(TITLE, title) ? now.title() : title,
                seen.says(OWNER, names.apply(owner)) ? now.ownerId() : owner,
                seen.says(READERS, readers(reserve)) ? now.isForTrainers() : reserve);
    }

    private static String readers(boolean reserved) {
        return reserved ? "réservée à l'équipe et à qui anime la formation" : "ouverte";
    }
}
