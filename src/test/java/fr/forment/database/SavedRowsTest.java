package fr.forment.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.account.Account;
import fr.forment.account.Accounts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.repository.Repository;

@HouseTest
class SavedRowsTest {

    @Autowired
    Accounts accounts;

    @Autowired
    Map<String, Repository<?, ?>> repositories;

    @Test
    void aKeyThatIsTakenIsHeardAsSuch() {
        accounts.save(account());
        assertThatThrownBy(() -> accounts.save(account())).isInstanceOf(DuplicateKeyException.class);
    }

    private static Account account() {
        return Account.of("deux-fois", null, "Deux", "Fois", List.of());
    }

    @Test
    void everyRepositorySaysWhatTheDatabaseSaid() {
        assertThat(repositories).hasSizeGreaterThan(10).allSatisfy((name, repository) -> assertThat(
                        Arrays.stream(((Advised) repository).getAdvisors())
                                .map(each -> each.getAdvice().getClass().getName()))
                .anyMatch(advice -> advice.startsWith(SavedRows.class.getName())));
    }
}
