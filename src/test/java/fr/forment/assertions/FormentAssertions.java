package fr.forment.assertions;

import fr.forment.mail.QueuedMail;
import fr.forment.plan.calculation.Draft;
import java.util.List;

/** What tests say most about plans, mails and calendar files, in the words of the domain. */
public final class FormentAssertions {

    private FormentAssertions() {}

    public static PlanAssert assertThat(List<Draft> plan) {
        return new PlanAssert(plan);
    }

    public static MailAssert assertThat(QueuedMail mail) {
        return new MailAssert(mail);
    }

    /** All letters about one thing. */
    public static MailsAssert assertThatMails(List<QueuedMail> mails) {
        return new MailsAssert(mails);
    }

    public static IcsAssert assertThat(Ics file) {
        return new IcsAssert(file);
    }

    /** A paper as PDF. */
    public static PdfAssert assertThatPdf(byte[] file) {
        return new PdfAssert(file);
    }
}
