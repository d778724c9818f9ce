package fr.forment.release;

import fr.forment.account.Role;
import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.french.French;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is written to about a version, with which words and under which key. */
@Component
@RequiredArgsConstructor
class ReleaseMails {

    private final Correspondence post;
    private final Agents agents;
    private final ServedSchools served;
    private final Reminders reminders;

    void declared(EntRelease release, int stale) {
        toGroups(release, Set.of(Role.ERUN), letter(release, "declared", "flagMaterials", Map.of("perimes", stale)));
    }

    /** As often as it is corrected. */
    void corrected(EntRelease release, List<String> changed) {
        toGroups(
                release,
                Set.of(Role.ERUN),
                letter(
                        release,
                        "corrected",
                        "correct",
                        ":" + Integer.toHexString(changed.hashCode()) + ":" + release.serviceOn(),
                        Map.of("corrections", changed)));
    }

    void qualificationAwaited(EntRelease release, int occurrence) {
        toGroups(
                release,
                escalated(Reminder.RELEASE_QUALIFICATION, occurrence) ? Set.of(Role.ERUN, Role.IEN) : Set.of(Role.ERUN),
                letter(
                        release,
                        "qualificationAwaited",
                        "remindQualification",
                        ":" + occurrence + ":" + since(release),
                        Map.of()));
    }

    void announced(EntRelease release) {
        Letter letter = letter(release, "announced", "announce", Map.of());
        served.in(release.circonscriptionUai())
                .forEach(uai -> agents.directorOf(uai).ifPresent(director -> post.toAgent(director.id(), letter)));
    }

    void reviewAsked(EntRelease release, List<String> materials) {
        toGroups(
                release,
                Set.of(Role.ERUN, Role.CPC),
                letter(release, "reviewAsked", "askReview", Map.of("supports", materials)));
    }

    void reviewLate(EntRelease release, int occurrence, List<String> materials) {
        toGroups(
                release,
                escalated(Reminder.MATERIAL_REVIEW, occurrence)
                        ? Set.of(Role.ERUN, Role.CPC, Role.IEN)
                        : Set.of(Role.ERUN, Role.CPC),
                letter(release, "reviewAwaited", "remindReview", ":" + occurrence, Map.of("supports", materials)));
    }

    /** To every director and teacher of the schools in service. */
    void cascaded(EntRelease release) {
        Letter letter = letter(release, "cascaded", "cascade", Map.of());
        served.in(release.circonscriptionUai()).forEach(uai -> agents.inSchool(uai).stream()
                .filter(agent -> agent.function().isTeacher())
                .forEach(agent -> post.toAgent(agent.id(), letter)));
    }

    private boolean escalated(Reminder reminder, int occurrence) {
        return reminders.goesTo(reminder, occurrence, "IEN");
    }

    private void toGroups(EntRelease release, Set<Role> roles, Letter letter) {
        roles.forEach(role -> post.toGroup(role, release.circonscriptionUai(), letter));
    }

    private static LocalDate since(EntRelease release) {
        return release.reviewAskedOn() == null ? release.declaredOn() : release.reviewAskedOn();
    }

    private Letter letter(EntRelease release, String template, String step, Map<String, Object> more) {
        return letter(release, template, step, "", more);
    }

    private Letter letter(
            EntRelease release, String template, String step, String occurrence, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("version", release.label());
        model.put("date", French.date(release.serviceOn()));
        model.put("note", release.note());
        model.put("changements", release.changes());
        model.put("tutoriel", release.tutorial());
        return new Letter(
                "release/" + template,
                "entRelease:" + step + ":" + release.id() + occurrence,
                model,
                "/versions/" + release.id(),
                null);
    }
}
