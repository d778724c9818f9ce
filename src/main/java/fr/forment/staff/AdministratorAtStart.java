package fr.forment.staff;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first account, without which nobody could give one to anybody. A password that is too weak stops the start. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AdministratorAtStart implements ApplicationRunner {

    private final AccountService accounts;
    private final String password;

    AdministratorAtStart(AccountService accounts, @Value("${forment.admin-password:}") String password) {
        this.accounts = accounts;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (!password.isBlank()) {
            accounts.adminFromConfiguration(password);
        }
    }
}
