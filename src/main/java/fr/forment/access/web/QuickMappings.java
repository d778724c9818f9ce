package fr.forment.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds who answers an address. The framework asks each of the house's hundreds of handlers in full, twice a request,
 * wherever an address holds a number: a fifth of what a request costs before it does anything. Here a handler is asked
 * only where its address begins and ends as the one that is wanted.
 */
@Component
class QuickMappings implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Quick();
    }

    /** What stands before the first variable of an address, and after the last. */
    record Ends(String start, String end) {

        static Ends of(String pattern) {
            int first = 0;
            while (first < pattern.length() && isPlain(pattern.charAt(first))) {
                first++;
            }
            int last = pattern.length();
            while (last > first && isPlain(pattern.charAt(last - 1))) {
                last--;
            }
            return new Ends(pattern.substring(0, first), pattern.substring(last));
        }

        private static boolean isPlain(char letter) {
            return letter != '{' && letter != '}' && letter != '*' && letter != '?';
        }

        boolean suit(String path) {
            return path.startsWith(start) && path.endsWith(end);
        }
    }

    private static final class Quick extends RequestMappingHandlerMapping {

        /** Few are added after the start: each is put into a map of its own, that is never changed. */
        private volatile Map<RequestMappingInfo, Ends[]> known = new IdentityHashMap<>();
        /** The address that is looked for, asked of the request once: it lies under a dozen wrappers. */
        private final ThreadLocal<String> wanted = new ThreadLocal<>();

        @Override
        protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
            wanted.set(ServletRequestPathUtils.hasParsedRequestPath(request) ? plain(request) : null);
            try {
                return super.lookupHandlerMethod(path, request);
            } finally {
                wanted.remove();
            }
        }

        /** Null where it is written otherwise than it is read. */
        private static String plain(HttpServletRequest request) {
            String path = ServletRequestPathUtils.getParsedRequestPath(request)
                    .pathWithinApplication()
                    .value();
            return path.indexOf('%') >= 0 || path.indexOf(';') >= 0 ? null : path;
        }

        @Override
        protected RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            String path = wanted.get();
            return path == null || suits(info, path) ? super.getMatchingMapping(info, request) : null;
        }

        private boolean suits(RequestMappingInfo info, String path) {
            Ends[] all = known.get(info);
            for (Ends ends : all == null ? learn(info) : all) {
                if (ends.suit(path)) {
                    return true;
                }
            }
            return false;
        }

        private synchronized Ends[] learn(RequestMappingInfo info) {
            Map<RequestMappingInfo, Ends[]> more = new IdentityHashMap<>(known);
            Ends[] ends = info.getPathPatternsCondition() == null
                    ? new Ends[] {new Ends("", "")}
                    : info.getPathPatternsCondition().getPatterns().stream()
                            .map(PathPattern::getPatternString)
                            .map(Ends::of)
                            .toArray(Ends[]::new);
            more.put(info, ends);
            known = more;
            return ends;
        }
    }
}
