package fr.forment;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tests read pages and sentences as they are written in sources: with straight apostrophes and plain spaces. A request
 * with the header {@link #AS_PRINTED} gets what people get.
 */
@Component
public class PlainPages implements MockMvcBuilderCustomizer {

    public static final String AS_PRINTED = "X-As-Printed";

    /** What print made of apostrophes and spaces, undone. */
    public static String plain(String printed) {
        return printed == null
                ? null
                : printed.replace('’', '\'').replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> web) {
        web.addFilters(new Undone());
    }

    private static final class Undone extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var answer = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, answer);
            String type = String.valueOf(answer.getContentType());
            if (request.getHeader(AS_PRINTED) == null
                    && (type.startsWith("text/html") || type.contains("json"))
                    && answer.getContentSize() > 0) {
                byte[] plain = plain(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
                answer.resetBuffer();
                answer.getOutputStream().write(plain);
            }
            answer.copyBodyToResponse();
        }
    }
}
