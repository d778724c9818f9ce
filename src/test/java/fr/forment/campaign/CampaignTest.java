package fr.forment.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.grid.GridSchool;
import fr.forment.survey.Answers;
import fr.forment.survey.Survey;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The states of a campaign and of a survey, and what is counted. */
class CampaignTest {

    private static final LocalDate DEADLINE = LocalDate.of(2026, 9, 30);

    private final Campaign campaign = Campaign.of(1L, "0350060A", LocalDate.of(2026, 9, 1), DEADLINE, 80);

    @Test
    void opensOnceClosesAndOpensAgainWhenExtended() {
        campaign.open();
        campaign.open();
        assertThat(campaign.state()).isEqualTo(CampaignState.OUVERTE);
        campaign.close();
        assertThat(campaign.state().takesAnswers())
                .as("late answers still count")
                .isTrue();
        campaign.extendTo(DEADLINE.plusDays(14));
        assertThat(campaign.state()).isEqualTo(CampaignState.OUVERTE);
        assertThat(campaign.deadline()).isEqualTo("2026-10-14");
    }

    @Test
    void takesNoAnswerOnceConsolidated() {
        campaign.open();
        campaign.close();
        campaign.consolidated();
        assertThat(campaign.state().takesAnswers()).isFalse();
        assertThatIllegalStateException().isThrownBy(campaign::consolidated);
        assertThatIllegalStateException().isThrownBy(() -> campaign.extendTo(DEADLINE));
    }

    @Test
    void isLateAfterTheEveningOfTheLastDay() {
        assertThat(campaign.isLate(Survey.of(1, "0350001A", DEADLINE), DEADLINE.atTime(18, 0)))
                .isFalse();
        assertThat(campaign.isLate(Survey.of(1, "0350001A", DEADLINE), DEADLINE.atTime(18, 1)))
                .isTrue();
    }

    @Test
    void aSurveyIsAnsweredOnce() {
        Survey survey = Survey.of(1, "0350001A", DEADLINE);
        survey.answer();
        assertThatIllegalStateException().isThrownBy(survey::answer);
        assertThatIllegalStateException().isThrownBy(survey::closeUnanswered);
    }

    @Test
    void reachesTheThresholdExactlyAndNotByRounding() {
        assertThat(new ResponseRate(5, 4, 0, 80).isReached()).isTrue();
        assertThat(new ResponseRate(6, 4, 0, 67)).satisfies(rate -> {
            assertThat(rate.isReached()).as("66.67 % is not 67 %").isFalse();
            assertThat(rate.percent()).isEqualTo(66);
            assertThat(rate.silent()).isEqualTo(2);
        });
        assertThat(new ResponseRate(0, 0, 0, 80).isReached())
                .as("nobody is asked")
                .isTrue();
    }

    @Test
    void showsWhatDiffersFromTheStaffList() {
        assertThat(new GridSchool("u", "n", "c", false, 5, 6, 6, 0, 0, 2, "").findings())
                .isEmpty();
        assertThat(new GridSchool("u", "n", "c", false, 5, 7, 6, 0, 0, 2, "").findings())
                .containsExactly(
                        "L'école déclare 7 enseignants, la liste du personnel en compte 6",
                        "7 enseignants pour 5 classes");
        assertThat(new GridSchool("u", "n", "c", true, 5, null, 0, null, 0, 2, "").findings())
                .singleElement()
                .asString()
                .contains("nombre de classes");
        assertThat(new GridSchool("u", "n", "c", false, 5, 7, 6, 2, 0, 2, "").differences())
                .extracting(GridSchool.Difference::what, GridSchool.Difference::gap)
                .containsExactly(
                        tuple("Enseignants", "+1"),
                        tuple("En constellation", "+2"),
                        tuple("Enseignants pour 5 classes", "+2"));
        assertThat(new GridSchool("u", "n", "c", false, 6, 5, 6, 0, 0, 2, "").differences())
                .singleElement()
                .satisfies(found -> assertThat(found.gap() + " " + found.remedy())
                        .startsWith("−1 ")
                        .contains("retirez de la liste du personnel"));
    }

    @Test
    void answersAreKeptAsTheyAre() {
        Answers answers = new Answers(
                Map.of("fullTime", "3", "partTime", "1", "slots", "SOIR,MERCREDI_MATIN", "priority1", "COMM"));
        Answers again = Answers.fromJson(answers.toJson());
        assertThat(again.teachers()).isEqualTo(4);
        assertThat(again.codes("slots")).containsExactly("SOIR", "MERCREDI_MATIN");
        assertThat(again.priorities()).containsExactly("COMM");
        assertThat(again.text("otherNeed")).isEmpty();
    }
}
