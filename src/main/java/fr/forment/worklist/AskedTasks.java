package fr.forment.worklist;

import fr.forment.engine.OpenTasks;
import fr.forment.mail.Matters;
import fr.forment.mail.QueuedMail;
import fr.forment.plan.Plans;
import fr.forment.post.LateTasks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Which task a letter asks for: one that was done while the letter waited for its hour is not asked for any more. A
 * letter that also tells something new is no mere question and does not stand here. The case is in the letter's key.
 */
@Component
@RequiredArgsConstructor
class AskedTasks implements Matters {

    private record Asked(String process, List<String> tasks) {}

    /** "process:step:case:…". */
    private static final Pattern KEY = Pattern.compile("(\\w+):(\\w+):(\\d+)(?::.*)?");

    /** Of any process: their keys name it, and the task in place of a step. */
    private static final Set<String> OF_ANY = Set.of(LateTasks.REMINDED, LateTasks.OVERDUE, GiveBackService.GIVEN_BACK);

    private static final String PLAN = "trainingPlan";

    private static final Map<String, Asked> BY_TEMPLATE = Stream.of(
                    all(
                            new Asked("needsSurvey", List.of("answer")),
                            "campaign/reminded",
                            "campaign/remindedAgain",
                            "campaign/extended"),
                    all(new Asked("needsCampaign", List.of("decideClosing")), "campaign/closingAsked"),
                    all(new Asked("needsCampaign", List.of("reviewGrid")), "campaign/reviewOverdue"),
                    all(new Asked(PLAN, List.of("comment")), "plan/consultationReminded"),
                    all(
                            new Asked(PLAN, List.of("approve")),
                            "plan/submitted",
                            "plan/approvalReminded",
                            "plan/approvalDelegated"),
                    all(new Asked(PLAN, List.of("revise")), "plan/revisionReminded"),
                    all(new Asked("arrival", List.of("confirm")), "arrival/detected", "arrival/confirmationAwaited"),
                    all(new Asked("entRelease", List.of("qualify")), "release/qualificationAwaited"),
                    all(
                            new Asked("entRelease", List.of("reviewMaterials")),
                            "release/reviewAsked",
                            "release/reviewAwaited"),
                    all(new Asked("entProject", List.of("frame")), "project/framingAwaited"),
                    all(new Asked("entProject", List.of("decideAfterRejection")), "project/rejectionAwaited"),
                    all(new Asked("entProject", List.of("validateBilan")), "project/bilanAwaited"),
                    all(
                            new Asked("vague", List.of("settleTrainers")),
                            "project/trainersMissing",
                            "project/trainersAwaited"),
                    all(new Asked("vague", List.of("reviewNeed")), "project/needAwaited"),
                    all(new Asked("vague", List.of("decideNext")), "project/decisionAwaited"),
                    all(
                            new Asked("schoolOpening", List.of("engage")),
                            "project/engagementAsked",
                            "project/engagementAwaited"),
                    all(
                            new Asked("schoolOpening", List.of("settleRefusal")),
                            "project/openingRefused",
                            "project/openingRefusedCopied",
                            "project/settlementAwaited"),
                    all(
                            new Asked("technicalReadiness", List.of("declareReady")),
                            "project/readinessAsked",
                            "project/readinessAwaited"),
                    all(new Asked("catchUp", List.of("settleCatchUp")), "project/catchUpOver", "project/catchUpLate"),
                    all(new Asked("trainingSession", List.of("decideLow")), "session/decisionAwaited"),
                    all(
                            new Asked("trainingSession", List.of("signBilan")),
                            "session/bilanAwaited",
                            "session/bilanLate"),
                    all(new Asked("placeRequest", List.of("answer")), "waiting/answerAwaited"),
                    all(
                            new Asked("trainingSession", List.of("mark")),
                            "session/marksAwaited",
                            "session/marksLate",
                            "session/marksEscalated"),
                    all(
                            new Asked("schoolOpening", List.of("reportUse", "reportUseLater")),
                            "project/useAsked",
                            "project/useAwaited"))
            .flatMap(each -> each.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final OpenTasks tasks;
    private final Plans plans;

    @Override
    public Set<Long> settled(Collection<QueuedMail> mails) {
        Map<Asked, Map<String, Instant>> cases = new HashMap<>();
        mails.stream().filter(mail -> caseOf(mail) != null).forEach(mail -> cases.computeIfAbsent(
                        asked(mail), asked -> new HashMap<>())
                .merge(caseOf(mail), mail.queuedAt(), (one, other) -> one.isAfter(other) ? one : other));
        Set<Long> settled = new HashSet<>();
        cases.forEach((asked, since) -> {
            Set<String> done = tasks.doneSince(asked.process(), asked.tasks(), since);
            mails.stream()
                    .filter(mail -> asked.equals(asked(mail)) && done.contains(caseOf(mail)))
                    .map(QueuedMail::id)
                    .forEach(settled::add);
        });
        return settled;
    }

    /** Null where the template asks for no task. */
    private String caseOf(QueuedMail mail) {
        Matcher key = KEY.matcher(asked(mail) != null ? mail.mailKey() : "");
        return !key.matches() ? null : PLAN.equals(asked(mail).process()) ? rootOf(key.group(3)) : key.group(3);
    }

    private static Asked asked(QueuedMail mail) {
        Matcher key = KEY.matcher(OF_ANY.contains(mail.template()) ? mail.mailKey() : "");
        return key.matches() ? new Asked(key.group(1), List.of(key.group(2))) : BY_TEMPLATE.get(mail.template());
    }

    /** All versions of a plan are one case. */
    private String rootOf(String planId) {
        return plans.find(Long.parseLong(planId))
                .map(plan -> String.valueOf(plan.rootId()))
                .orElse(planId);
    }

    private static Map<String, Asked> all(Asked asked, String... templates) {
        return Stream.of(templates).collect(Collectors.toMap(template -> template, template -> asked));
    }
}
