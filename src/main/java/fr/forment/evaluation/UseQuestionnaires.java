package fr.forment.evaluation;

import fr.forment.project.UseReport.Asked;
import fr.forment.project.UseReport.More;
import fr.forment.project.UseService;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Hands what directions are asked of the use to those who ask them. */
@Component
@RequiredArgsConstructor
class UseQuestionnaires implements UseService.Questions {

    private final QuestionnaireVersions versions;

    @Override
    public Asked today(String circonscriptionUai) {
        return asked(versions.inForce(QuestionnaireKind.USE, circonscriptionUai));
    }

    @Override
    public Map<Long, Asked> of(Collection<Long> ids) {
        return versions.of(ids).values().stream()
                .filter(version -> version.kind() == QuestionnaireKind.USE && !version.isDraft())
                .collect(Collectors.toMap(QuestionnaireVersion::id, UseQuestionnaires::asked));
    }

    private static Asked asked(QuestionnaireVersion version) {
        return new Asked(
                version.id(),
                label(version, "activeClasses"),
                label(version, "parentAccounts"),
                label(version, "difficulties"),
                version.questions().stream()
                        .filter(each -> each.slot() != null)
                        .map(each -> new More(
                                each.code(),
                                each.slot(),
                                each.label(),
                                each.kind() == QuestionKind.MARK,
                                each.lowest(),
                                each.highest()))
                        .toList());
    }

    private static String label(QuestionnaireVersion version, String code) {
        return version.question(code).orElseThrow().label();
    }
}
