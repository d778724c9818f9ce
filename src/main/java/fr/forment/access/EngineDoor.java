package fr.forment.access;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The engine's own REST, as far as it is open: what Tasklist asks when people look for their tasks, take them, finish
 * them, or begin something, with the parameters it sends; and what Cockpit and Admin ask for the operator. All else is
 * closed. The right to finish a task would also let people rename it or hand it to strangers, and a question about
 * other tasks would tell what is none of their business.
 */
class EngineDoor implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String ENGINE = "engine/engine/default/";
    private static final String FILTER = ENGINE + "filter/{id:[0-9a-f-]{36}}";
    private static final String TASK = ENGINE + "task/{id:[0-9a-f-]{36}}";
    private static final String PROCESS = ENGINE + "process-definition/{id:(?:[A-Za-z]+:[0-9]+:)?[0-9a-f-]{36}}";
    private static final String[] PAGE = {"firstResult", "maxResults"};

    /** Everybody who is signed in: any account may get a task, for instance as the trainer of one session. */
    private static final List<Way> PEOPLE = List.of(
            way(GET, "engine/engine"),
            way(GET, "engine/engine/"),
            way(GET, "admin/auth/user/default"),
            way(POST, "admin/auth/user/default/logout"),
            way(GET, "tasklist/plugin/tasklistPlugins/static/app/plugin.js", "bust"),
            way(GET, "tasklist/plugin/tasklistPlugins/static/app/plugin.css", "bust"),
            way(OPTIONS, ENGINE + "filter"),
            way(GET, ENGINE + "filter", "firstResult", "maxResults", "itemCount", "resourceType"),
            way(GET, ENGINE + "filter/count", "itemCount", "resourceType"),
            way(POST, FILTER + "/list", PAGE),
            way(GET, TASK),
            way(GET, TASK + "/form"),
            way(GET, TASK + "/deployed-form", "noCache"),
            way(GET, TASK + "/form-variables", "deserializeValues", "variableNames"),
            way(GET, TASK + "/identity-links"),
            way(POST, TASK + "/claim"),
            way(POST, TASK + "/unclaim"),
            way(POST, TASK + "/submit-form"),
            way(GET, ENGINE + "authorization/check", "permissionName", "resourceName", "resourceType", "resourceId"),
            way(GET, PROCESS + "/xml"),
            way(GET, ENGINE + "process-definition", startable("firstResult", "maxResults", "key")),
            way(GET, ENGINE + "process-definition/count", startable(PAGE)));

    /** Only a newcomer's arrival is declared from Tasklist. */
    private static final Set<String> WHO_BEGINS = Set.of("ROLE_DIRECTEUR", "ROLE_ERUN");

    private static final List<Way> BEGINNING = List.of(
            way(GET, PROCESS + "/startForm"),
            way(GET, PROCESS + "/deployed-start-form", "noCache"),
            way(GET, PROCESS + "/form-variables", "deserializeValues", "variableNames"),
            way(POST, PROCESS + "/submit-form"));

    private static final RequestMatcher OWN_NAME = matcher(GET, ENGINE + "user/{id}/profile");

    /** Cockpit and Admin, for the operator. */
    private static final List<RequestMatcher> OPERATION = Arrays.asList(
            matcher(null, "cockpit/plugin/**"),
            matcher(null, "admin/plugin/**"),
            matcher(GET, ENGINE + "telemetry/data"),
            matcher(GET, ENGINE + "case-definition/count"), // without its answer Cockpit shows no figure at all
            matcher(
                    null,
                    ENGINE
                            + "{part:authorization|batch|decision-definition|decision-requirements-definition|deployment|event-subscription|execution|external-task"
                            + "|filter|group|history|identity|incident|job|job-definition|message|metrics|migration|modification|process-definition|process-instance|schema|task|tenant"
                            + "|user|variable-instance|version}/**"));

    /** Not even the operator: filters are the application's, accounts and passwords live in our own tables. */
    private static final List<RequestMatcher> NOBODY = List.of(
            matcher(POST, ENGINE + "filter/create"),
            matcher(PUT, ENGINE + "filter/**"),
            matcher(DELETE, ENGINE + "filter/**"),
            matcher(PUT, ENGINE + "user/**"),
            matcher(POST, ENGINE + "identity/verify"));

    private record Way(RequestMatcher matcher, Set<String> parameters, Set<String> required) {

        boolean isOpen(HttpServletRequest request) {
            Set<String> sent = request.getParameterMap().keySet();
            return matcher.matches(request) && parameters.containsAll(sent) && sent.containsAll(required);
        }
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(isOpen(who.get(), context.getRequest()));
    }

    private static boolean isOpen(Authentication who, HttpServletRequest request) {
        if (who == null
                || who instanceof AnonymousAuthenticationToken
                || !who.isAuthenticated()
                || NOBODY.stream().anyMatch(way -> way.matches(request))) {
            return false;
        }
        var ownName = OWN_NAME.matcher(request);
        return PEOPLE.stream().anyMatch(way -> way.isOpen(request))
                || ownName.isMatch()
                        && who.getName().equals(ownName.getVariables().get("id"))
                || holds(who, WHO_BEGINS) && BEGINNING.stream().anyMatch(way -> way.isOpen(request))
                || holds(who, Set.of("ROLE_ADMIN")) && OPERATION.stream().anyMatch(way -> way.matches(request));
    }

    private static boolean holds(Authentication who, Set<String> rights) {
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(rights::contains);
    }

    /**
     * @param parameters the only ones that may come; with "!" those that must, because the answer would be wider
     *     without
     */
    private static Way way(HttpMethod method, String path, String... parameters) {
        return new Way(
                matcher(method, path),
                Set.copyOf(Arrays.stream(parameters)
                        .map(name -> name.replace("!", ""))
                        .toList()),
                Set.copyOf(Arrays.stream(parameters)
                        .filter(name -> name.endsWith("!"))
                        .map(name -> name.replace("!", ""))
                        .toList()));
    }

    private static String[] startable(String... more) {
        return Stream.concat(
                        Stream.of("latest", "active", "startableInTasklist!", "startablePermissionCheck", "nameLike"),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }

    private static RequestMatcher matcher(HttpMethod method, String path) {
        return method == null
                ? PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/" + path)
                : PathPatternRequestMatcher.withDefaults().matcher(method, "/camunda/api/" + path);
    }
}
