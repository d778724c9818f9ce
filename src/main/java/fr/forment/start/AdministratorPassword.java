package fr.forment.start;

import fr.forment.account.PasswordPolicy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** Asked for before anything is made: without it somebody else could be the first to claim the place. */
final class AdministratorPassword {

    private static final String PROPERTY = "forment.admin-password";

    private AdministratorPassword() {}

    static void check(ConfigurableEnvironment environment) {
        String password = environment.getProperty(PROPERTY, "");
        String variable = Variable.of(environment, PROPERTY).name();
        if (password.isBlank()) {
            throw new StartRefused(
                    "donnez le mot de passe de l'administrateur par la variable " + variable
                            + " (12 caractères au moins, trois sortes de signes), ou lancez la démonstration avec --spring.profiles.active=demo.");
        }
        PasswordPolicy.administratorsObjection(password).ifPresent(objection -> {
            throw new StartRefused(variable + " ne convient pas : " + StringUtils.uncapitalize(objection));
        });
    }
}
