package fr.forment.release;

import fr.forment.account.Role;
import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.french.French;
import fr.forment.mail.MailBundles;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Keeping;
import fr.forment.post.Letter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Releases releases;
    private final Keeping keeping;
    private final MailBundles bundles;

    void declared(EntRelease release, int stale) {
        toGroups(release, Set.of(Role.ERUN), letter(release, "declared", "flagMaterials", Map.of("perimes", stale)));
    }

    /** As often as it is corrected. */
    void corrected(EntRelease release, List<String> changed) {
        toGroups(
                release,
                Set.of(Role.ERUN),
                letter(release, "corrected", "correct", ":" + release.revision(), Map.of("corrections", changed)));
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
        toDirectors(release, letter(release, "announced", "announce", Map.of()));
    }

    private void toDirectors(EntRelease release, Letter letter) {
        toSchools(release, () -> served.in(release.circonscriptionUai())
                .forEach(uai -> agents.directorOf(uai).ifPresent(director -> post.toAgent(director.id(), letter))));
    }

    /**
     * Letters to all schools are kept until a person of the team has read them and lets them go; the E-RUN is told that
     * they wait.
     */
    private void toSchools(EntRelease release, Runnable letters) {
        String page = SchoolNews.page(release.id());
        keeping.during(release.circonscriptionUai(), page, "Version " + release.label() + " de l'ENT", letters);
        // none: no school is in service yet
        bundles.madeFor(page)
                .forEach(bundle -> toGroups(
                        release,
                        Set.of(Role.ERUN),
                        letter(release, "lettersReady", "lettersReady", ":" + bundle.id(), Map.of())));
    }

    /** @param materials to be reviewed, each as letters call it */
    void reviewAsked(EntRelease release, Map<TrainingMaterial, String> materials) {
        toReviewers(release, Set.of(Role.ERUN, Role.CPC), "reviewAsked", "askReview", "", materials);
    }

    void reviewLate(EntRelease release, int occurrence, Map<TrainingMaterial, String> materials) {
        toReviewers(
                release,
                escalated(Reminder.MATERIAL_REVIEW, occurrence)
                        ? Set.of(Role.ERUN, Role.CPC, Role.IEN)
                        : Set.of(Role.ERUN, Role.CPC),
                "reviewAwaited",
                "remindReview",
                ":" + occurrence,
                materials);
    }

    /** Who answers for materials reads of his own, everybody else of all; nobody gets two letters. */
    private void toReviewers(
            EntRelease release,
            Set<Role> roles,
            String template,
            String step,
            String occurrence,
            Map<TrainingMaterial, String> materials) {
        Map<Long, List<String>> owned = materials.entrySet().stream()
                .filter(each -> each.getKey().ownerId() != null)
                .collect(Collectors.groupingBy(
                        each -> each.getKey().ownerId(), Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        owned.forEach((owner, his) -> post.toAgent(owner, review(release, template, step, occurrence, his, true)));
        Letter all = review(release, template, step, occurrence, List.copyOf(materials.values()), false);
        roles.forEach(
                role -> post.toGroupOnce(role, release.circonscriptionUai(), all.key(), reader -> Optional.of(all)));
    }

    private Letter review(
            EntRelease release, String template, String step, String occurrence, List<String> told, boolean owner) {
        return letter(
                release,
                template,
                step,
                occurrence,
                Map.of("supports", told, "responsable", owner, "departement", false));
    }

    /** To every director and teacher of the schools in service. */
    void cascaded(EntRelease release) {
        toTeams(release, letter(release, "cascaded", "cascade", Map.of()));
    }

    private void toTeams(EntRelease release, Letter letter) {
        toSchools(release, () -> served.in(release.circonscriptionUai()).forEach(uai -> toTeam(uai, letter)));
    }

    /** After a correction: what they read before is no longer so, and what still waited is not read at all. */
    void toldAnew(EntRelease release) {
        String anew = ":" + release.revision();
        if (release.state() == ReleaseState.DIFFUSEE) {
            takeBack(release, "cascade");
            toTeams(release, letter(release, "cascaded", "cascade", anew, Map.of()));
        } else if (release.state() == ReleaseState.SANS_EFFET) {
            takeBack(release, "announce");
            toDirectors(release, letter(release, "announced", "announce", anew, Map.of()));
        }
    }

    private void takeBack(EntRelease release, String step) {
        post.takeBackAll(
                "entRelease:" + step + ":" + release.id() + ":",
                "La version a été corrigée : un autre courriel remplace celui-ci.");
    }

    /** To those of one school that opens; whoever had the letter elsewhere gets no second one. */
    void toldAtOpening(EntRelease release, String uai) {
        toTeam(uai, letter(release, "cascaded", "cascade", Map.of()));
    }

    private void toTeam(String uai, Letter letter) {
        agents.inSchool(uai).stream()
                .filter(agent -> agent.function().isTeacher())
                .forEach(agent -> post.toAgent(agent.id(), letter));
    }

    /**
     * The team is trained first, which may take long: whoever answers for a material hears at once that it will have to
     * be reviewed.
     */
    void reviewAhead(EntRelease release, Map<TrainingMaterial, String> materials) {
        toReviewers(release, Set.of(), "reviewAsked", "qualify", "", materials);
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
        model.put("enService", releases.isInService(release));
        model.put("note", release.note());
        model.put("changements", release.changes());
        model.put("tutoriel", release.tutorial());
        return new Letter(
                "release/" + template,
                "entRelease:" + step + ":" + release.id() + occurrence,
                model,
                SchoolNews.page(release.id()),
                null);
    }
}
