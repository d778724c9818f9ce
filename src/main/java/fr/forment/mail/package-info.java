/**
 * Mail: an outbox written in the transaction of whoever decides, and a dispatcher that sends afterwards. The only
 * package that speaks SMTP. Without SMTP settings mails are deposited and can be read at {@code /courriels}.
 */
package fr.forment.mail;
