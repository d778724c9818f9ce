package fr.forment.assertions;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.catalogue.Profile;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What the assertions are for is to fail: each is broken once. */
class FormentAssertionsTest {

    private final Ics file = Ics.of("BEGIN:VEVENT\r\nMETHOD:PUBLISH\r\nSTATUS:CONFIRMED\r\nUID:7\r\nSEQUENCE:1\r\n"
            + "DTSTART:20261118T130000Z\r\nDTEND:20261118T143000Z\r\nSUMMARY:Présen\r\n tation\r\n");
    private final QueuedMail mail = mail("a@exemple.invalid", "Venez à 14 heures");
    private final List<Draft> plan = List.of(session("ADM-DIR", 4), session("PEDA-1", 11));

    @Test
    void holdWhatIsTrue() {
        assertThat(file)
                .isPublishedAs("CONFIRMED")
                .withSequence(1)
                .startsAt("20261118T130000Z")
                .has("SUMMARY", "Présentation");
        assertThat(mail)
                .isTo("a@exemple.invalid")
                .hasKey("k")
                .isAbout("Conv")
                .says("14 heures")
                .is(MailState.QUEUED);
        assertThat(plan)
                .holds("ADM-DIR", "PEDA-1")
                .hasNobodyUnplaced(12)
                .session("ADM-DIR")
                .isBefore("PEDA-1");
    }

    @Test
    void refuseWhatIsNot() {
        Ics later = Ics.of("UID:7\r\nSEQUENCE:1\r\n");
        refuses(() -> assertThat(file).isCancelled());
        refuses(() -> assertThat(file).withSequence(2));
        refuses(() -> assertThat(file).endsAt("20261118T130000Z"));
        refuses(() -> assertThat(file).isForInformation());
        refuses(() -> assertThat(later).replaces(file));
        refuses(() -> assertThat(later).hasOneEvent());
        refuses(() -> assertThat(mail).isTo("b@exemple.invalid"));
        refuses(() -> assertThat(mail).hasKey("l"));
        refuses(() -> assertThat(mail).hasTemplate("session/cancelled"));
        refuses(() -> assertThat(mail).isAbout("Annul"));
        refuses(() -> assertThat(mail).is(MailState.SENT));
        refuses(() -> assertThat(mail).says("14 heures", "15 heures"));
        refuses(() -> assertThat(mail).doesNotSay("14 heures"));
        refuses(() -> assertThat(mail).linksTo("/sessions/7"));
        refuses(() -> assertThatMails(List.of(mail, mail)).isOne());
        refuses(() -> assertThatMails(List.of()).each(each -> each.says("Venez")));
        refuses(() -> assertThatMails(List.of(mail)).some(each -> each.says("Partez")));
        refuses(() -> assertThat(plan).holds("PEDA-1", "ADM-DIR"));
        refuses(() -> assertThat(plan).isOn(LocalDate.of(2026, 11, 4)));
        refuses(() -> assertThat(plan).hasNobodyUnplaced(13));
        refuses(() -> assertThat(plan).session());
        refuses(() -> assertThat(plan).session("COMM"));
        refuses(() -> assertThat(plan).session("PEDA-1").isBefore("ADM-DIR"));
        refuses(() -> assertThat(plan).session("PEDA-1").isFor(7));
    }

    private static void refuses(ThrowingCallable wrong) {
        assertThatThrownBy(wrong).isInstanceOf(AssertionError.class);
    }

    private static QueuedMail mail(String to, String text) {
        return new QueuedMail(
                1,
                "k",
                "session/convoked",
                null,
                to,
                "A",
                "Convocation",
                text,
                "",
                MailState.QUEUED,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                0,
                null,
                null,
                null);
    }

    private static Draft session(String module, int day) {
        ModuleFacts facts = Mockito.mock();
        Mockito.when(facts.code()).thenReturn(module);
        Mockito.when(facts.isCompulsory()).thenReturn(true);
        return new Draft(
                1,
                facts,
                LocalDate.of(2026, 11, day),
                LocalTime.of(14, 0),
                "Bruz",
                20,
                1L,
                Set.of(Profile.ENSEIGNANT),
                Map.of("S1", 6),
                6);
    }
}
