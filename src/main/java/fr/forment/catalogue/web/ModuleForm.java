package fr.forment.catalogue.web;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.ModuleDetails;
import fr.forment.catalogue.Nature;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.Rubric;
import fr.forment.catalogue.TrainerKind;
import fr.forment.catalogue.TrainingModule;
import fr.forment.engine.Shown;
import fr.forment.french.Typed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the browser sends, as typed; nothing in it is trusted. A value that cannot be read becomes one that
 * {@link ModuleDetails} refuses.
 */
public record ModuleForm(
        String code,
        String rubric,
        String level,
        String version,
        String title,
        String themes,
        Set<String> profiles,
        Set<String> beforeOpening,
        String trainerKind,
        String responsibleBody,
        String nature,
        String format,
        String complements,
        String durationMinutes,
        String groupSize,
        String calendar,
        Set<String> prerequisites,
        String validityMonths,
        String active,
        String reason) {

    public ModuleForm {
        profiles = Objects.requireNonNullElse(profiles, Set.of());
        beforeOpening = Objects.requireNonNullElse(beforeOpening, Set.of());
        prerequisites = Objects.requireNonNullElse(prerequisites, Set.of());
    }

    static ModuleForm of(TrainingModule module) {
        ModuleDetails d = module.details();
        return new ModuleForm(
                module.code(),
                module.rubric().name(),
                String.valueOf(module.level()),
                String.valueOf(module.version()),
                d.title(),
                String.join("\n", d.themes()),
                names(d.profiles()),
                names(d.beforeOpening()),
                d.trainerKind().name(),
                d.responsibleBody().name(),
                d.nature().name(),
                d.format().name(),
                d.complements(),
                String.valueOf(d.durationMinutes()),
                String.valueOf(d.groupSize()),
                d.calendar(),
                d.prerequisites(),
                d.validityMonths() == null ? null : String.valueOf(d.validityMonths()),
                d.active() ? "true" : null,
                null);
    }

    /** A new row, with the usual length and group. */
    static ModuleForm empty() {
        return new ModuleForm(
                null, null, "0", null, null, null, null, null, null, null, null, null, null, "90", "20", null, null,
                null, "true", null);
    }

    ModuleDetails details() {
        return new ModuleDetails(
                text(title),
                lines(themes),
                constants(Profile.class, profiles),
                constants(Profile.class, beforeOpening),
                constant(TrainerKind.class, trainerKind),
                constant(ResponsibleBody.class, responsibleBody),
                constant(Nature.class, nature),
                constant(Format.class, format),
                text(complements),
                number(durationMinutes),
                number(groupSize),
                text(calendar),
                prerequisites,
                validityMonths == null || validityMonths.isBlank() ? null : Integer.valueOf(number(validityMonths)),
                active != null);
    }

    /**
     * What this person changed of the page he saw, upon what stands now: sent once more, it undoes nothing of what
     * somebody else wrote meanwhile.
     */
    ModuleForm upon(TrainingModule standing, Shown seen) {
        ModuleForm now = of(standing);
        Map<String, String> typed = details().told();
        Predicate<String> untouched = label -> seen.says(label, typed.get(label));
        return new ModuleForm(
                now.code,
                now.rubric,
                now.level,
                now.version,
                untouched.test("Intitulé") ? now.title : title,
                untouched.test("Thèmes") ? now.themes : themes,
                untouched.test("Publics") ? now.profiles : profiles,
                untouched.test("Obligatoire avant ouverture") ? now.beforeOpening : beforeOpening,
                untouched.test("Formateurs") ? now.trainerKind : trainerKind,
                untouched.test("Responsable") ? now.responsibleBody : responsibleBody,
                untouched.test("Nature") ? now.nature : nature,
                untouched.test("Format") ? now.format : format,
                untouched.test("Compléments") ? now.complements : complements,
                untouched.test("Durée") ? now.durationMinutes : durationMinutes,
                untouched.test("Taille de groupe") ? now.groupSize : groupSize,
                untouched.test("Calendrier") ? now.calendar : calendar,
                untouched.test("Prérequis") ? now.prerequisites : prerequisites,
                untouched.test("Validité") ? now.validityMonths : validityMonths,
                untouched.test("Proposé") ? now.active : active,
                reason);
    }

    String newCode() {
        return code == null ? "" : code.strip();
    }

    Rubric rubricOrNull() {
        return constant(Rubric.class, rubric);
    }

    int levelNumber() {
        return number(level);
    }

    long versionNumber() {
        return number(version);
    }

    String reasonOrNull() {
        return text(reason);
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** Line ends as the database keeps them, so that an untouched field is no change. */
    private static String text(String typed) {
        return Typed.optional(typed, Integer.MAX_VALUE);
    }

    private static int number(String typed) {
        return Typed.number(typed).filter(number -> number >= 0).orElse(-1);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Typed.code(type, name).orElse(null);
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, Set<String> names) {
        return names.stream()
                .map(name -> constant(type, name))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Set<Profile> profiles) {
        return profiles.stream().map(Profile::name).collect(Collectors.toSet());
    }
}
