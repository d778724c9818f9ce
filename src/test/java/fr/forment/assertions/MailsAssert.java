package fr.forment.assertions;

import fr.forment.mail.QueuedMail;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** The letters that something brought about. */
public final class MailsAssert extends AbstractAssert<MailsAssert, List<QueuedMail>> {

    MailsAssert(List<QueuedMail> mails) {
        super(mails, MailsAssert.class);
    }

    /** There is one letter, no more: what it says follows. */
    public MailAssert isOne() {
        hasSize(1);
        return new MailAssert(actual.get(0)).as(descriptionText());
    }

    public MailsAssert hasSize(int letters) {
        Assertions.assertThat(actual)
                .as(descriptionText())
                .extracting(QueuedMail::mailKey)
                .hasSize(letters);
        return this;
    }

    /** There are letters, and each says this. */
    public MailsAssert each(Consumer<MailAssert> says) {
        Assertions.assertThat(actual)
                .as(descriptionText())
                .isNotEmpty()
                .allSatisfy(mail -> says.accept(new MailAssert(mail)));
        return this;
    }

    public MailsAssert some(Consumer<MailAssert> says) {
        Assertions.assertThat(actual).as(descriptionText()).anySatisfy(mail -> says.accept(new MailAssert(mail)));
        return this;
    }
}
