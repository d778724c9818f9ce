package fr.forment.overview.framing;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Nature;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.Rubric;
import fr.forment.catalogue.TrainingModule;
import fr.forment.framing.FramingQuestion;
import fr.forment.framing.FramingSource;
import fr.forment.french.French;
import fr.forment.plan.Means;
import fr.forment.plan.Phase;
import fr.forment.plan.Plan;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Project;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From the plan in force, or the one in preparation: load, environments, means of each public. */
@Component
@Order(2)
@RequiredArgsConstructor
class PlanFigures implements FramingSource {

    private final Plans plans;
    private final Catalogue catalogue;

    @Override
    public Map<FramingQuestion, String> figures(Project project) {
        Map<FramingQuestion, String> told = new EnumMap<>(FramingQuestion.class);
        if (project.surveyOpensOn() != null) {
            told.put(
                    FramingQuestion.ESPACE_FORMATION,
                    project.hasTrainingEnvironment()
                            ? "Espace d'essai annoncé disponible au cadrage."
                            : "Aucun espace d'essai annoncé au cadrage.");
        }
        plans.approved(project.id())
                .or(() -> plans.latest(project.id()))
                .map(Plan::id)
                .map(plans::sessions)
                .filter(sessions -> !sessions.isEmpty())
                .ifPresent(sessions -> planned(sessions, told));
        return told;
    }

    private void planned(List<PlannedSession> sessions, Map<FramingQuestion, String> told) {
        Map<String, TrainingModule> modules =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, module -> module));
        told.put(FramingQuestion.CHARGE, "Heures de formateur au plan : " + load(sessions) + ".");
        told.put(FramingQuestion.PAF, bodies(sessions, modules));
        told.put(
                FramingQuestion.DEMONSTRATION,
                dated(
                        "Présentations au plan, où l'outil se démontre",
                        of(sessions, modules, module -> module.rubric() == Rubric.PRESENTATION)));
        List<PlannedSession> pedagogic = of(sessions, modules, module -> module.rubric() == Rubric.PEDAGOGIE);
        told.merge(
                FramingQuestion.ESPACE_FORMATION,
                dated("Sessions d'usage pédagogique au plan", pedagogic) + months(pedagogic),
                (one, more) -> one + " " + more);
        told.put(
                FramingQuestion.PARENTS,
                "Réunions de parents au plan : "
                        + sessions.stream().filter(PlannedSession::isForParents).count() + ".");
        told.put(
                FramingQuestion.TRANSVERSALES,
                dated(
                        "Sessions de formation continue (disciplinaire, transversale) au plan",
                        of(sessions, modules, module -> module.nature() == Nature.CONTINU)));
        told.put(
                FramingQuestion.CADRES,
                "Sessions au plan ouvertes aux directions : " + open(sessions, Profile.DIRECTEUR) + " ; aux IEN : "
                        + open(sessions, Profile.IEN) + ".");
        List<PlannedSession> ofTrainers = sessions.stream()
                .filter(session -> session.phase() == Phase.FORMATEURS)
                .toList();
        told.put(
                FramingQuestion.FORMATEURS,
                "Formation de formateurs au plan : " + French.count(ofTrainers.size(), "session") + ", "
                        + Means.of(ofTrainers).trainerHours() + ".");
    }

    private static String load(List<PlannedSession> sessions) {
        Map<Integer, List<PlannedSession>> byVague = sessions.stream()
                .collect(Collectors.groupingBy(
                        session -> session.vagueRank() == null ? 0 : session.vagueRank(),
                        TreeMap::new,
                        Collectors.toList()));
        return byVague.entrySet().stream()
                .map(each -> (each.getKey() == 0 ? "formateurs " : "vague " + each.getKey() + " ")
                        + Means.of(each.getValue()).trainerHours())
                .collect(Collectors.joining(" ; "));
    }

    private static String bodies(List<PlannedSession> sessions, Map<String, TrainingModule> modules) {
        List<TrainingModule> planned = sessions.stream()
                .map(PlannedSession::moduleCode)
                .distinct()
                .filter(modules::containsKey)
                .map(modules::get)
                .toList();
        long ofTheState = planned.stream()
                .filter(module -> module.responsibleBody() == ResponsibleBody.EDUCATION_NATIONALE)
                .count();
        return "Modules du plan qui relèvent de l'Éducation nationale, à inscrire au plan académique : " + ofTheState
                + " sur " + planned.size() + ".";
    }

    private static List<PlannedSession> of(
            List<PlannedSession> sessions, Map<String, TrainingModule> modules, Predicate<TrainingModule> which) {
        return sessions.stream()
                .filter(session -> !session.isForParents())
                .filter(session ->
                        modules.containsKey(session.moduleCode()) && which.test(modules.get(session.moduleCode())))
                .toList();
    }

    /** They come by day. */
    private static String dated(String what, List<PlannedSession> sessions) {
        return what + " : "
                + (sessions.isEmpty()
                        ? "aucune."
                        : sessions.size() + ", du "
                                + French.date(sessions.get(0).day()) + " au "
                                + French.date(sessions.get(sessions.size() - 1).day()) + ".");
    }

    private static String months(List<PlannedSession> sessions) {
        long months = sessions.stream()
                .map(session -> YearMonth.from(session.day()))
                .distinct()
                .count();
        return months == 0 ? "" : " Sur " + months + " mois de l'année.";
    }

    private static long open(List<PlannedSession> sessions, Profile profile) {
        return sessions.stream()
                .filter(session -> session.profiles().contains(profile))
                .count();
    }
}
