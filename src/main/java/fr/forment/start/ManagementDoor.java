package fr.forment.start;

import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The port of the figures: on loopback unless an address is given, and never the port of the pages. */
final class ManagementDoor {

    private static final String PORT = "management.server.port";
    static final String ADDRESS = "FORMENT_MANAGEMENT_ADDRESS";

    private ManagementDoor() {}

    static void check(ConfigurableEnvironment environment) {
        String port = environment.getProperty(PORT, "").strip();
        String address = environment.getProperty(ADDRESS, "").strip();
        if (port.isEmpty() && !address.isEmpty()) {
            throw new StartRefused(ADDRESS + " est donnée sans " + name(environment, PORT)
                    + " : donnez aussi le port, ou retirez-la.");
        }
        if (!port.isEmpty()
                && !port.equals("0")
                && port.equals(environment.getProperty("server.port", "").strip())) {
            throw Variable.of(environment, PORT)
                    .refuses(
                            port,
                            "c'est déjà le port des pages (" + name(environment, "server.port")
                                    + "), il en faut un autre");
        }
        if (!port.isEmpty()) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "door of figures",
                            Map.of("management.server.address", address.isEmpty() ? "127.0.0.1" : address)));
        }
    }

    private static String name(ConfigurableEnvironment environment, String property) {
        return Variable.of(environment, property).name();
    }
}
