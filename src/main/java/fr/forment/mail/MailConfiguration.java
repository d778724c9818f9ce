package fr.forment.mail;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The dispatcher looks at the outbox by itself. */
@Configuration
@EnableScheduling
class MailConfiguration {}
