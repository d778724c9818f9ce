package fr.forment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.AccountService;
import fr.forment.access.DelegationService;
import fr.forment.engine.Directory;
import fr.forment.engine.TaskDone;
import fr.forment.engine.TimeMachine;
import fr.forment.french.Refusal;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.StaffService;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What a delegation lends on which day, whatever its timers do, and to whom it may be given. */
@HouseTest
public class LentRightsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 11);

    @Autowired
    private TestGround ground;

    @Autowired
    private DelegationService delegations;

    @Autowired
    private AccountService accounts;

    @Autowired
    private StaffService staff;

    @Autowired
    private Directory directory;

    @Autowired
    private Correspondence post;

    @Autowired
    private MailBox mails;

    @Autowired
    private SignedIn me;

    @Autowired
    private MyPerimeter mine;

    @Autowired
    private Reach reach;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TimeMachine time;

    private TestGround.Circo here;

    @BeforeEach
    void theIenSignsIn() {
        here = ground.circonscription(1);
        ground.as(here.ien());
    }

    private Delegation entrust(LocalDate first, LocalDate last) {
        return delegations.name(to(here.cpc(), first, last));
    }

    private NewDelegation to(Agent delegate, LocalDate first, LocalDate last) {
        return new NewDelegation(here.uai(), here.ien().id(), delegate.id(), first, last, "Congé");
    }

    private Account delegate() {
        return accounts.ofAgent(here.cpc().id()).orElseThrow();
    }

    private boolean isLent() {
        return accounts.authorities(delegate()).contains("GROUP_ien." + here.uai());
    }

    private boolean engineKnows() {
        return directory.groupsOf(delegate().login()).contains("ien." + here.uai());
    }

    private void theClockShows(LocalDate day) {
        time.startAt(day.atTime(0, 1).atZone(ZoneId.of("Europe/Paris")).toInstant());
    }

    @Test
    void aLateTimerNeitherLeavesRightsNorWithholdsThem() {
        entrust(FIRST, LAST);
        assertThat(isLent()).isFalse();

        theClockShows(FIRST); // no timer runs
        assertThat(isLent()).isTrue();
        accounts.catchUp(delegate());
        assertThat(engineKnows()).as("signing in makes the engine catch up").isTrue();

        theClockShows(LAST.plusDays(1));
        assertThat(isLent()).isFalse();
        accounts.catchUp(delegate());
        assertThat(engineKnows()).isFalse();
    }

    @Test
    void endsAtOnceWhenItIsTakenBack() {
        Delegation delegation = entrust(TODAY, LAST);
        assertThat(isLent()).isTrue();
        assertThat(engineKnows()).isTrue();

        delegations.end(delegation.id());

        assertThat(isLent()).isFalse();
        assertThat(engineKnows()).isFalse();
        entrust(TODAY, LAST); // its days are free again
        assertThatThrownBy(() -> delegations.end(delegation.id()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("déjà terminée");
    }

    /** The letter that names the delegate would have come after the one that says it is over. */
    @Test
    void anEndBeforeTheNewsOfTheBeginningIsToldAtOnceAndAlone() {
        time.startAt(Instant.parse("2026-09-04T17:00:00Z"));
        Delegation delegation = entrust(FIRST, LAST);
        time.runDue();
        assertThat(letters("announce", delegation))
                .hasSize(2)
                .extracting(QueuedMail::state)
                .containsOnly(MailState.QUEUED);

        time.startAt(Instant.parse("2026-09-05T09:00:00Z"));
        delegations.end(delegation.id());
        time.runDue();

        assertThat(letters("announce", delegation))
                .extracting(QueuedMail::state)
                .containsOnly(MailState.DROPPED);
        assertThat(letters("conclude", delegation))
                .hasSize(2)
                .extracting(QueuedMail::notBefore)
                .allMatch(hour -> hour.isBefore(Instant.parse("2026-09-05T09:05:00Z")));
    }

    private List<QueuedMail> letters(String step, Delegation delegation) {
        return mails.about("delegation:" + step + ":" + delegation.id() + ":");
    }

    @Test
    void endsWithTheIenWhoGaveIt() {
        entrust(TODAY, LAST);
        staff.leave(here.ien().id(), TODAY);
        assertThat(isLent()).isFalse();
        assertThat(engineKnows()).isFalse();
    }

    @Test
    void lettersToTheIenReachTheDelegateToo() {
        entrust(TODAY, LAST);
        Integer readers = transaction.execute(tx -> post.toGroup(
                Role.IEN,
                here.uai(),
                new Letter(
                        "access/delegationProlonged",
                        "essai:" + here.uai(),
                        Map.of("delegue", "", "absent", "", "circonscription", "", "fin", ""),
                        null,
                        null)));
        assertThat(readers).isEqualTo(2);
    }

    @Test
    void whatIsDoneThroughItIsSignedSo() {
        entrust(TODAY, LAST);
        ground.as(here.cpc());
        String login = me.login();

        me.act(() -> me.has(Role.CPC, here.uai()));
        assertThat(me.signature()).as("in his own right").isEqualTo(login);
        me.act(() -> me.has(Role.IEN, here.uai()));
        assertThat(accounts.nameOf(me.signature()))
                .isEqualTo(here.cpc().fullName() + ", par délégation de "
                        + here.ien().fullName());
        assertThat(me.holds(Role.IEN)).as("keys are not lent").isFalse();
        me.act(() -> me.hasAny(Role.IEN));
        assertThat(me.signature()).as("wherever the role is").startsWith(login + "/");
        me.act(() -> me.perimeters(Role.IEN).contains(here.uai()));
        assertThat(me.signature()).startsWith(login + "/");

        endsATaskOf("cpc." + here.uai(), "ien." + here.uai());
        assertThat(me.signature()).as("a task open to both").isEqualTo(login);
        endsATaskOf("ien." + here.uai());
        assertThat(me.signature()).startsWith(login + "/");
    }

    private void endsATaskOf(String... groups) {
        events.publishEvent(new TaskDone(Set.of(groups), Set.of(), true));
    }

    @Test
    void whatIsAskedInBetweenChangesNothingInTheSignature() {
        entrust(TODAY, LAST);
        ground.as(here.cpc());
        me.act(() -> me.has(Role.IEN, here.uai()));
        String signed = me.signature();
        assertThat(signed).startsWith(me.login() + "/");
        askAnything();
        assertThat(me.signature()).isEqualTo(signed);

        me.act(() -> me.has(Role.IEN, here.uai()) || me.has(Role.CPC, here.uai()));
        assertThat(me.signature()).as("his own right is enough").isEqualTo(me.login());
        askAnything();
        assertThat(me.signature()).isEqualTo(me.login());

        assertThatThrownBy(() -> me.act(() -> me.has(Role.IEN, "0000000X"))).isInstanceOf(AccessDeniedException.class);
        assertThat(me.has(Role.IEN, here.uai()))
                .as("a rule that was refused leaves all rights as they were")
                .isTrue();
    }

    private void askAnything() {
        for (Role role : Role.values()) {
            me.has(role, here.uai());
            me.hasAny(role);
            me.holds(role);
            me.perimeters(role);
        }
        mine.coversCirconscription(here.uai());
        mine.seesPeopleOfCirconscription(here.uai());
        reach.person(here.erun().id());
    }

    @Test
    void refusesStrangersOneselfAndImpossibleDays() {
        for (Agent stranger : List.of(
                here.secretary(),
                here.directors().get(0),
                here.dsi(),
                here.ien(),
                ground.circonscription(1).cpc())) {
            assertThatThrownBy(() -> delegations.name(to(stranger, FIRST, LAST)))
                    .as(stranger.function().name())
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> delegations.name(to(here.erun(), TODAY.minusDays(1), LAST)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("passé");
        assertThatThrownBy(() -> delegations.name(to(here.erun(), FIRST, FIRST.plusYears(2))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("un an");
        entrust(TODAY, LAST);
        ground.as(here.cpc());
        assertThatThrownBy(() -> delegations.name(to(here.erun(), LAST.plusDays(1), LAST.plusDays(2))))
                .as("a delegate lends nothing on")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void ofTwoWhoNameAtOnceOneIsTold() throws Exception {
        var session = SecurityContextHolder.getContext();
        Callable<Boolean> name = () -> {
            SecurityContextHolder.setContext(session);
            try {
                entrust(FIRST, LAST);
                return true;
            } catch (Refusal late) {
                return false;
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
        var threads = Executors.newFixedThreadPool(2);
        List<Boolean> told = new ArrayList<>();
        try {
            for (var done : threads.invokeAll(List.of(name, name))) {
                told.add(done.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(told).containsExactlyInAnyOrder(true, false);
        assertThat(delegations.of(here.uai())).hasSize(1);
    }
}
