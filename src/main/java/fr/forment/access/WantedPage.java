package fr.forment.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * The page a stranger asked for, shown once signed in. His browser keeps it, so that strangers leave nothing in the
 * database and any node can serve the sign-in. Only a path of this house, in the printable ASCII that an address is
 * written in: a cookie put there by somebody else leads nowhere else.
 */
class WantedPage implements RequestCache {

    private static final String COOKIE = "FORMENT-PAGE";
    private static final int LONGEST = 1500;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String page = pageOf(request);
        boolean isPage = "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)
                && !page.startsWith(request.getContextPath() + "/camunda/api/");
        if (isPage && page.length() <= LONGEST) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie(
                            request,
                            Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(page.getBytes(StandardCharsets.UTF_8)),
                            -1));
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return page(request)
                .map(page -> page.substring(request.getContextPath().length()))
                .map(SimpleSavedRequest::new)
                .orElse(null);
    }

    /** Nothing to play again, for only pages that are read are kept; but once it is there, it is no longer wanted. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        page(request)
                .filter(wanted -> wanted.equals(pageOf(request))
                        && SecurityContextHolder.getContext().getAuthentication() != null)
                .ifPresent(there -> removeRequest(request, response));
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", 0));
        }
    }

    private static String pageOf(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static Optional<String> page(HttpServletRequest request) {
        Cookie kept = WebUtils.getCookie(request, COOKIE);
        try {
            return Optional.ofNullable(kept)
                    .map(cookie -> new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8))
                    .filter(page -> page.matches(request.getContextPath() + "/([A-Za-z0-9][!-\\[\\]-~]*)?"));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String cookie(HttpServletRequest request, String value, long seconds) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(seconds)
                .build()
                .toString();
    }
}
