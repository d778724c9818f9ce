package fr.forment.project;

import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.project.OpeningGap.Module;
import fr.forment.project.blocked.Holder;
import fr.forment.project.readiness.Matter;
import fr.forment.project.readiness.SchoolsReadiness;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What is still missing for the opening of a school, computed at the moment it is read: the one answer of every page,
 * task and letter. What the gate answered at its last check stands in the history only.
 */
@Component
@RequiredArgsConstructor
public class OpeningGaps {

    private final SchoolTeams teams;
    private final OpeningGate gate;
    private final SchoolsReadiness readiness;

    /** Empty when nothing is missing, or the school is open, postponed or out. */
    public List<OpeningGap> of(Project project, VagueSchool place) {
        return of(project, List.of(place)).get(place.id());
    }

    /** By place. */
    public Map<Long, List<OpeningGap>> of(Project project, Collection<VagueSchool> places) {
        return of(project, places, false);
    }

    /** As {@link #of(Project, Collection)}, and of those opened by a waiver what they have still to catch up on. */
    public Map<Long, List<OpeningGap>> withCatchUps(Project project, Collection<VagueSchool> places) {
        return of(project, places, true);
    }

    private Map<Long, List<OpeningGap>> of(Project project, Collection<VagueSchool> places, boolean waived) {
        Map<Long, List<OpeningGap>> gaps = new HashMap<>();
        places.forEach(place -> gaps.put(place.id(), List.of()));
        List<VagueSchool> waiting = places.stream()
                .filter(place -> waived ? place.isAwaited() : !place.state().isSettled())
                .toList();
        Map<String, SchoolTeam> known =
                teams.of(waiting.stream().map(VagueSchool::schoolUai).collect(Collectors.toSet()));
        Map<String, Set<Matter>> ready = waiting.isEmpty() ? Map.of() : readiness.of(project.id());
        Map<GateFacts, Set<GateReason>> answers = new HashMap<>(); // schools at the same point get the same answer
        waiting.forEach(place -> {
            SchoolTeam team = known.get(place.schoolUai());
            GateFacts told = OpeningGate.facts(project, place, team, ready.getOrDefault(place.schoolUai(), Set.of()));
            GateFacts facts = waived ? told.unwaived() : told;
            gaps.put(
                    place.id(),
                    answers.computeIfAbsent(facts, gate::reasons).stream()
                            .sorted()
                            .map(reason -> gap(reason, team, facts, place))
                            .toList());
        });
        return gaps;
    }

    private static OpeningGap gap(GateReason reason, SchoolTeam team, GateFacts facts, VagueSchool place) {
        return switch (reason) {
            case DIRECTOR_NOT_TRAINED ->
                team.director() == null
                        ? plain(reason, Holder.IEN, "la direction est vacante : la personne nommée aura à se former")
                        : somebody(
                                reason,
                                "la direction",
                                team.director(),
                                team.lacks(team.director(), Profile.DIRECTEUR));
            case RESOURCE_PERSON_NOT_TRAINED -> resourcePerson(reason, team, place);
            case TEACHERS_NOT_TRAINED -> teachers(reason, team, facts);
            case CHARTER_NOT_SIGNED -> plain(reason, Holder.DIRECTION, reason.label());
            case ACCOUNTS_NOT_READY, NETWORK_NOT_READY -> plain(reason, Holder.COLLECTIVITE, reason.label());
            case NOBODY_TRAINED -> plain(reason, Holder.ERUN, reason.label());
        };
    }

    private static OpeningGap resourcePerson(GateReason reason, SchoolTeam team, VagueSchool place) {
        if (place.resourcePersonId() == null) {
            return plain(reason, Holder.DIRECTION, "la personne ressource n'est pas désignée");
        }
        Agent person = team.known(place.resourcePersonId());
        return person == null
                ? plain(
                        reason,
                        Holder.DIRECTION,
                        "la personne ressource désignée n'enseigne plus dans l'école : une autre est à désigner")
                : somebody(reason, "la personne ressource", person, team.lacksAsResource(person));
    }

    private static OpeningGap somebody(GateReason reason, String who, Agent person, List<TrainingModule> lacks) {
        String rest = " n'a pas suivi "
                + lacks.stream()
                        .map(OpeningGaps::titled)
                        .collect(Collectors.joining(lacks.size() > 2 ? ", ni " : " ni "));
        return new OpeningGap(
                reason,
                Holder.ERUN,
                List.of(person.id()),
                modules(lacks),
                who + " (" + person.fullName() + ")" + rest,
                who + rest);
    }

    private static OpeningGap teachers(GateReason reason, SchoolTeam team, GateFacts facts) {
        List<Agent> untrained = team.untrained();
        List<TrainingModule> lacks = untrained.stream()
                .flatMap(teacher -> team.lacks(teacher, Profile.ENSEIGNANT).stream())
                .distinct()
                .toList();
        String share = facts.teacherShare() + " % de l'équipe enseignante (direction non comptée) " + "a suivi "
                + lacks.stream().map(OpeningGaps::titled).collect(Collectors.joining(" et ")) + ", il en faut "
                + facts.threshold() + " % : encore "
                + French.count(team.missing(facts.threshold()), "personne") + " au moins";
        return new OpeningGap(
                reason,
                Holder.ERUN,
                untrained.stream().map(Agent::id).toList(),
                modules(lacks),
                share + ", parmi " + untrained.stream().map(Agent::fullName).collect(Collectors.joining(", ")),
                share);
    }

    private static OpeningGap plain(GateReason reason, Holder holder, String sentence) {
        return new OpeningGap(reason, holder, List.of(), List.of(), sentence, sentence);
    }

    private static String titled(TrainingModule module) {
        return "« " + module.title() + " »";
    }

    private static List<Module> modules(List<TrainingModule> lacks) {
        return lacks.stream()
                .map(module -> new Module(module.code(), module.title()))
                .toList();
    }
}
