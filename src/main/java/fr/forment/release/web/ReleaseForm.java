package fr.forment.release.web;

import fr.forment.french.Typed;
import fr.forment.release.NewRelease;
import java.util.Objects;
import java.util.Set;

/** What the browser sends, as typed; nothing in it is trusted. */
public record ReleaseForm(
        String circonscriptionUai, String label, String serviceOn, String note, Set<String> modules, String tutorial) {

    public ReleaseForm {
        modules = Objects.requireNonNullElse(modules, Set.of());
    }

    NewRelease release() {
        return new NewRelease(circonscriptionUai, label, Typed.date(serviceOn).orElse(null), note, modules, tutorial);
    }
}
