package fr.forment.post;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static fr.forment.people.StaffDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.people.ArrivalKind;
import fr.forment.people.ListSays;
import fr.forment.people.NewAgent;
import fr.forment.people.OnStaffDatabase;
import fr.forment.people.StaffDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class CorrespondenceTest extends OnStaffDatabase {

    private Correspondence correspondence;

    @BeforeEach
    void open() {
        correspondence = context.getBean(Correspondence.class);
    }

    private Agent agent(String name, AgentFunction function, String email) {
        return staff.register(
                        NewAgent.inSchool(name, "Claire", email, function, FIRST_SCHOOL), ArrivalKind.ALREADY_THERE)
                .orElseThrow();
    }

    private static Letter letter() {
        return new Letter(
                "test/letter",
                "needsSurvey:invite:47",
                Map.of("echeance", "3 octobre"),
                "/besoins/47",
                LocalDate.of(2026, 10, 3));
    }

    private void write(Runnable writing) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(tx -> writing.run());
    }

    /** As they stand in the outbox. */
    private record Queued(
            String mailKey,
            String toAddress,
            String toName,
            String subject,
            String bodyText,
            Instant notBefore,
            Instant notAfter) {}

    private List<Queued> queued() {
        return context.getBean(JdbcClient.class)
                .sql("SELECT * FROM outbox_mail ORDER BY id")
                .query((row, n) -> new Queued(
                        row.getString("mail_key"),
                        row.getString("to_address"),
                        row.getString("to_name"),
                        row.getString("subject"),
                        row.getString("body_text"),
                        row.getTimestamp("not_before").toInstant(),
                        row.getTimestamp("not_after").toInstant()))
                .list();
    }

    @Test
    void writesToThePersonUnderAKeyOfHisOwnWithAnAbsoluteLink() {
        Agent claire = agent("Morvan", AgentFunction.ADJOINT, "claire@exemple.invalid");

        write(() -> correspondence.toAgent(claire.id(), letter()));
        write(() -> correspondence.toAgent(claire.id(), letter()));

        assertThat(queued()).as("once, though told twice").singleElement().satisfies(mail -> {
            assertThat(mail.mailKey()).isEqualTo("needsSurvey:invite:47:" + claire.id());
            assertThat(mail.toAddress()).isEqualTo("claire@exemple.invalid");
            assertThat(mail.toName()).isEqualTo("Claire Morvan");
            assertThat(mail.bodyText())
                    .contains(
                            "Claire Morvan",
                            "avant le 3 octobre",
                            "http://localhost:8080/besoins/47",
                            "Circonscription : Redon (FormENT)");
            assertThat(mail.notAfter()).as("the whole last day, Paris time").isEqualTo("2026-10-03T22:00:00Z");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01T08:00:00Z, 2026-09-01T08:00:00Z, within the hours: now",
        "2026-09-01T04:00:00Z, 2026-09-01T06:00:00Z, before eight: at eight",
        "2026-09-01T16:00:00Z, 2026-09-02T06:00:00Z, eighteen o'clock is too late",
        "2026-09-04T17:00:00Z, 2026-09-07T06:00:00Z, not at the week-end",
        "2026-10-16T17:00:00Z, 2026-11-02T07:00:00Z, not in the holidays of the zone"
    })
    void leavesInTheHoursOfASchoolDay(String now, Instant expected, String why) {
        Agent claire = agent("Morvan", AgentFunction.ADJOINT, "claire@exemple.invalid");
        context.getBean(StaffDatabase.Instants.class).moveTo(now);

        write(() -> correspondence.toAgent(claire.id(), letter()));

        assertThat(queued())
                .as(why)
                .singleElement()
                .extracting(Queued::notBefore)
                .isEqualTo(expected);
    }

    @Test
    void aGroupIsEverybodyWhoHoldsTheRoleThere() {
        agent("Morvan", AgentFunction.DIRECTEUR, "claire@exemple.invalid");
        agent("Autre", AgentFunction.ADJOINT, "autre@exemple.invalid");
        Agent gone = agent("Parti", AgentFunction.DIRECTEUR, "parti@exemple.invalid");
        staff.leave(gone.id(), TODAY);

        write(() -> assertThat(correspondence.toGroup(Role.DIRECTEUR, FIRST_SCHOOL, letter()))
                .isEqualTo(1));

        assertThat(queued()).extracting(Queued::toAddress).containsExactly("claire@exemple.invalid");
        assertThat(correspondence.toGroup(Role.IEN, REDON, letter())).isZero();
    }

    @Test
    void whoHasNoAddressIsCountedOnceAndOnlyUntilThereIsOne() {
        Agent claire = agent("Morvan", AgentFunction.DIRECTEUR, null);
        Undeliverables undeliverables = context.getBean(Undeliverables.class);

        correspondence.toAgent(claire.id(), letter());
        correspondence.toAgent(claire.id(), letter());

        assertThat(queued()).isEmpty();
        assertThat(undeliverables.missedBy(List.of(claire.id()))).containsEntry(claire.id(), 1);

        context.getBean(ListSays.class).address(claire, "claire@exemple.invalid");
        assertThat(undeliverables.missedBy(List.of(claire.id()))).isEmpty();
    }

    @Test
    void nobodyWritesToSomebodyWhoLeft() {
        Agent claire = agent("Morvan", AgentFunction.DIRECTEUR, "claire@exemple.invalid");
        staff.leave(claire.id(), TODAY);

        correspondence.toAgent(claire.id(), letter());

        assertThat(queued()).isEmpty();
    }
}
