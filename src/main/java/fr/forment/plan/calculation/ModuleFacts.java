package fr.forment.plan.calculation;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.catalogue.TrainingModule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** Those who are at work in a school, and present the ENT to its families. */
    private static final Set<Profile> PRESENTERS =
            EnumSet.of(Profile.DIRECTEUR, Profile.ENSEIGNANT, Profile.PERSONNE_RESSOURCE, Profile.ADMINISTRATEUR);

    /**
     * The modules of a plan in the fiche's order, trainers, director, users, then parents: what a school presents by
     * itself comes after what its own people follow before the opening, whatever the catalogue asks for besides.
     */
    public static List<ModuleFacts> inOrder(List<ModuleFacts> modules) {
        Set<String> first = modules.stream()
                .filter(module -> !module.isHeldBySchool()
                        && module.beforeOpening.stream().anyMatch(PRESENTERS::contains))
                .map(ModuleFacts::code)
                .collect(Collectors.toSet());
        return modules.stream()
                .map(module -> module.isHeldBySchool() ? module.after(first) : module)
                .toList();
    }

    /** The same, after others too. @param others codes of modules */
    public ModuleFacts after(Set<String> others) {
        Set<String> all = new TreeSet<>(prerequisites);
        all.addAll(others);
        return new ModuleFacts(
                code,
                title,
                position,
                level,
                minutes,
                groupSize,
                format,
                trainerKind,
                body,
                profiles,
                beforeOpening,
                all,
                trainsTrainers);
    }

    /** A half-day of it, or the whole in a session that lasts otherwise than the catalogue says. @param time minutes */
    public ModuleFacts lasting(int time) {
        return new ModuleFacts(
                code,
                title,
                position,
                level,
                time,
                groupSize,
                format,
                trainerKind,
                body,
                profiles,
                beforeOpening,
                prerequisites,
                trainsTrainers);
    }

    /** The same in a session that is held otherwise than the catalogue says. */
    public ModuleFacts heldAs(Format otherFormat) {
        return new ModuleFacts(
                code,
                title,
                position,
                level,
                minutes,
                groupSize,
                otherFormat,
                trainerKind,
                body,
                profiles,
                beforeOpening,
                prerequisites,
                trainsTrainers);
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

    /** Parents and whoever must know it first are there before the ENT opens. */
    public boolean comesBeforeOpening() {
        return isCompulsory() || isHeldBySchool();
    }

    /** What a school wishes is said of how its people are trained, not of the parents it invites. */
    public boolean mayBeWished() {
        return !isHeldBySchool();
    }
}
