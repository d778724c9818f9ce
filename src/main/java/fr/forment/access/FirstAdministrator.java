package fr.forment.access;

import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The administrator comes from the environment ({@code start} has looked at the password): nobody can be first to claim
 * the place.
 */
@Component
@RequiredArgsConstructor
class FirstAdministrator {

    private final AccountService accounts;

    @Value("${forment.admin-password:}")
    private final String password;

    @EventListener(ApplicationReadyEvent.class)
    @Order(5)
    void create() {
        try {
            accounts.adminFromConfiguration(password);
        } catch (DuplicateKeyException | ConcurrencyFailureException otherNode) {
            accounts.adminFromConfiguration(password); // it came first: what it wrote is looked at now
        }
    }
}
