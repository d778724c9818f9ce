package fr.forment.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.core.env.ConfigurableEnvironment;

/** A port that somebody else holds is heard of at once, not after the tables have been made. */
final class FreePort {

    private FreePort() {}

    static void check(ConfigurableEnvironment environment, String portProperty, String addressProperty) {
        int port = Integer.parseInt(
                environment.getProperty(portProperty, "0").strip().isEmpty()
                        ? "0"
                        : environment.getProperty(portProperty, "0").strip());
        String address = environment.getProperty(addressProperty, "").strip();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    address.isEmpty()
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException taken) {
            throw refusal(
                    environment,
                    portProperty,
                    port,
                    String.valueOf(taken.getMessage()).contains("ermission"));
        }
    }

    static StartRefused refusal(ConfigurableEnvironment environment, String portProperty, int port, boolean forbidden) {
        String variable = Variable.of(environment, portProperty).name();
        return new StartRefused("le port " + port
                + (forbidden
                        ? " ne peut pas être ouvert par ce compte : donnez un port au-delà de 1023 par "
                        : " est déjà pris par un autre programme : arrêtez-le, ou donnez un autre port par ")
                + variable + ".");
    }
}
