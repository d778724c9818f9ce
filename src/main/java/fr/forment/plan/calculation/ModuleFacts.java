package fr.forment.plan.calculation;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.catalogue.TrainingModule;
import java.util.Set;

/** What the calculation needs to know of a module. */
public record ModuleFacts(
        String code,
        String title,
        int position,
        int level,
        int minutes,
        int groupSize,
        Format format,
        TrainerKind trainerKind,
        ResponsibleBody body,
        Set<Profile> profiles,
        Set<Profile> beforeOpening,
        Set<String> prerequisites,
        boolean trainsTrainers) {

    public static ModuleFacts of(TrainingModule module) {
        return new ModuleFacts(
                module.code(),
                module.title(),
                module.position(),
                module.level(),
                module.durationMinutes(),
                module.groupSize(),
                module.format(),
                module.trainerKind(),
                module.responsibleBody(),
                module.profiles(),
                module.profilesBeforeOpening(),
                module.prerequisites(),
                module.trainsTrainers());
    }

    /** As sentences name it. */
    public String quoted() {
        return "« " + title + " »";
    }

    /** Waits for the continuous phase when people of this profile have no hours left for it. */
    public boolean isDeferrable(Profile profile) {
        return !beforeOpening.contains(profile);
    }

    public boolean isCompulsory() {
        return !beforeOpening.isEmpty();
    }

    /** A meeting a school holds for itself (parents), led by its own people. */
    public boolean isHeldBySchool() {
        return trainerKind == TrainerKind.ENSEIGNANT;
    }

    /** What a school wishes is said of how its people are trained, not of the parents it invites. */
    public boolean mayBeWished() {
        return !isHeldBySchool();
    }
}
