package fr.forment.start;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Looks at settings, password and database before the first bean: whoever gets one wrong hears it within seconds, and
 * nothing has been made.
 */
public class BeforeStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext house) {
        var environment = house.getEnvironment();
        new Settings().check(environment);
        ManagementDoor.check(environment);
        AdministratorPassword.check(environment);
        FreePort.check(environment, "server.port", "server.address");
        FreePort.check(environment, "management.server.port", "management.server.address");
        new DatabaseDoor(environment).check();
    }
}
