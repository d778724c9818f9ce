package fr.forment.access.server;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Puts the headers on an answer before anything looks at the request. A filter would miss what Tomcat refuses by
 * itself, such as a request it cannot read: that is only logged, by {@link #log}.
 */
record HeadersFirst(Adapter next, AnswerHeaders headers) implements Adapter {

    @Override
    public void service(Request request, Response response) throws Exception {
        headers.on(response);
        next.service(request, response);
    }

    @Override
    public void log(Request request, Response response, long time) {
        if (!response.isCommitted()) {
            headers.on(response);
        }
        next.log(request, response, time);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return next.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return next.asyncDispatch(request, response, status);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        next.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return next.getDomain();
    }
}
