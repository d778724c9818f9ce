package fr.forment.evaluation;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.selfstudy.SelfStudy;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What an evaluation is about, as people call it. */
@Component
@RequiredArgsConstructor
public class Subjects {

    private static final String UNKNOWN = "Formation à l'ENT";

    private final Sessions sessions;
    private final SelfStudies studies;
    private final Catalogue catalogue;
    private final PlaceClocks clocks;

    /**
     * @param day of the session; today for what was followed alone
     * @param circonscription where it was followed
     */
    record Subject(String title, LocalDate day, String circonscription) {}

    public String title(Invitation invitation) {
        return of(invitation.followed()).map(Subject::title).orElse(UNKNOWN);
    }

    /** With its day, weeks after it was held; what was followed alone has none. */
    public String dated(Invitation invitation) {
        return title(invitation)
                + (invitation.followed().sessionId() == null
                        ? ""
                        : of(invitation.followed())
                                .map(subject -> ", " + French.day(subject.day()))
                                .orElse(""));
    }

    /** Empty when it is known no more. */
    Optional<Subject> of(Followed followed) {
        return followed.sessionId() == null
                ? studies.find(followed.selfStudyId())
                        .map(study -> new Subject(
                                title(study.moduleCode()),
                                clocks.today(study.circonscriptionUai()),
                                study.circonscriptionUai()))
                : sessions.find(followed.sessionId())
                        .map(session ->
                                new Subject(title(session.moduleCode()), session.day(), session.circonscriptionUai()));
    }

    /** Where it was followed. */
    LocalDate today(Followed followed) {
        return clocks.today((followed.sessionId() == null
                        ? studies.find(followed.selfStudyId()).map(SelfStudy::circonscriptionUai)
                        : sessions.find(followed.sessionId()).map(TrainingSession::circonscriptionUai))
                .orElse(null));
    }

    private String title(String moduleCode) {
        return catalogue.find(moduleCode).map(TrainingModule::title).orElse(UNKNOWN);
    }
}
