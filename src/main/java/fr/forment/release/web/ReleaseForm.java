package fr.forment.release.web;

import fr.forment.french.Typed;
import fr.forment.release.EntRelease;
import fr.forment.release.NewRelease;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * What the browser sends, as typed; nothing in it is trusted.
 *
 * @param confirmed the day in the past, as ISO, that the person has said to be right; null before she was asked
 */
public record ReleaseForm(
        String circonscriptionUai,
        String label,
        String serviceOn,
        String note,
        Set<String> modules,
        String tutorial,
        String confirmed) {

    public ReleaseForm {
        modules = Objects.requireNonNullElse(modules, Set.of());
    }

    /** Of that circonscription, whatever was sent. */
    ReleaseForm in(String uai) {
        return new ReleaseForm(uai, label, serviceOn, note, modules, tutorial, confirmed);
    }

    static ReleaseForm of(EntRelease release) {
        return new ReleaseForm(
                release.circonscriptionUai(),
                release.label(),
                release.serviceOn().toString(),
                release.note(),
                Set.copyOf(release.modules()),
                release.tutorial(),
                null);
    }

    boolean confirms(LocalDate day) {
        return day.toString().equals(confirmed);
    }

    NewRelease release() {
        return new NewRelease(
                circonscriptionUai, label, Typed.dateOrNull(serviceOn, "serviceOn"), note, modules, tutorial);
    }
}
