package fr.forment.access;

import fr.forment.access.server.UnreadableSetting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The host of a request is what the client wrote, and never what FormENT calls itself: whatever builds an address
 * builds it on the one that is set, and where a browser is sent to is told without any host, which is right behind each
 * proxy and on each node.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnRedirects extends OncePerRequestFilter {

    private final UriComponents home;
    private final String root;

    OwnRedirects(@Value("${forment.base-url}") String baseUrl) {
        this.home = UriComponentsBuilder.fromUriString(baseUrl).build();
        if (home.getHost() == null || home.getScheme() == null) {
            throw new UnreadableSetting(
                    "FORMENT_BASE_URL",
                    baseUrl,
                    "Donnez l'adresse entière sous laquelle on ouvre FormENT, par exemple https://formation.exemple.fr.");
        }
        this.root = home.getScheme() + "://" + home.getHost() + (home.getPort() < 0 ? "" : ":" + home.getPort());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new AtHome(request), new Here(response));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private final class AtHome extends HttpServletRequestWrapper {

        AtHome(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getServerName() {
            return home.getHost();
        }

        @Override
        public int getServerPort() {
            return home.getPort() >= 0 ? home.getPort() : "https".equals(home.getScheme()) ? 443 : 80;
        }

        @Override
        public String getScheme() {
            return home.getScheme();
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(root).append(getRequestURI());
        }
    }

    private final class Here extends HttpServletResponseWrapper {

        Here(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            super.sendRedirect(withoutHost(location));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, "Location".equalsIgnoreCase(name) ? withoutHost(value) : value);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, "Location".equalsIgnoreCase(name) ? withoutHost(value) : value);
        }
    }

    private String withoutHost(String location) {
        return location != null
                        && (location.equals(root) || location.startsWith(root + "/") || location.startsWith(root + "?"))
                ? location.substring(root.length()).replaceAll("^(?!/)", "/")
                : location;
    }
}
