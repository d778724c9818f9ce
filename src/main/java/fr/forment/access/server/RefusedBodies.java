package fr.forment.access.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Ends a request whose body was not taken, where Tomcat still knows our error page. */
class RefusedBodies extends ValveBase {

    static final String STATUS = RefusedBodies.class.getName() + ".status";

    RefusedBodies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getAttribute(STATUS) instanceof Integer status) {
            response.sendError(status);
        } else {
            getNext().invoke(request, response);
        }
    }
}
