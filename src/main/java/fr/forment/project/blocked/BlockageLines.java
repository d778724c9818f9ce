package fr.forment.project.blocked;

import fr.forment.engine.FailedSteps;
import fr.forment.engine.OpenTask;
import fr.forment.french.French;
import fr.forment.project.GateReason;
import fr.forment.project.OpeningGap;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.TrainerGap;
import fr.forment.project.TrainerReadiness;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueState;
import fr.forment.project.blocked.GivenPlaces.Training;
import fr.forment.territory.School;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes one line of each thing a vague waits for, for one reader. */
record BlockageLines(
        Project project,
        Vague vague,
        BlockedReader reader,
        Map<String, School> schools,
        List<OpenTask> open,
        ZoneId zone) {

    /** What the direction says when it enters the vague: asked once, in that task. */
    private static final Set<GateReason> SAID_AT_ENTRY =
            Set.of(GateReason.CHARTER_NOT_SIGNED, GateReason.RESOURCE_PERSON_NOT_TRAINED);

    private static final Set<String> OF_SCHOOLS = Set.of("schoolOpening", "catchUp");

    private static final Map<String, Waiting> TASKS = Map.of(
            "settleTrainers", new Waiting("Décider : attendre les formateurs ou poursuivre", Holder.DECISION),
            "reviewNeed", new Waiting("Besoin de la vague à revoir avant les sessions", Holder.EQUIPE),
            "decideNext", new Waiting("Bilan lu : décider de la suite", Holder.IEN),
            "engage", new Waiting("Entrée dans la vague à confirmer", Holder.DIRECTION),
            "settleRefusal", new Waiting("Décider de ce qui manque à l'ouverture de l'ENT", Holder.DECISION),
            "settleCatchUp", new Waiting("Date de rattrapage passée : décider", Holder.DECISION),
            "reportUse", new Waiting("Usages à déclarer, 30 jours après l'ouverture", Holder.DIRECTION),
            "reportUseLater", new Waiting("Usages à déclarer, 90 jours après l'ouverture", Holder.DIRECTION));

    private record Waiting(String what, Holder holder) {}

    /** What the collectivité declares stands with each school: its task is no line of its own. */
    Stream<Blockage> of(OpenTask task, List<VagueSchool> places) {
        Waiting waiting = TASKS.get(task.taskKey());
        if (waiting == null) {
            return Stream.empty();
        }
        String uai = school(task.processId(), task.caseId(), places);
        return Stream.of(new Blockage(
                        uai,
                        name(uai),
                        waiting.what(),
                        waiting.holder(),
                        day(task.createdOn(), zone),
                        task.is("schoolOpening", "settleRefusal") ? vague.opensOn() : day(task.dueOn(), zone),
                        null,
                        null)
                .at(reader.acts(waiting.holder()) ? task.link() : null, "Ouvrir la tâche"));
    }

    private static String school(String process, long id, List<VagueSchool> places) {
        return !OF_SCHOOLS.contains(process)
                ? null
                : places.stream()
                        .filter(place -> place.id() == id)
                        .findFirst()
                        .map(VagueSchool::schoolUai)
                        .orElse(null);
    }

    /** FormENT itself could not go on: nobody has a task, and nobody but its administrator can act. */
    Blockage of(FailedSteps.Failed failed, List<VagueSchool> places) {
        boolean isSession = failed.processId().equals("trainingSession");
        String uai = school(failed.processId(), failed.caseId(), places);
        String course = "/projets/" + project.id()
                + (uai != null
                        ? "/ecoles/" + uai
                        : failed.processId().equals("entProject") ? "" : "/vagues/" + vague.rank());
        return new Blockage(
                        uai,
                        name(uai),
                        (isSession
                                ? "Session n° " + failed.caseId() + " : " + French.inSentence(FailedSteps.TOLD)
                                : FailedSteps.TOLD),
                        Holder.ADMINISTRATION,
                        day(failed.since(), zone),
                        null,
                        null,
                        null)
                .begun(true)
                .at(isSession ? "/sessions/" + failed.caseId() + "/deroulement" : course + "/deroulement", "Voir où");
    }

    Stream<Blockage> of(VagueSchool place, OpeningGap gap, GivenPlaces given) {
        if (place.state() == PlaceState.CANDIDATE
                && gap.people().isEmpty()
                && SAID_AT_ENTRY.contains(gap.reason())
                && task("engage", place.id()).isPresent()) {
            return Stream.empty();
        }
        Training training = given.of(gap.people(), gap.modules());
        Holder holder = gap.people().isEmpty() ? gap.holder() : training.holder();
        boolean waived = place.isCatchingUp();
        String what = gap.told(reader.names())
                + (waived ? ", à rattraper (dérogation)" : "")
                + (gap.people().isEmpty() ? "" : training.told());
        LocalDate due = earlier(training.since(), waived ? place.catchUpOn() : vague.opensOn());
        Blockage line = new Blockage(
                place.schoolUai(),
                name(place.schoolUai()),
                capital(what),
                holder,
                training.since() == null ? asked(place, holder) : training.since(),
                due,
                null,
                null);
        return Stream.of(linked(
                holder == Holder.FORMATEUR ? line.by(reader.names() ? training.giver() : null) : line,
                gap,
                training,
                given));
    }

    /** Each body since it was asked itself: the collectivité once the trainers are ready, or the school has come. */
    private LocalDate asked(VagueSchool place, Holder holder) {
        LocalDate its = place.askedOn();
        LocalDate all = vague.accountsAskedOn();
        return holder != Holder.COLLECTIVITE ? its : all == null || its == null ? null : its.isAfter(all) ? its : all;
    }

    Blockage of(TrainerGap gap, GivenPlaces given) {
        List<Long> people = gap.agentId() == null ? List.of() : List.of(gap.agentId());
        Training training = given.of(people, List.of(new OpeningGap.Module(gap.moduleCode(), gap.moduleTitle())));
        String who = gap.agentId() == null
                ? "personne n'est habilité ni désigné (" + gap.function().label() + ")"
                : reader.names() ? gap.person() : gap.function().label();
        LocalDate since = task("settleTrainers", vague.id())
                .map(task -> day(task.createdOn(), zone))
                .orElse(null);
        return new Blockage(
                        null,
                        name(null),
                        "Formation de formateurs « " + gap.moduleTitle() + " » : " + who
                                + (people.isEmpty() ? "" : training.told()),
                        people.isEmpty() ? Holder.IEN : training.holder(),
                        training.since() == null ? since : training.since(),
                        earlier(training.since(), vague.opensOn()),
                        null,
                        null)
                .by(reader.names() ? training.giver() : null)
                .at(
                        !reader.enrols()
                                ? null
                                : people.isEmpty()
                                        ? "/ressources?circonscription=" + project.circonscriptionUai()
                                        : sessions(gap.moduleCode()),
                        people.isEmpty() ? "Habiliter une personne" : "Voir les sessions");
    }

    /** Half-days that nobody can give: the IEN says who may lead what, and who gives more. */
    Blockage ofLack(String what) {
        LocalDate since = task("settleTrainers", vague.id())
                .map(task -> day(task.createdOn(), zone))
                .orElse(null);
        return new Blockage(null, name(null), what, Holder.IEN, since, vague.opensOn(), null, null)
                .at(
                        reader.enrols() ? "/ressources?circonscription=" + project.circonscriptionUai() : null,
                        "Habiliter ou ajouter des demi-journées");
    }

    /** A module that was not found good: whose material it is reviews it, then gate 1 is checked again. */
    Blockage ofCare(String what) {
        LocalDate since = task("settleTrainers", vague.id())
                .map(task -> day(task.createdOn(), zone))
                .orElse(null);
        boolean above = what.endsWith(TrainerReadiness.ModuleCare.BY_DEPARTEMENT); // a vague keeps the sentence alone
        return new Blockage(
                        null,
                        name(null),
                        what,
                        above ? Holder.DEPARTEMENT : Holder.EQUIPE,
                        since,
                        vague.opensOn(),
                        null,
                        null)
                .at(
                        (above ? reader.acts(Holder.DEPARTEMENT) : reader.enrols()) ? "/supports" : null,
                        "Revoir les supports");
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private Blockage linked(Blockage line, OpeningGap gap, Training training, GivenPlaces given) {
        if (line.holder() == Holder.COLLECTIVITE) {
            return line.at(
                    reader.acts(Holder.COLLECTIVITE)
                            ? task("declareReady", vague.id())
                                    .map(OpenTask::link)
                                    .orElse(null)
                            : null,
                    "Déclarer prêt");
        }
        if (line.holder() == Holder.DIRECTION && reader.acts(Holder.DIRECTION)) {
            return line.at("/ecole", "Ouvrir « Mon école »");
        }
        if (!gap.modules().isEmpty() && reader.enrols()) {
            return sessions(line, gap.modules().get(0).code(), training, given);
        }
        return line.at(reader.names() ? "/projets/" + project.id() + "#ecole-" + line.uai() : null, "Voir l'école");
    }

    /** Once the sessions of the vague are there, a list with none to come helps nobody. */
    private Blockage sessions(Blockage line, String module, Training training, GivenPlaces given) {
        Long next = given.withRoom().get(module);
        if (training.without() && next != null && training.refused()) {
            return line.at("/sessions/" + next, "Inscrire avec un motif");
        }
        return training.without() && next == null && vague.state().compareTo(VagueState.FORMATION) >= 0
                ? line.at(
                        "/sessions/nouvelle?circonscription=" + project.circonscriptionUai() + "&module=" + module,
                        "Ouvrir une session")
                : line.at(sessions(module), "Voir les sessions");
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    private String sessions(String module) {
        return "/sessions?circonscription=" + project.circonscriptionUai() + "&module=" + module;
    }

    private Optional<OpenTask> task(String key, long id) {
        return open.stream()
                .filter(task -> task.taskKey().equals(key) && task.caseId() == id)
                .findFirst();
    }

    private String name(String uai) {
        return uai == null
                ? vague.title()
                : schools.containsKey(uai) ? schools.get(uai).displayName() : uai;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase() + text.substring(1);
    }
}
