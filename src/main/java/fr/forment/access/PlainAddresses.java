package fr.forment.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The engine's servlets are found under their address written plainly, and not otherwise. With a doubled slash, an
 * escaped letter or a path parameter (<code>engine;a=b/</code>) the server finds them too, but nobody behind it knows
 * any more under which address: whoever compares addresses breaks, or worse, lets pass.
 */
class PlainAddresses extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var mapping = request.getHttpServletMapping();
        boolean isOfServlet = mapping != null && mapping.getMappingMatch() == MappingMatch.PATH;
        if (!isOfServlet || isPlain(request.getRequestURI(), request.getContextPath() + request.getServletPath())) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(
                        "{\"type\":\"FormENT\",\"message\":\"Cette adresse n'est pas écrite comme il faut. Revenez à l'accueil, puis recommencez.\"}");
    }

    private static boolean isPlain(String address, String servlet) {
        return address.equals(servlet) || address.startsWith(servlet + "/");
    }
}
