package fr.forment.release;

import fr.forment.journal.JournalEntry;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A guide, tutorial or set of slides that the training of a module relies on, in one circonscription. */
@Table("training_material")
public class TrainingMaterial {

    @Id
    private Long id;

    @Version
    private Integer version;

    private String circonscriptionUai;
    private String moduleCode;
    private String title;
    private String place;
    private MaterialState state;
    private LocalDate reviewedOn;
    private String reviewedBy;

    TrainingMaterial() {}

    /** A line about it, to be written. */
    JournalEntry told(MaterialState before, String why) {
        return JournalEntry.of("MATERIAL", id)
                .what(title)
                .change(before == null ? null : before.label(), state.label())
                .because(why);
    }

    static TrainingMaterial of(
            String circonscriptionUai, String moduleCode, String title, String place, LocalDate today, String by) {
        TrainingMaterial material = new TrainingMaterial();
        material.circonscriptionUai = circonscriptionUai;
        material.moduleCode = moduleCode;
        material.title = title;
        material.place = place;
        material.review(today, by);
        return material;
    }

    /** True when it is news. */
    boolean flag() {
        boolean news = state == MaterialState.A_JOUR;
        state = MaterialState.PERIME;
        return news;
    }

    void review(LocalDate on, String by) {
        state = MaterialState.A_JOUR;
        reviewedOn = on;
        reviewedBy = by;
    }

    public Long id() {
        return id;
    }

    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    public String moduleCode() {
        return moduleCode;
    }

    public String title() {
        return title;
    }

    /** An address of the web, or where it is kept. */
    public String place() {
        return place;
    }

    public boolean isLink() {
        return Links.isWeb(place);
    }

    public boolean isStale() {
        return state == MaterialState.PERIME;
    }

    public MaterialState state() {
        return state;
    }

    public LocalDate reviewedOn() {
        return reviewedOn;
    }

    /** A login. */
    public String reviewedBy() {
        return reviewedBy;
    }
}
