package fr.forment.access.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.access.AccountService;
import fr.forment.access.DelegationService;
import fr.forment.account.Delegation;
import fr.forment.account.NewDelegation;
import fr.forment.engine.Directory;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.StaffService;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The diagram {@code delegation}: named, begun, prolonged, over by itself or before its time. */
@HouseTest
public class DelegationPathTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 11);

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    DelegationService delegations;

    @Autowired
    AccountService accounts;

    @Autowired
    StaffService staff;

    @Autowired
    Directory directory;

    @Autowired
    MailBox mails;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(1);
        ground.as(circo.ien());
    }

    @Test
    void beginsOnItsFirstDayAndEndsByItselfAfterTheLast() {
        Delegation named = name(FIRST, LAST);
        TheCase theCase = driver.theCase("delegation", named.id())
                .waitsAt("untilFirstDay")
                .passed("announce");
        assertThat(written("announce", named))
                .containsExactlyInAnyOrder(circo.ien().email(), circo.cpc().email());
        assertThat(groups()).as("not before the first day").doesNotContain(ienGroup());
        assertThat(theCase.dateOf("firstDayBegun")).isEqualTo(LocalDateTime.of(2026, 9, 7, 0, 0));

        theCase.fires("firstDayBegun").waitsAt("untilLastDay").passed("begin");
        assertThat(groups()).contains(ienGroup());
        assertThat(theCase.dateOf("lastDayOver")).isEqualTo(LocalDateTime.of(2026, 9, 12, 0, 0));

        theCase.fires("lastDayOver").isEnded().passed("conclude", "over");
        assertThat(groups()).doesNotContain(ienGroup());
        assertThat(delegations.find(named.id()).orElseThrow().isOver(LAST.plusDays(1)))
                .isTrue();
        assertThat(written("conclude", named))
                .containsExactlyInAnyOrder(circo.ien().email(), circo.cpc().email());
    }

    @Test
    void isProlongedWhileItRuns() {
        Delegation named = name(FIRST, LAST);
        TheCase theCase = driver.theCase("delegation", named.id())
                .waitsAt("untilFirstDay")
                .fires("firstDayBegun")
                .waitsAt("untilLastDay");

        delegations.prolong(named.id(), LAST.plusDays(7));

        theCase.waitsAt("untilLastDay").passed("prolonged", "announceProlonged");
        assertThat(theCase.dateOf("lastDayOver")).isEqualTo(LocalDateTime.of(2026, 9, 19, 0, 0));
        assertThat(groups()).contains(ienGroup());
        theCase.fires("lastDayOver").isEnded();
    }

    @Test
    void isTakenBackBeforeItBegins() {
        Delegation named = name(FIRST, LAST);
        TheCase theCase = driver.theCase("delegation", named.id()).waitsAt("untilFirstDay");

        delegations.end(named.id());

        theCase.isEnded().passed("endedBefore", "conclude").didNotPass("begin");
        assertThat(groups()).doesNotContain(ienGroup());
    }

    @Test
    void endsWhenTheDelegateLeaves() {
        Delegation named = name(FIRST, LAST);
        TheCase theCase = driver.theCase("delegation", named.id())
                .waitsAt("untilFirstDay")
                .fires("firstDayBegun")
                .waitsAt("untilLastDay");

        staff.leave(circo.cpc().id(), driver.now().toLocalDate());

        theCase.isEnded().passed("ended", "conclude");
        assertThat(delegations.find(named.id()).orElseThrow().endReason()).contains("a quitté ses fonctions");
        assertThat(written("conclude", named))
                .as("who has left is not written to")
                .containsExactly(circo.ien().email());
    }

    @Test
    void twoDelegatesOnOneDayAreRefused() {
        name(FIRST, LAST);

        assertThatThrownBy(() -> delegations.name(new NewDelegation(
                        circo.uai(), circo.ien().id(), circo.erun().id(), LAST, LAST.plusDays(3), "congé")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Une autre délégation");
        assertThat(delegations.of(circo.uai())).hasSize(1);
    }

    private Delegation name(LocalDate first, LocalDate last) {
        return delegations.name(
                new NewDelegation(circo.uai(), circo.ien().id(), circo.cpc().id(), first, last, "congé"));
    }

    private String ienGroup() {
        return "ien." + circo.uai();
    }

    private Set<String> groups() {
        return directory.groupsOf(
                accounts.ofAgent(circo.cpc().id()).orElseThrow().login());
    }

    private List<String> written(String step, Delegation delegation) {
        return mails.about("delegation:" + step + ":" + delegation.id() + ":").stream()
                .map(QueuedMail::toAddress)
                .toList();
    }
}
