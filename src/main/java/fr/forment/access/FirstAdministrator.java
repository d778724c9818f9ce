package fr.forment.access;

import fr.forment.staff.AccountService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The administrator comes from the environment: without a password the application does not start, and nobody can be first to claim it. */
@Component
class FirstAdministrator {

    private final AccountService accounts;
    private final String password;

    FirstAdministrator(AccountService accounts, @Value("${forment.admin-password:}") String password) {
        if (password.isBlank()) {
            throw new MissingAdministratorPassword();
        }
        this.accounts = accounts;
        this.password = password;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(5)
    void create() {
        accounts.adminFromConfiguration(password);
    }
}
