package fr.forment.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who the mails come from, how often the dispatcher looks, and over how many connections it sends. A blank reply
 * address: answers go to the sender.
 */
@ConfigurationProperties("forment.mail")
record MailSettings(
        String from,
        @DefaultValue("") String replyTo,
        @DefaultValue("FormENT") String name,
        @DefaultValue("PT5S") Duration poll,
        @DefaultValue("4") int connections) {}
