package fr.forment.project.opening;

import fr.forment.account.Role;
import fr.forment.account.Signatures;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.project.OpeningGaps;
import fr.forment.project.Project;
import fr.forment.project.ProjectMails;
import fr.forment.project.UseService;
import fr.forment.project.Vague;
import fr.forment.project.VaguePlaces.Situation;
import fr.forment.project.VagueSchool;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Letters about the gate of one school: awaited, refused, opened, postponed. */
@Component
@RequiredArgsConstructor
class OpeningMails {

    private final Correspondence correspondence;
    private final OpenTasks tasks;
    private final ProjectMails words;
    private final Circonscriptions circonscriptions;
    private final OpeningGaps gaps;
    private final UseService.Meetings meetings;
    private final Signatures signatures;
    private final Clock clock;
    private final PlaceClocks clocks;

    void engagementAwaited(Project project, Vague vague, VagueSchool place, int rank, Role reader) {
        String link = tasks.link("schoolOpening", place.id(), "engage").orElse("/ecole");
        var letter = new Letter(
                        "project/engagementAwaited",
                        "schoolOpening:remind" + rank + ":" + place.id(),
                        words.about(vague, place),
                        link,
                        null)
                .settling();
        correspondence.toGroup(reader, perimeter(project, place, reader), letter);
    }

    void openingRefused(Project project, Vague vague, VagueSchool place) {
        Map<String, Object> model = words.about(vague, place, "manques", missing(project, place));
        model.put("avant", isToCome(vague));
        var letter = new Letter(
                        "project/openingRefused",
                        "schoolOpening:checkGate:" + place.id() + ":" + today(),
                        model,
                        page(project, place),
                        null)
                .settling();
        correspondence.toGroup(Role.ERUN, project.circonscriptionUai(), letter);
        correspondence.toGroup(Role.IEN, project.circonscriptionUai(), letter);
    }

    /**
     * Once for each place in a vague, and without names: who advises a département knows the school, not its people.
     */
    void openingRefusedCopied(Project project, Vague vague, VagueSchool place) {
        List<String> missing =
                gaps.of(project, place).stream().map(gap -> gap.told(false)).toList();
        Circonscription where =
                circonscriptions.find(project.circonscriptionUai()).orElseThrow();
        Map<String, Object> model = words.about(vague, place, "manques", missing);
        model.put("avant", isToCome(vague));
        model.put("circonscription", where.shortName());
        model.put("signature", where.signature());
        correspondence.toGroup(
                Role.CPD,
                where.departementCode(),
                new Letter(
                                "project/openingRefusedCopied",
                                "schoolOpening:copyRefusal:" + place.id(),
                                model,
                                page(project, place),
                                null)
                        .settling());
    }

    void settlementAwaited(Project project, Vague vague, VagueSchool place, Role reader) {
        String link = tasks.link("schoolOpening", place.id(), "settleRefusal").orElse(page(project, place));
        Map<String, Object> model = words.about(vague, place, "manques", missing(project, place));
        correspondence.toGroup(
                reader,
                perimeter(project, place, reader),
                new Letter(
                                "project/settlementAwaited",
                                "schoolOpening:remindSettlement:" + place.id() + ":" + today(),
                                model,
                                link,
                                null)
                        .settling());
    }

    /** Its schools open on another day: to their directions once they were asked, and to who prepares for the day. */
    void openingMoved(Project project, Vague vague, List<VagueSchool> staying, LocalDate before, String why) {
        Map<String, Object> model = Map.of(
                "projet",
                project.title(),
                "laVague",
                vague.inSentence(),
                "avant",
                French.day(before),
                "ouverture",
                French.day(vague.opensOn()),
                "court",
                French.date(vague.opensOn()),
                "motif",
                why);
        String key = "vague:openingMoved:" + vague.id() + ":" + before + ":" + vague.opensOn() + ":" + today();
        Letter ofTeam = new Letter("project/openingMoved", key, model, "/projets/" + project.id(), null).settling();
        List.of(Role.IEN, Role.ERUN, Role.CPC, Role.DSI)
                .forEach(role -> correspondence.toGroup(role, project.circonscriptionUai(), ofTeam));
        staying.stream()
                .filter(place -> place.askedOn() != null)
                .forEach(place -> correspondence.toGroup(
                        Role.DIRECTEUR,
                        place.schoolUai(),
                        new Letter("project/openingMoved", key + ":" + place.schoolUai(), model, "/ecole", null)
                                .settling()));
    }

    /** @param formerly the day the school expected to open on */
    void schoolPostponed(Vague next, VagueSchool place, LocalDate formerly) {
        correspondence.toGroup(
                Role.DIRECTEUR,
                place.schoolUai(),
                new Letter(
                                "project/schoolPostponed",
                                "schoolOpening:postponed:" + place.id(),
                                words.about(next, place, "motif", place.leftBecause()),
                                "/ecole",
                                null)
                        .settling()
                        .undoing(clocks.instant(place.schoolUai(), formerly.atStartOfDay())));
    }

    /** To the IEN, who answers for the vagues and did not decide this himself. @param author signature of who did */
    void postponementNoted(Situation it, Vague next, String why, String author) {
        Map<String, Object> model = words.about(next, it.place(), "motif", why);
        model.put("avant", it.vague().inSentence());
        model.put("qui", signatures.read(author));
        correspondence.toGroup(
                Role.IEN,
                it.project().circonscriptionUai(),
                new Letter(
                                "project/postponementNoted",
                                "schoolOpening:postponementNoted:" + it.place().id(),
                                model,
                                page(it.project(), it.place()),
                                null)
                        .settling());
    }

    /** To the director with what to tell the parents; to those who keep the accounts and the machines. */
    void schoolOpened(Project project, Vague vague, VagueSchool place) {
        List<String> owed = place.isCatchingUp()
                ? gaps.withCatchUps(project, List.of(place)).get(place.id()).stream()
                        .map(gap -> gap.told(true))
                        .toList()
                : List.of();
        Map<String, Object> model = words.about(vague, place, "manques", owed);
        model.put("rattrapage", place.isCatchingUp() ? French.day(place.catchUpOn()) : "");
        model.put("reunion", !meetings.isThere(place.schoolUai()));
        correspondence.toGroup(
                Role.DIRECTEUR,
                place.schoolUai(),
                new Letter("project/schoolOpened", "schoolOpening:openService:" + place.id(), model, "/ecole", null)
                        .settling());
        for (Role reader : List.of(Role.ERUN, Role.DSI)) {
            correspondence.toGroup(
                    reader,
                    project.circonscriptionUai(),
                    new Letter(
                                    "project/schoolInService",
                                    "schoolOpening:inService:" + reader + ":" + place.id(),
                                    words.about(vague, place),
                                    "/projets/" + project.id(),
                                    null)
                            .settling());
        }
    }

    /** As it is now. E-RUN, IEN and the director of the school see its people. */
    private List<String> missing(Project project, VagueSchool place) {
        return gaps.of(project, place).stream().map(gap -> gap.told(true)).toList();
    }

    /** The line of the school, where its task can be opened. */
    private static String page(Project project, VagueSchool place) {
        return "/projets/" + project.id() + "#ecole-" + place.schoolUai();
    }

    private static String perimeter(Project project, VagueSchool place, Role reader) {
        return reader.level() == Role.Level.SCHOOL ? place.schoolUai() : project.circonscriptionUai();
    }

    /** Its day is still to come: nothing is refused yet, something is missing until then. */
    private boolean isToCome(Vague vague) {
        return vague.opensOn().isAfter(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
