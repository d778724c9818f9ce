package fr.forment.release.web;

import fr.forment.release.NewRelease;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Set;

/** What the browser sends, as typed; nothing in it is trusted. */
public record ReleaseForm(
        String circonscriptionUai, String label, String serviceOn, String note, Set<String> modules, String tutorial) {

    public ReleaseForm {
        modules = Objects.requireNonNullElse(modules, Set.of());
    }

    NewRelease release() {
        return new NewRelease(circonscriptionUai, label, day(), note, modules, tutorial);
    }

    private LocalDate day() {
        try {
            return serviceOn == null ? null : LocalDate.parse(serviceOn);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
