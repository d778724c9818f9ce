package fr.forment.access.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.server.RequestPath;

/**
 * Refuses an address that cannot be decoded. Of what Tomcat refuses itself ({@code /%00}, {@code /a%2Fb}) no page of
 * the house hears, and Tomcat would say it in English; a path parameter such as {@code /;a=%} it drops unread, but
 * everything behind it decodes it, the page that tells an error too. The answer to both is written here.
 */
class ReadableAddresses extends ValveBase {

    static final String REFUSAL =
            "Cette adresse n'est pas écrite comme il faut. Revenez à l'accueil, puis recommencez.";

    ReadableAddresses() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean isRefused = response.getStatus() == HttpServletResponse.SC_BAD_REQUEST;
        if (!isRefused
                && (response.getStatus() > HttpServletResponse.SC_BAD_REQUEST || isReadable(request.getRequestURI()))) {
            getNext().invoke(request, response);
            return;
        }
        response.setSuspended(false); // as Tomcat's own refusal left it
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
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
