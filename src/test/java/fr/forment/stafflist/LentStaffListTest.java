package fr.forment.stafflist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.DelegationService;
import fr.forment.account.NewDelegation;
import fr.forment.people.ArrivalKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A staff list that only a lent right opens is signed so. */
@HouseTest
class LentStaffListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    @Autowired
    TestGround ground;

    @Autowired
    DelegationService delegations;

    @Autowired
    StaffDepositService deposits;

    @Autowired
    PreviewService previews;

    @Autowired
    AnswerService answers;

    @Autowired
    AcceptanceService acceptance;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tellsByWhoseDelegation() {
        var here = ground.circonscription(1);
        var elsewhere = ground.circonscription(1);
        ground.as(here.ien());
        delegations.name(new NewDelegation(
                here.uai(), here.ien().id(), elsewhere.ien().id(), TODAY, TODAY.plusDays(10), "Congé"));
        ground.as(elsewhere.ien());

        long id = deposits.deposit(
                new ByteArrayResource((ListDesk.HEADER + here.schools().get(0) + ";Deleguee"
                                + here.uai().toLowerCase().replaceAll("\\d", "") + ";Zoe;;ADJOINT;100;;;;\n")
                        .getBytes(StandardCharsets.UTF_8)),
                "liste.csv");
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !previews.find(id).orElseThrow().state().isBusy());
        answers.setWhole(id, false);
        var answer =
                acceptance.accept(id, previews.find(id).orElseThrow().revision(), ArrivalKind.ALREADY_THERE, false);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !previews.find(id).orElseThrow().state().isBusy());

        assertThat(jdbc.sql("SELECT j.by_whom FROM journal j JOIN agent a ON j.subject = CAST(a.id AS VARCHAR(40))"
                                + " WHERE j.kind = 'AGENT' AND a.school_uai = ? AND a.first_name = 'Zoe'")
                        .param(here.schools().get(0))
                        .query(String.class)
                        .list())
                .as(answer + " " + previews.find(id).orElseThrow().state())
                .isNotEmpty()
                .allMatch(signature -> signature.contains("/"));
    }
}
