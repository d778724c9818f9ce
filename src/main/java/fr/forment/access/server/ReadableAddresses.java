package fr.forment.access.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.server.RequestPath;

/**
 * Refuses an address of which a path parameter cannot be decoded, such as {@code /;a=%}. Tomcat drops these parameters
 * unread, but everything behind it decodes them, the page that tells an error too: the answer is written here.
 */
class ReadableAddresses extends ValveBase {

    static final String REFUSAL =
            "Cette adresse n'est pas écrite comme il faut. Revenez à l'accueil, puis recommencez.";

    ReadableAddresses() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() >= 400 || isReadable(request.getRequestURI())) {
            getNext().invoke(request, response);
            return;
        }
        response.setStatus(400);
        response.setHeader("Connection", "close"); // a body, if there is one, stays unread
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(REFUSAL);
    }

    private static boolean isReadable(String address) {
        try {
            RequestPath.parse(address, null);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
