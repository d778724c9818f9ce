package fr.forment.selfstudy;

import fr.forment.catalogue.TrainingModule;
import fr.forment.catalogue.Tutorials;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is written to about what is followed alone. */
@Component
@RequiredArgsConstructor
class SelfStudyMails {

    private static final String PAGE = "/autoformations";

    private final Correspondence post;
    private final Tutorials tutorials;
    private final Agents agents;

    void asked(SelfStudy study, TrainingModule module, Collection<Long> people) {
        each(study, module, people, "selfstudy/asked", key("ask", study));
    }

    void reminded(SelfStudy study, TrainingModule module, Collection<Long> people) {
        each(study, module, people, "selfstudy/reminded", key("remind", study));
    }

    /** What waits to be sent is of no use any more. */
    void settled(Follower follower) {
        for (String what : List.of("ask", "remind")) {
            post.takeBack(
                    "selfStudy:" + what + ":" + follower.selfStudyId(),
                    follower.agentId(),
                    "L'autoformation est suivie, ou n'est plus demandée.");
        }
    }

    /** To each direction, who of its school has not followed it. */
    void overdue(SelfStudy study, TrainingModule module, Collection<Follower> open) {
        Map<Long, Agent> people = agents
                .all(open.stream().map(Follower::agentId).toList())
                .stream()
                .filter(agent -> agent.schoolUai() != null)
                .collect(Collectors.toMap(Agent::id, agent -> agent));
        Map<String, List<String>> late = people.values().stream()
                .collect(Collectors.groupingBy(
                        Agent::schoolUai, Collectors.mapping(Agent::fullName, Collectors.toList())));
        Map<Long, Letter> letters = new HashMap<>();
        agents.directorsOf(late.keySet()).forEach((uai, director) -> {
            Map<String, Object> model = model(study, module);
            model.put("personnes", late.get(uai).stream().sorted().toList());
            letters.put(
                    director.id(),
                    new Letter("selfstudy/overdue", key("overdue", study) + ":" + uai, model, PAGE, null));
        });
        post.toAgents(letters);
    }

    private void each(SelfStudy study, TrainingModule module, Collection<Long> people, String template, String key) {
        Letter letter = new Letter(template, key, model(study, module), PAGE, study.dueOn());
        Map<Long, Letter> letters = new HashMap<>();
        people.forEach(id -> letters.put(id, letter));
        post.toAgents(letters);
    }

    private Map<String, Object> model(SelfStudy study, TrainingModule module) {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", module.title());
        model.put("duree", French.duration(study.minutes()));
        model.put("limite", French.date(study.dueOn()));
        Optional<Tutorials.Tutorial> material =
                Optional.ofNullable(tutorials.in(study.circonscriptionUai()).get(module.code()));
        model.put("support", material.map(Tutorials.Tutorial::title).orElse(null));
        model.put("adresse", material.map(Tutorials.Tutorial::address).orElse(null));
        return model;
    }

    private static String key(String what, SelfStudy study) {
        return "selfStudy:" + what + ":" + study.id();
    }
}
