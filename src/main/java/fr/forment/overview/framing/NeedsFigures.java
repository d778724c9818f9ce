package fr.forment.overview.framing;

import fr.forment.campaign.Needs;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.framing.FramingQuestion;
import fr.forment.framing.FramingSource;
import fr.forment.french.French;
import fr.forment.grid.GridFigures;
import fr.forment.grid.GridFilter;
import fr.forment.grid.Homogeneity;
import fr.forment.grid.RemainingNeed;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.survey.Questionnaire;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From the survey and the grid: whom first, how even, what directions ask for the parents. */
@Component
@Order(1)
@RequiredArgsConstructor
class NeedsFigures implements FramingSource {

    private static final int CHOICES = 3;

    private record Ranks(int first, int schools) {}

    private final Needs needs;
    private final GridFigures grid;
    private final RemainingNeed remaining;
    private final Projects projects;
    private final Catalogue catalogue;
    private final Questionnaire questionnaire;
    private final JdbcClient jdbc;

    @Override
    public Map<FramingQuestion, String> figures(Project project) {
        Map<FramingQuestion, String> told = new EnumMap<>(FramingQuestion.class);
        needs.ofProject(project.id()).ifPresent(surveyed -> {
            long campaign = surveyed.id();
            Map<String, TrainingModule> modules =
                    catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, module -> module));
            List<GridFigures.Total> totals = grid.totals(campaign, GridFilter.ALL);
            publics(campaign, remaining.byPublic(surveyed, projects.schools(project.id())), modules)
                    .ifPresent(figure -> told.put(FramingQuestion.PUBLICS, figure));
            homogeneity(campaign, project, totals, modules)
                    .ifPresent(figure -> told.put(FramingQuestion.HOMOGENEITE, figure));
            parents(campaign).ifPresent(figure -> told.put(FramingQuestion.PARENTS, figure));
        });
        return told;
    }

    /** Each public by the module that asks for most of its people: those to train before an opening stand first. */
    private Optional<String> publics(
            long campaign, Map<String, Map<Profile, Integer>> left, Map<String, TrainingModule> modules) {
        Map<Profile, Integer> people = new EnumMap<>(Profile.class);
        left.values().forEach(module -> module.forEach((profile, some) -> people.merge(profile, some, Math::max)));
        Set<Profile> first = EnumSet.noneOf(Profile.class);
        left.forEach((code, module) -> module.forEach((profile, some) -> {
            if (some > 0 && modules.containsKey(code) && modules.get(code).isBeforeOpening(profile)) {
                first.add(profile);
            }
        }));
        String told = people.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<Profile, Integer> each) -> !first.contains(each.getKey())))
                .map(each -> each.getKey().label() + " " + French.number(each.getValue())
                        + (first.contains(each.getKey()) ? " (avant l'ouverture)" : ""))
                .collect(Collectors.joining(" ; "));
        Ranks ranks = jdbc.sql(
                        "SELECT COUNT(CASE WHEN priority = 1 THEN 1 END) AS first, COUNT(*) AS schools FROM need_school WHERE campaign_id = ?")
                .param(campaign)
                .query(Ranks.class)
                .single();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of((told.isEmpty()
                                ? "Les personnes comptées dans la grille sont formées. Écoles au premier rang : "
                                : "Reste à former, selon la grille et les formations suivies : " + told
                                        + ". Écoles au premier rang : ")
                        + ranks.first()
                        + " sur " + ranks.schools() + ".");
    }

    private Optional<String> homogeneity(
            long campaign, Project project, List<GridFigures.Total> totals, Map<String, TrainingModule> modules) {
        List<String> codes = totals.stream()
                .filter(total -> Set.of(Profile.DIRECTEUR, Profile.ENSEIGNANT, Profile.ADMINISTRATEUR)
                        .contains(total.profile()))
                .map(GridFigures.Total::moduleCode)
                .distinct()
                .toList();
        Homogeneity table = grid.homogeneity(campaign, Set.of(project.circonscriptionUai()), codes, Map.of());
        return IntStream.range(0, codes.size())
                .filter(at -> table.gaps().get(at) != null)
                .boxed()
                .max(Comparator.comparing(at -> table.gaps().get(at).points()))
                .map(at -> gap(table.gaps().get(at), modules.get(codes.get(at))));
    }

    private static String gap(Homogeneity.Gap widest, TrainingModule module) {
        return widest.points() == 0
                ? "Aucun écart entre zones à ce jour."
                : "Écart le plus grand entre zones : " + widest.points() + " points (" + module.title()
                        + ", en retard : " + widest.behind() + ").";
    }

    private Optional<String> parents(long campaign) {
        var answers = needs.answers(campaign).values();
        return needs
                .tallies(
                        questionnaire.questions().stream()
                                .filter(question -> question.key().equals("parentInfo"))
                                .toList(),
                        answers)
                .stream()
                .filter(tally -> tally.answered() > 0)
                .findFirst()
                .map(tally -> "Demandé par les directions (" + French.count(tally.answered(), "réponse") + ") : "
                        + tally.choices().entrySet().stream()
                                .filter(choice -> choice.getValue() > 0)
                                .sorted(Map.Entry.<String, Long>comparingByValue()
                                        .reversed())
                                .limit(CHOICES)
                                .map(choice -> choice.getKey() + " " + choice.getValue())
                                .collect(Collectors.joining(" ; "))
                        + ".");
    }
}
