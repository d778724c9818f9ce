package fr.forment.project;

import fr.forment.catalogue.Profile;
import fr.forment.engine.Decisions;
import fr.forment.people.Agent;
import fr.forment.project.readiness.Matter;
import fr.forment.project.readiness.SchoolsReadiness;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Gate 2: whether a school may open. Facts come from people's training records, the answer from
 * {@code openingGate.dmn}. What has to be followed before the opening is what the catalogue marks so.
 */
@Component
@RequiredArgsConstructor
public class OpeningGate {

    private final Decisions decisions;
    private final SchoolTeams teams;
    private final SchoolsReadiness readiness;

    /** What the gate answers today. */
    public GateVerdict ask(Project project, VagueSchool place) {
        GateFacts facts =
                facts(project, place, teams.of(place.schoolUai()), readiness.of(project.id(), place.schoolUai()));
        return new GateVerdict(facts, reasons(facts));
    }

    Set<GateReason> reasons(GateFacts facts) {
        Set<GateReason> reasons = EnumSet.noneOf(GateReason.class);
        decisions
                .decide(
                        "openingGate",
                        Map.of(
                                "directorTrained",
                                facts.directorTrained(),
                                "resourcePersonTrained",
                                facts.resourcePersonTrained(),
                                "teacherShare",
                                facts.teacherShare(),
                                "threshold",
                                facts.threshold(),
                                "charterSigned",
                                facts.charterSigned(),
                                "accountsReady",
                                facts.accountsReady(),
                                "networkReady",
                                facts.networkReady(),
                                "waived",
                                facts.waived()))
                .stream()
                .filter(row -> row.get("verdict").equals("refused"))
                .forEach(row -> reasons.add(GateReason.valueOf((String) row.get("reason"))));
        return reasons;
    }

    /** @param ready what the collectivité has declared of the school */
    static GateFacts facts(Project project, VagueSchool place, SchoolTeam team, Set<Matter> ready) {
        Agent resource = place.resourcePersonId() == null ? null : team.known(place.resourcePersonId());
        return new GateFacts(
                team.director() != null && team.isTrained(team.director(), Profile.DIRECTEUR),
                resource != null && team.lacksAsResource(resource).isEmpty(),
                team.share(),
                project.teacherThreshold(),
                place.charterSignedOn() != null,
                ready.contains(Matter.ACCOUNTS),
                ready.contains(Matter.NETWORK),
                place.isWaived());
    }
}
