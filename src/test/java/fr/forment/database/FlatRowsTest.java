package fr.forment.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentService;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.PlaceRequest;
import fr.forment.waiting.PlaceRequestRepository;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Transient;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.support.Repositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** What is read and saved straight is what Spring Data reads and saves. */
@HouseTest
class FlatRowsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcAggregateTemplate springs;

    @Autowired
    RelationalMappingContext mapping;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    EnrolmentService service;

    @Autowired
    SessionRepository sessions;

    @Autowired
    EnrolmentRepository enrolments;

    @Autowired
    PlaceRequestRepository requests;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(3);
    }

    @Test
    void eachFieldIsAColumnAndEachColumnAField() {
        List<Class<?>> flat = flat();
        assertThat(flat).contains(Agent.class, TrainingSession.class, Enrolment.class, PlaceRequest.class);
        assertThat(flat).allSatisfy(type -> {
            RelationalPersistentEntity<?> entity = mapping.getRequiredPersistentEntity(type);
            Set<String> known = new TreeSet<>();
            entity.forEach(property ->
                    known.add(property.getColumnName().getReference().toLowerCase(Locale.ROOT)));
            Set<String> columns = new TreeSet<>(
                    jdbc.sql("SELECT LOWER(column_name) FROM information_schema.columns WHERE LOWER(table_name) = ?")
                            .param(entity.getTableName().getReference().toLowerCase(Locale.ROOT))
                            .query(String.class)
                            .list());
            assertThat(known).as(type.getSimpleName()).isEqualTo(columns);
        });
    }

    @Test
    void everyRowIsReadAsSpringDataReadsIt() {
        TrainingSession session = some.session(circo, 1, 1);
        service.enrol(session.id(), circo.teachers().get(0).id(), null);
        service.enrol(session.id(), circo.teachers().get(1).id(), "Un motif, parce qu'il en faut un");
        for (Class<?> type : flat()) {
            List<?> all = springs.findAll(type);
            assertThat(all).as(type.getSimpleName()).isNotEmpty();
            CrudRepository<Object, Object> repository = repository(type);
            all.stream().skip(Math.max(0, all.size() - 200)).forEach(row -> assertThat(
                            repository.findById(values(row).get("id")))
                    .get()
                    .satisfies(same -> assertThat(values(same)).isEqualTo(values(row))));
        }
        assertThat(enrolments.waiting(session.id())).singleElement().satisfies(row -> assertThat(values(row))
                .isEqualTo(values(Objects.requireNonNull(springs.findById(row.id(), Enrolment.class)))));
    }

    @Test
    void everyRowIsSavedAsSpringDataSavesIt() {
        TrainingSession session = some.session(circo, 1, 1);
        service.enrol(session.id(), circo.teachers().get(0).id(), null);
        service.enrol(session.id(), circo.teachers().get(1).id(), null);
        for (Class<?> type : flat()) {
            List<?> all = springs.findAll(type);
            Object last = all.get(all.size() - 1);
            Map<String, Object> before = values(last);
            assertThat(repository(type).save(last)).isSameAs(last);
            Map<String, Object> after = values(Objects.requireNonNull(springs.findById(before.get("id"), type)));
            assertThat(after).as(type.getSimpleName()).isEqualTo(values(last));
            assertThat(after.put("version", before.get("version"))).isEqualTo((Integer) before.get("version") + 1);
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void aNewRowHasItsNumberAndItsFirstVersion() {
        TrainingSession session = some.session(circo, 2, 1);
        Enrolment made = service.enrol(session.id(), circo.teachers().get(0).id(), null);
        assertThat(made.id()).isNotNull();
        assertThat(made.revision()).isZero();
        assertThat(values(Objects.requireNonNull(springs.findById(made.id(), Enrolment.class))))
                .isEqualTo(values(made));
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        TrainingSession one = sessions.findById(some.session(circo, 2, 1).id()).orElseThrow();
        TrainingSession other = sessions.findById(one.id()).orElseThrow();
        sessions.save(one);
        Map<String, Object> before = values(other);
        assertThatThrownBy(() -> sessions.save(other)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(values(other)).isEqualTo(before);
    }

    private List<Class<?>> flat() {
        return mapping.getPersistentEntities().stream()
                .<Class<?>>map(RelationalPersistentEntity::getType)
                .filter(type -> type.isAnnotationPresent(FlatRow.class))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private CrudRepository<Object, Object> repository(Class<?> type) {
        return (CrudRepository<Object, Object>)
                new Repositories(context).getRepositoryFor(type).orElseThrow();
    }

    private Map<String, Object> values(Object row) {
        Map<String, Object> values = new TreeMap<>();
        for (Class<?> each = row.getClass(); each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isAnnotationPresent(Transient.class)) {
                    values.put(field.getName(), ReflectionTestUtils.getField(row, field.getName()));
                }
            }
        }
        return values;
    }
}
