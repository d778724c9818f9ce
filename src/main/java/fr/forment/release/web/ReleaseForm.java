package fr.forment.release.web;

import fr.forment.french.Typed;
import fr.forment.release.EntRelease;
import fr.forment.release.NewRelease;
import java.util.Objects;
import java.util.Set;

/** What the browser sends, as typed; nothing in it is trusted. */
public record ReleaseForm(
        String circonscriptionUai, String label, String serviceOn, String note, Set<String> modules, String tutorial) {

    public ReleaseForm {
        modules = Objects.requireNonNullElse(modules, Set.of());
    }

    /** Of that circonscription, whatever was sent. */
    ReleaseForm in(String uai) {
        return new ReleaseForm(uai, label, serviceOn, note, modules, tutorial);
    }

    static ReleaseForm of(EntRelease release) {
        return new ReleaseForm(
                release.circonscriptionUai(),
                release.label(),
                release.serviceOn().toString(),
                release.note(),
                Set.copyOf(release.modules()),
                release.tutorial());
    }

    NewRelease release() {
        return new NewRelease(circonscriptionUai, label, Typed.day(serviceOn).orElse(null), note, modules, tutorial);
    }
}
