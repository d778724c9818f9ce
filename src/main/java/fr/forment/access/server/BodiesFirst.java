package fr.forment.access.server;

import fr.forment.limits.Place;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Reads the body of a request before anything else does: no session, lock or connection of the database ever waits for
 * a client. Files are not read: whoever looks at who is signed in lets them through, or they stay unread and the
 * connection ends.
 */
class BodiesFirst extends ValveBase {

    private static final long FORM = 512L << 10;
    private static final long OTHER = 2L << 20;
    /**
     * The engine's own scripts are megabytes, open to all: whoever asks for many and reads none of them keeps no more
     * threads than these, and one place leaves most to others. A rectorat behind one address opens many Tasklists at
     * once, hence the wait.
     */
    private final Seats bigFiles = new Seats(60, 16, 48, Duration.ofSeconds(3));
    /**
     * Whose small body is waited for: a quarter of the threads at the most, and few for one place. All others go on
     * serving pages.
     */
    private final Seats slow = new Seats(50, 8, 0, Duration.ZERO);

    BodiesFirst() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() >= 400) { // Tomcat could not even read it
            getNext().invoke(request, response);
        } else if (isBigFile(request)) {
            oneOfFew(request, response);
        } else if (!hasBody(request)) {
            getNext().invoke(request, response);
        } else if (type(request).startsWith("multipart/")) {
            unread(request, response);
        } else {
            read(request, response);
        }
    }

    private void oneOfFew(Request request, Response response) throws IOException, ServletException {
        String place = Place.of(request.getRemoteAddr());
        if (!bigFiles.enter(place)) {
            response.sendError(503);
            return;
        }
        try {
            getNext().invoke(request, response);
        } finally {
            bigFiles.leave(place);
        }
    }

    private void unread(Request request, Response response) throws IOException, ServletException {
        response.setHeader("Connection", "close");
        var coyote = request.getCoyoteRequest();
        var socket = coyote.getInputBuffer();
        var paced = new PacedBody(socket, () -> UploadAllowed.isOn(request.getRequest()), System::nanoTime);
        request.setAttribute(UploadAllowed.CUT, (BooleanSupplier) paced::isCut);
        try {
            coyote.setInputBuffer(paced);
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(socket);
        }
        if (!UploadAllowed.isOn(request.getRequest()) || paced.isCut()) {
            end(request, response);
        }
    }

    private void read(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        var socket = coyote.getInputBuffer();
        try {
            coyote.setInputBuffer(new WholeBody(body(request, response)));
            getNext().invoke(request, response);
        } finally {
            coyote.setInputBuffer(socket);
        }
        if (request.getAttribute(RefusedBodies.STATUS) != null) {
            end(request, response);
        }
    }

    private byte[] body(Request request, Response response) {
        try {
            return reader(request).read();
        } catch (BodyRefused no) {
            request.setAttribute(RefusedBodies.STATUS, no.status());
            response.setHeader("Connection", "close");
            return new byte[0];
        }
    }

    /** The rest of the body would be read as another request: it is not, the connection is over. */
    private void end(Request request, Response response) throws IOException {
        response.finishResponse();
        reader(request).throwAway();
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private BodyReader reader(Request request) {
        long most = type(request).startsWith("application/x-www-form-urlencoded") ? FORM : OTHER;
        return new BodyReader(request.getCoyoteRequest(), most, slow, Place.of(request.getRemoteAddr()));
    }

    /** As it is served, however its address is written. */
    private static boolean isBigFile(Request request) {
        String path = request.getDecodedRequestURI();
        return path != null
                && (path.startsWith("/camunda/") && !path.startsWith("/camunda/api/") || path.startsWith("/webjars/"))
                && !hasBody(request);
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static String type(Request request) {
        String type = request.getContentType();
        return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    }
}
