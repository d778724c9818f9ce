package fr.forment.evaluation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of modules whose mean in a project is low, each time a lot of answers to them may be read. */
@Component
@RequiredArgsConstructor
class ModuleWatch {

    private final JdbcClient jdbc;
    private final Results results;
    private final ApplicationEventPublisher events;

    private record Module(long projectId, String place, String code) {}

    void look(Set<Followed> published) {
        published.stream()
                .map(this::module)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(module -> {
                    var asked = new Results.Of(ids("training_session", module), ids("self_study", module));
                    Heard.Hot hot = results.hot(asked);
                    if (BilanWords.isLow(hot)) {
                        events.publishEvent(new ModuleDisliked(
                                module.projectId(),
                                module.place(),
                                module.code(),
                                results.whole(asked, Audience.anybody()).hot().satisfaction(),
                                hot.base()));
                    }
                });
    }

    private Optional<Module> module(Followed followed) {
        return jdbc.sql("SELECT project_id, circonscription_uai AS place, module_code AS code FROM "
                        + (followed.sessionId() == null ? "self_study" : "training_session")
                        + " WHERE id = ? AND project_id IS NOT NULL")
                .param(followed.id())
                .query(Module.class)
                .optional();
    }

    private Set<Long> ids(String table, Module module) {
        return jdbc
                .sql("SELECT id FROM " + table + " WHERE project_id = ? AND module_code = ?")
                .params(module.projectId(), module.code())
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
