package fr.forment.project;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.resource.Skills;
import fr.forment.resource.TrainerList;
import fr.forment.territory.Circonscriptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Gate 1, the fiche's "première phase de formation de formateurs": who of the circonscription's team (IEN, CPC, E-RUN,
 * DSI) still lacks a module that trains trainers, what those who train follow to learn how included, and which module
 * of the schools nobody there may lead. Those of the département serve many circonscriptions and hold none of them
 * back.
 */
@Component
@RequiredArgsConstructor
public class TrainerReadiness {

    private static final List<AgentFunction> TEAM =
            List.of(AgentFunction.IEN, AgentFunction.CPC, AgentFunction.ERUN, AgentFunction.DSI);

    private static final List<Profile> SCHOOLS =
            List.of(Profile.DIRECTEUR, Profile.ENSEIGNANT, Profile.PERSONNE_RESSOURCE);

    /**
     * What gate 1 waits for besides trainers: modules of which those who followed them said that they need care before
     * they are held again. Told by a room above.
     */
    public interface ModuleCare {

        /** How a sentence ends whose materials are all of the département. */
        String BY_DEPARTEMENT = "une relecture de l'équipe du département.";

        /** One sentence for each module, with whom it waits on; empty when nothing is to be done first. */
        List<String> before(long projectId, String circonscriptionUai, int vagueRank);
    }

    private final Catalogue catalogue;
    private final Agents agents;
    private final TrainingRecords records;
    private final TrainerList trainers;
    private final Circonscriptions circonscriptions;

    /** Empty when everybody is ready; by module, then by function. */
    public List<TrainerGap> gaps(String circonscriptionUai) {
        List<Agent> people = agents.inCirconscription(circonscriptionUai);
        List<Agent> team =
                people.stream().filter(agent -> TEAM.contains(agent.function())).toList();
        List<Agent> able = trainers.of(circonscriptions.find(circonscriptionUai).orElseThrow(), people);
        Map<Long, Set<String>> held = records.of(Stream.concat(team.stream(), able.stream())
                .map(Agent::id)
                .distinct()
                .toList());
        List<TrainingModule> modules = catalogue.active();
        List<TrainerGap> gaps = new ArrayList<>();
        modules.stream().filter(TrainingModule::trainsTrainers).forEach(module -> {
            List<AgentFunction> functions = functions(module);
            List<Agent> concerned =
                    team.stream().filter(agent -> isAwaited(agent, module)).toList();
            concerned.stream()
                    .filter(agent -> !held.getOrDefault(agent.id(), Set.of()).contains(module.code()))
                    .forEach(agent -> gaps.add(new TrainerGap(
                            agent.id(), agent.fullName(), agent.function(), module.code(), module.title())));
            if (concerned.isEmpty() && !functions.isEmpty()) {
                gaps.add(new TrainerGap(null, null, functions.get(0), module.code(), module.title()));
            }
        });
        gaps.addAll(withoutTrainer(able, trainers.skills(able, modules, held)));
        return gaps;
    }

    /** Whether the gate of the person's circonscription waits until he has followed the module. */
    public static boolean isAwaited(Agent agent, TrainingModule module) {
        return module.trainsTrainers()
                && TEAM.contains(agent.function())
                && (functions(module).contains(agent.function()) || isForTrainer(module, agent));
    }

    /**
     * What the schools follow before they open and the team is to lead, and nobody may lead today: the inspector's word
     * first, dated, then the trainings followed, then the function.
     */
    private List<TrainerGap> withoutTrainer(List<Agent> able, Skills skills) {
        LocalDate today = agents.today();
        return skills.modules().stream()
                .filter(module -> SCHOOLS.stream().anyMatch(module::isBeforeOpening))
                .filter(module -> module.trainerKind().functions().stream().anyMatch(TEAM::contains))
                .filter(module -> able.stream()
                        .noneMatch(agent -> skills.origin(agent, module, today).isGiven()))
                .map(module -> new TrainerGap(
                        null, null, module.trainerKind().functions().get(0), module.code(), module.title()))
                .toList();
    }

    /** Who trains others follows how to do it before he does, whatever else the module is compulsory for. */
    private static boolean isForTrainer(TrainingModule module, Agent agent) {
        return module.profiles().contains(Profile.FORMATEUR)
                && Profile.FORMATEUR.functions().contains(agent.function());
    }

    /** Functions of the team for which the module comes before any opening. */
    private static List<AgentFunction> functions(TrainingModule module) {
        return module.profilesBeforeOpening().stream()
                .map(TrainerReadiness::function)
                .flatMap(Optional::stream)
                .filter(TEAM::contains)
                .toList();
    }

    private static Optional<AgentFunction> function(Profile profile) {
        return Arrays.stream(AgentFunction.values())
                .filter(function -> function.name().equals(profile.name()))
                .findFirst();
    }
}
