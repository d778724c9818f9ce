package fr.forment.engine.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * A request as the engine's web applications see it. They keep the nonce of a page's policy in the servlet context,
 * which all requests share: of two pages loaded at once one had the other's nonce, and the browser ran none of its
 * scripts. Here each request has its own.
 */
class EngineRequest extends HttpServletRequestWrapper {

    private static final String NONCE = "org.camunda.bpm.csp.nonce";

    private final KnownGroups known;
    private final ServletContext context;
    private Object nonce;
    private EngineSession session;

    EngineRequest(HttpServletRequest request, KnownGroups known) {
        super(request);
        this.known = known;
        this.context = withOwnNonce(request.getServletContext());
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
        if (session == null) {
            HttpSession house = super.getSession(create);
            session = house == null ? null : new EngineSession(house, known.ofTheSignedIn());
        }
        return session;
    }

    /** What the engine learnt about the person meanwhile serves the next request. */
    void remember() {
        if (session != null) {
            known.remember(session.authentications());
        }
    }

    private ServletContext withOwnNonce(ServletContext shared) {
        return (ServletContext) Proxy.newProxyInstance(
                EngineRequest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && NONCE.equals(arguments[0])) {
                        if (method.getName().equals("setAttribute")) {
                            nonce = arguments[1];
                            return null;
                        } else if (method.getName().equals("getAttribute")) {
                            return nonce;
                        }
                    }
                    try {
                        return method.invoke(shared, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
