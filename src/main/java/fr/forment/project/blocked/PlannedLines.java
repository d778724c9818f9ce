package fr.forment.project.blocked;

import fr.forment.engine.OpenTask;
import fr.forment.french.French;
import fr.forment.project.Project;
import fr.forment.project.ProjectState;
import fr.forment.project.Vague;
import fr.forment.project.VagueState;
import fr.forment.project.need.LateStart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Makes one line of each day of the plan that a vague misses, for one reader. */
record PlannedLines(Project project, Vague vague, BlockedReader reader, ZoneId zone) {

    /** Sessions whose day went by, or comes too soon, while the vague waited: nothing else tells that it is late. */
    List<Blockage> ofPlannedDays(List<Vague> all, LateStart.Late late, List<OpenTask> ofPlan) {
        if (late.count() == 0) {
            return List.of();
        }
        Optional<OpenTask> approval =
                ofPlan.stream().filter(task -> task.taskKey().equals("approve")).findFirst();
        Holder holder = approval.isPresent() ? Holder.IEN : holder(before(all));
        Blockage line = new Blockage(
                null,
                vague.title(),
                French.count(
                                late.count(),
                                "session prévue qui ne peut plus se tenir à sa date",
                                "sessions prévues qui ne peuvent plus se tenir à leur date")
                        + " (sur " + late.planned() + ")" + why(all),
                holder,
                late.earliest(),
                late.earliest(),
                null,
                null);
        return List.of(line.at(
                        approval.filter(task -> reader.acts(Holder.IEN))
                                .map(OpenTask::link)
                                .orElse(null),
                        "Ouvrir la tâche")
                .orAt(reader.names() ? "/projets/" + project.id() + "/plan" : null, "Voir le plan"));
    }

    /** The day has gone by, or what must come before it does not fit: the IEN moves it, the team the sessions. */
    Optional<Blockage> ofOpening(List<Vague> all, Optional<LateStart.Opening> late, LocalDate today) {
        boolean past = vague.isBeforeOpening() && vague.opensOn().isBefore(today);
        String missed = past ? "Jour d'ouverture prévu passé" + why(all) : "";
        String holds = late.map(opening -> opening.sentence(!past)).orElse("");
        return missed.isEmpty() && holds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Blockage(
                                null,
                                vague.title(),
                                missed + (past && !holds.isEmpty() ? " ; " : "") + holds,
                                Holder.IEN,
                                past ? vague.opensOn() : null,
                                vague.opensOn(),
                                null,
                                null)
                        .at(reader.acts(Holder.IEN) ? "#ouverture" : null, "Changer la date d'ouverture"));
    }

    /** Its sessions are in an amendment: the team prepares it, or the IEN decides on it. */
    Blockage ofAmendment(String what, LocalDate since, List<OpenTask> waiting) {
        Optional<OpenTask> decision = waiting.stream()
                .filter(task -> task.taskKey().equals("approve"))
                .findFirst();
        Optional<OpenTask> next = decision.or(() -> waiting.stream().findFirst());
        Holder holder = decision.isPresent() ? Holder.IEN : Holder.EQUIPE;
        return new Blockage(
                        null,
                        vague.title(),
                        what + (decision.isPresent() ? " : avenant à approuver" : " : avenant à préparer"),
                        holder,
                        next.map(task -> day(task.createdOn())).orElse(since),
                        next.map(task -> day(task.dueOn())).orElse(null),
                        null,
                        null)
                .at(next.filter(task -> reader.acts(holder)).map(OpenTask::link).orElse(null), "Ouvrir la tâche")
                .orAt("/projets/" + project.id() + "/plan", "Voir le plan");
    }

    private Optional<Vague> before(List<Vague> all) {
        return all.stream()
                .filter(other -> other.rank() < vague.rank() && !other.state().isOver())
                .findFirst();
    }

    private String why(List<Vague> all) {
        return vague.state() != VagueState.PREPARATION
                ? ""
                : ", " + MissedOpenings.notBegun(before(all).map(Vague::rank).orElse(null), project.state());
    }

    private Holder holder(Optional<Vague> before) {
        return switch (vague.state()) {
            case PREPARATION ->
                before.isPresent() || project.state() == ProjectState.CADRAGE
                        ? Holder.IEN
                        : project.state() == ProjectState.FORMATEURS ? Holder.FORMATEUR : Holder.EQUIPE;
            case FORMATEURS_EN_FORMATION -> Holder.DECISION;
            default -> Holder.EQUIPE;
        };
    }

    private LocalDate day(Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }
}
