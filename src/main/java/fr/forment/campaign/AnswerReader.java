package fr.forment.campaign;

import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.survey.AnswerChecks;
import fr.forment.survey.AnswerProblem;
import fr.forment.survey.Answers;
import fr.forment.survey.TypedValues;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Makes answers of what a form sent, or says everything that does not fit at once. Forms check nothing that can be
 * relied upon.
 */
@Component
@RequiredArgsConstructor
class AnswerReader {

    private final CampaignQuestions questions;
    private final Schools schools;
    private final Agents agents;
    private final Clock clock;

    /** @throws Refusal with every problem, one sentence each */
    Answers read(Campaign campaign, String schoolUai, Map<String, ?> typed) {
        School school = schools.find(schoolUai).orElseThrow();
        CampaignQuestions.Reading by = questions.reading(campaign, school, typed);
        TypedValues read = new TypedValues(by.questions(), typed);
        Map<String, String> values = read.kept();
        List<AnswerProblem> problems = new ArrayList<>(read.problems());
        if (read.isReadable()) { // sums of values that cannot be read would only confuse
            problems.addAll(new AnswerChecks(values, school, by.proposed(), LocalDate.now(clock)).problems());
            nameResourcePerson(schoolUai, values, problems);
        }
        if (!problems.isEmpty()) {
            String said = problems.stream().map(AnswerProblem::said).collect(Collectors.joining(" "));
            throw new Refusal(
                    problems.size() == 1 ? said : problems.size() + " points à revoir. " + said,
                    problems.stream().map(AnswerProblem::question).distinct().toArray(String[]::new));
        }
        return new Answers(values);
    }

    /** Keeps who it is, not the name as typed. */
    private void nameResourcePerson(String schoolUai, Map<String, String> values, List<AnswerProblem> problems) {
        String chosen = values.remove("resourcePersonChoice");
        String name = values.remove("resourcePersonName");
        if (chosen == null && name == null) {
            return;
        }
        List<Agent> found = agents.inSchool(schoolUai).stream()
                .filter(agent -> chosen != null
                        ? String.valueOf(agent.id()).equals(chosen)
                        : words(agent.fullName()).equals(words(name)))
                .toList();
        if (found.size() == 1) {
            values.put(Answers.RESOURCE_PERSON, String.valueOf(found.get(0).id()));
        } else {
            problems.add(new AnswerProblem(
                    chosen == null ? "resourcePersonName" : "resourcePersonChoice",
                    "E – La personne ressource ne figure pas sous ce nom sur la liste du personnel de l'école : écrivez son prénom et son nom"
                            + " comme sur la liste, ou répondez non en attendant qu'elle y soit."));
        }
    }

    /** First name and name in any order, without accents or case. */
    private static Set<String> words(String name) {
        return Set.copyOf(Arrays.asList(Names.fold(name).split(" ")));
    }
}
