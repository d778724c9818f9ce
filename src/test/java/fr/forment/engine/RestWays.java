package fr.forment.engine;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.plugin.resources.AdminPluginsRootResource;
import org.camunda.bpm.admin.impl.web.SetupResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.CockpitPluginsRootResource;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.tasklist.impl.plugin.resources.TasklistPluginsRootResource;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.camunda.bpm.welcome.impl.plugin.resources.WelcomePluginsRootResource;

/** Every way into the engine's REST, read from its resource classes: "GET engine/engine/{}/task/{}". */
public final class RestWays {

    private static final Map<Class<?>, String> ROOTS = Map.of(
            NamedProcessEngineRestServiceImpl.class,
            "engine",
            UserAuthenticationResource.class,
            "admin",
            SetupResource.class,
            "admin",
            AdminPluginsRootResource.class,
            "admin",
            CockpitPluginsRootResource.class,
            "cockpit",
            BaseRootResource.class,
            "cockpit",
            TasklistPluginsRootResource.class,
            "tasklist",
            WelcomePluginsRootResource.class,
            "welcome");

    private RestWays() {}

    public static Set<String> all() {
        Set<String> ways = new TreeSet<>();
        ROOTS.forEach((root, application) ->
                collect(root, application + path(root.getAnnotation(Path.class)), ways, new HashSet<>()));
        return ways;
    }

    private static void collect(Class<?> resource, String at, Set<String> ways, Set<Class<?>> above) {
        if (!above.add(resource)) {
            return;
        }
        for (Method method : resource.getMethods()) {
            List<Annotation> said = saidOf(method);
            Path path = said.stream()
                    .filter(Path.class::isInstance)
                    .map(Path.class::cast)
                    .findFirst()
                    .orElse(null);
            String here = at + path(path);
            List<String> verbs = said.stream()
                    .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(HttpMethod::value)
                    .toList();
            verbs.forEach(verb -> ways.add(verb + " " + here));
            if (verbs.isEmpty() && path != null) {
                collect(method.getReturnType(), here, ways, new HashSet<>(above));
            }
        }
    }

    /** Jakarta REST inherits what the interface or the class above says. */
    private static List<Annotation> saidOf(Method method) {
        List<Annotation> said = new ArrayList<>(Arrays.asList(method.getAnnotations()));
        Class<?> owner = method.getDeclaringClass();
        Stream.concat(Stream.of(owner.getInterfaces()), Stream.ofNullable(owner.getSuperclass()))
                .forEach(above -> {
                    try {
                        said.addAll(saidOf(above.getMethod(method.getName(), method.getParameterTypes())));
                    } catch (NoSuchMethodException own) {
                        return;
                    }
                });
        return said;
    }

    private static String path(Path path) {
        if (path == null || path.value().isEmpty() || "/".equals(path.value())) {
            return "";
        }
        String value = path.value().replaceAll("\\{[^}]+}", "{}");
        return value.startsWith("/") ? value : "/" + value;
    }
}
