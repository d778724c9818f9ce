package fr.forment.catalogue;

import fr.forment.french.French;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What people may change in a module. {@code beforeOpening} is the part of {@code profiles} for whom the module is
 * compulsory before the ENT opens in a school; {@code calendar} and {@code complements} may be null;
 * {@code validityMonths} too, for a training that is followed once and for all.
 */
public record ModuleDetails(
        String title,
        List<String> themes,
        Set<Profile> profiles,
        Set<Profile> beforeOpening,
        TrainerKind trainerKind,
        ResponsibleBody responsibleBody,
        Nature nature,
        Format format,
        String complements,
        int durationMinutes,
        int groupSize,
        String calendar,
        Set<String> prerequisites,
        Integer validityMonths,
        boolean active) {

    static final int TITLE_MAX = 120;
    static final int THEMES_MAX = 30;
    static final int THEME_MAX = 300;
    static final int COMPLEMENTS_MAX = 1000;
    static final int CALENDAR_MAX = 500;
    static final int DURATION_MIN = 15;
    static final int DURATION_MAX = 1440;
    static final int GROUP_MAX = 300;
    static final int VALIDITY_MAX = 120;

    public ModuleDetails {
        themes = List.copyOf(themes);
        profiles = Set.copyOf(profiles);
        beforeOpening = Set.copyOf(beforeOpening);
        prerequisites = Set.copyOf(prerequisites);
    }

    /** Followed once and for all. */
    public ModuleDetails(
            String title,
            List<String> themes,
            Set<Profile> profiles,
            Set<Profile> beforeOpening,
            TrainerKind trainerKind,
            ResponsibleBody responsibleBody,
            Nature nature,
            Format format,
            String complements,
            int durationMinutes,
            int groupSize,
            String calendar,
            Set<String> prerequisites,
            boolean active) {
        this(
                title,
                themes,
                profiles,
                beforeOpening,
                trainerKind,
                responsibleBody,
                nature,
                format,
                complements,
                durationMinutes,
                groupSize,
                calendar,
                prerequisites,
                null,
                active);
    }

    /** Every rule the values break, each next to the field it is about; empty when the module may be kept. */
    List<Problem> problems() {
        var found = new ArrayList<Problem>();
        if (title == null || title.isBlank()) {
            found.add(new Problem("title", "Indiquez un intitulé."));
        } else if (title.length() > TITLE_MAX) {
            found.add(new Problem("title", "L'intitulé ne peut pas dépasser " + TITLE_MAX + " caractères."));
        }
        if (themes.isEmpty()) {
            found.add(new Problem("themes", "Indiquez au moins un thème, un par ligne."));
        } else if (themes.size() > THEMES_MAX) {
            found.add(new Problem("themes", "Un module compte " + THEMES_MAX + " thèmes au plus."));
        } else if (themes.stream().anyMatch(theme -> theme.length() > THEME_MAX)) {
            found.add(new Problem("themes", "Chaque thème ne doit pas dépasser " + THEME_MAX + " caractères."));
        }
        if (profiles.isEmpty()) {
            found.add(new Problem("profiles", "Choisissez au moins un public."));
        }
        if (!profiles.containsAll(beforeOpening)) {
            found.add(new Problem("beforeOpening", "Un module n'est obligatoire que pour un public coché ci-dessus."));
        }
        requireChoice(found, "trainerKind", trainerKind, "Choisissez qui forme.");
        requireChoice(found, "responsibleBody", responsibleBody, "Choisissez qui est responsable.");
        requireChoice(found, "nature", nature, "Choisissez la nature de la formation.");
        requireChoice(found, "format", format, "Choisissez un format.");
        if (complements != null && complements.length() > COMPLEMENTS_MAX) {
            found.add(new Problem(
                    "complements",
                    "Les compléments ne doivent pas dépasser " + French.number(COMPLEMENTS_MAX) + " caractères."));
        }
        if (durationMinutes < DURATION_MIN || durationMinutes > DURATION_MAX) {
            found.add(new Problem(
                    "durationMinutes", "La durée va de " + DURATION_MIN + " à " + DURATION_MAX + " minutes."));
        }
        if (groupSize < 1 || groupSize > GROUP_MAX) {
            found.add(new Problem("groupSize", "Un groupe compte de 1 à " + GROUP_MAX + " personnes."));
        }
        if (validityMonths != null && (validityMonths < 1 || validityMonths > VALIDITY_MAX)) {
            found.add(new Problem(
                    "validityMonths", "La validité va de 1 à " + VALIDITY_MAX + " mois ; laissez vide sans limite."));
        }
        if (calendar != null && calendar.length() > CALENDAR_MAX) {
            found.add(new Problem("calendar", "Le calendrier ne doit pas dépasser " + CALENDAR_MAX + " caractères."));
        }
        return found;
    }

    private static void requireChoice(List<Problem> found, String field, Object value, String message) {
        if (value == null) {
            found.add(new Problem(field, message));
        }
    }

    /** The lines of history that lead from these values to {@code after}. */
    List<FieldChange> changesTo(ModuleDetails after) {
        Map<String, String> now = after.told();
        return told().entrySet().stream()
                .filter(field -> !Objects.equals(field.getValue(), now.get(field.getKey())))
                .map(field -> new FieldChange(field.getKey(), field.getValue(), now.get(field.getKey())))
                .toList();
    }

    ModuleDetails withCalendar(String text) {
        return new ModuleDetails(
                title,
                themes,
                profiles,
                beforeOpening,
                trainerKind,
                responsibleBody,
                nature,
                format,
                complements,
                durationMinutes,
                groupSize,
                text,
                prerequisites,
                validityMonths,
                active);
    }

    /** Each field under its French label, as pages and histories say it; a choice that is missing says nothing. */
    public Map<String, String> told() {
        var text = new LinkedHashMap<String, String>();
        text.put("Intitulé", title);
        text.put("Thèmes", String.join("\n", themes));
        text.put("Publics", labels(profiles));
        text.put("Obligatoire avant ouverture", labels(beforeOpening));
        text.put("Formateurs", trainerKind == null ? "" : trainerKind.label());
        text.put("Responsable", responsibleBody == null ? "" : responsibleBody.label());
        text.put("Nature", nature == null ? "" : nature.label());
        text.put("Format", format == null ? "" : format.label());
        text.put("Compléments", complements == null ? "" : complements);
        text.put("Durée", durationMinutes + " min");
        text.put("Taille de groupe", String.valueOf(groupSize));
        text.put("Calendrier", calendar == null ? "" : calendar);
        text.put("Prérequis", String.join(", ", new TreeSet<>(prerequisites)));
        text.put("Validité", validityMonths == null ? "" : validityMonths + " mois");
        text.put("Proposé", active ? "oui" : "non");
        return text;
    }

    private static String labels(Set<Profile> profiles) {
        return profiles.stream().sorted().map(Profile::label).collect(Collectors.joining(", "));
    }
}
