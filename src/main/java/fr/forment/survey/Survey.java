package fr.forment.survey;

import fr.forment.account.Role;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The questionnaire of one school in a campaign: answered once, or closed. The answers themselves are
 * {@link SurveyAnswer}.
 */
@Table("survey")
public class Survey {

    /** What the journal calls the surveys of a school; their subject is its UAI. */
    public static final String JOURNAL = "SURVEY";

    @Id
    private Long id;

    @Version
    private Integer version;

    private Long campaignId;
    private String schoolUai;
    private SurveyState state;
    private LocalDate invitedOn;
    private LocalDate ownDue;
    private Role backup;

    Survey() {}

    public static Survey of(long campaignId, String schoolUai, LocalDate invitedOn) {
        Survey survey = new Survey();
        survey.campaignId = campaignId;
        survey.schoolUai = schoolUai;
        survey.invitedOn = invitedOn;
        survey.state = SurveyState.INVITE;
        return survey;
    }

    /** Of a school that came when the round was over or nearly so: it has days of its own, this one included. */
    public static Survey apart(long campaignId, String schoolUai, LocalDate invitedOn, LocalDate due, Role backup) {
        Survey survey = of(campaignId, schoolUai, invitedOn);
        survey.ownDue = due;
        survey.backup = backup;
        return survey;
    }

    public Long id() {
        return id;
    }

    public Long campaignId() {
        return campaignId;
    }

    public String schoolUai() {
        return schoolUai;
    }

    public SurveyState state() {
        return state;
    }

    public LocalDate invitedOn() {
        return invitedOn;
    }

    /** The last day to answer, where the school was asked apart from the round of its campaign; null otherwise. */
    public LocalDate ownDue() {
        return ownDue;
    }

    public boolean isApart() {
        return ownDue != null;
    }

    /** A school that came back is asked again: it had not answered. */
    public void askAgain(LocalDate on, LocalDate due, Role who) {
        if (isSilent() || isAnswered()) {
            throw new IllegalStateException("survey " + id + " is " + state);
        }
        state = SurveyState.INVITE;
        invitedOn = on;
        ownDue = due;
        backup = who;
    }

    /**
     * Who may answer besides the director: IEN where the direction is vacant, ERUN after the deadline; null otherwise.
     */
    public Role backup() {
        return backup;
    }

    public boolean isDirectionVacant() {
        return backup == Role.IEN;
    }

    public boolean isSilent() {
        return state == SurveyState.INVITE;
    }

    public boolean isAnswered() {
        return state == SurveyState.REPONDU;
    }

    public void entrustTo(Role role) {
        backup = role;
    }

    public void answer() {
        enter(SurveyState.REPONDU);
    }

    public void closeUnanswered() {
        enter(SurveyState.SANS_REPONSE);
    }

    public void closeWithSchool() {
        enter(SurveyState.ECOLE_FERMEE);
    }

    private void enter(SurveyState to) {
        if (!isSilent()) {
            throw new IllegalStateException("survey " + id + " is " + state + ", cannot become " + to);
        }
        state = to;
    }
}
