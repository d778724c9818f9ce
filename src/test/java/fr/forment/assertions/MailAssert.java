package fr.forment.assertions;

import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** One mail of the outbox, as its reader and the postman see it. */
public final class MailAssert extends AbstractAssert<MailAssert, QueuedMail> {

    MailAssert(QueuedMail mail) {
        super(mail, MailAssert.class);
    }

    public MailAssert isTo(String address) {
        Assertions.assertThat(mail().toAddress()).as(about("reader")).isEqualTo(address);
        return this;
    }

    public MailAssert isTo(Agent reader) {
        return isTo(reader.email());
    }

    public MailAssert hasKey(String key) {
        Assertions.assertThat(mail().mailKey()).as(about("key")).isEqualTo(key);
        return this;
    }

    public MailAssert hasTemplate(String template) {
        Assertions.assertThat(mail().template()).as(about("template")).isEqualTo(template);
        return this;
    }

    public MailAssert isAbout(String subject) {
        Assertions.assertThat(mail().subject()).as(about("subject")).startsWith(subject);
        return this;
    }

    public MailAssert hasSubject(String subject) {
        Assertions.assertThat(mail().subject()).as(about("subject")).isEqualTo(subject);
        return this;
    }

    public MailAssert is(MailState state) {
        Assertions.assertThat(mail().state()).as(about("state")).isEqualTo(state);
        return this;
    }

    /** In its text, as it was typed. */
    public MailAssert says(String... words) {
        Assertions.assertThat(mail().bodyText()).as(about("text")).contains(words);
        return this;
    }

    public MailAssert doesNotSay(String... words) {
        Assertions.assertThat(mail().bodyText()).as(about("text")).doesNotContain(words);
        return this;
    }

    /** Text and HTML lead to this page. */
    public MailAssert linksTo(String path) {
        says(path);
        Assertions.assertThat(mail().bodyHtml()).as(about("HTML")).contains(path + "\"");
        return this;
    }

    private QueuedMail mail() {
        isNotNull();
        return actual;
    }

    private String about(String what) {
        String description = descriptionText();
        return (description.isEmpty() ? "" : description + ": ") + what + " of " + mail().mailKey();
    }
}
