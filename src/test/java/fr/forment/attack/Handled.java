package fr.forment.attack;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** What a handler takes from a request, by name; {@code *} for a map of whatever comes. */
public record Handled(String call, Set<String> takes) {

    public static Stream<Handled> of(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<String> takes = new LinkedHashSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            takes.addAll(names(parameter));
        }
        return mapping.getMethodsCondition().getMethods().stream().flatMap(method -> mapping.getPatternValues().stream()
                .map(pattern -> new Handled(
                        method + " " + pattern.replaceAll("\\{(\\w+):[^/.]*?(?:\\{\\d+})?}", "{$1}"), takes)));
    }

    private static Set<String> names(MethodParameter parameter) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable inPath = parameter.getParameterAnnotation(PathVariable.class);
        if (parameter.hasParameterAnnotation(RequestBody.class)
                || asked != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
            return Set.of("*");
        }
        if (asked != null) {
            return Set.of(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
        }
        if (inPath != null) {
            return Set.of(inPath.name().isEmpty() ? parameter.getParameterName() : inPath.name());
        }
        if (parameter.getParameterType().isRecord()
                && parameter.getParameterType().getName().startsWith("fr.forment")) {
            return Set.copyOf(Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList());
        }
        return BeanUtils.isSimpleProperty(parameter.getParameterType())
                ? Set.of(parameter.getParameterName())
                : Set.of();
    }

    /** What of it no door of the table knows. */
    List<String> without(List<Door> doors) {
        List<Door> here =
                doors.stream().filter(door -> door.call().equals(call)).toList();
        if (Doors.OTHERWISE.containsKey(call)) {
            return List.of();
        }
        return takes.stream()
                .filter(name -> here.isEmpty()
                        ? !Doors.PLAIN.contains(name)
                        : !Doors.PLAIN.contains(name) && here.stream().noneMatch(door -> door.names(name)))
                .map(name -> call + " takes " + name)
                .toList();
    }
}
