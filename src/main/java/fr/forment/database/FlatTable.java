package fr.forment.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.BeanUtils;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The table of a {@link FlatRow}: one row by its number, and a row saved, as Spring Data's repositories do it. */
final class FlatTable<T> implements RowMapper<T> {

    private final Class<T> type;
    private final Constructor<T> constructor;
    private final List<FlatColumn> columns = new ArrayList<>();
    private final FlatColumn id;
    private final FlatColumn version;
    private final String select;
    private final String insert;
    private final String update;

    FlatTable(Class<T> type) {
        this.type = type;
        this.constructor = BeanUtils.getResolvableConstructor(type);
        constructor.setAccessible(true);
        FlatColumn foundId = null;
        FlatColumn foundVersion = null;
        for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isAnnotationPresent(Transient.class)) {
                    FlatColumn column = new FlatColumn(field);
                    columns.add(column);
                    foundId = field.isAnnotationPresent(Id.class) ? column : foundId;
                    foundVersion = field.isAnnotationPresent(Version.class) ? column : foundVersion;
                }
            }
        }
        id = foundId;
        version = foundVersion;
        String table = type.getAnnotation(Table.class).value();
        select = "SELECT " + names(column -> true) + " FROM " + table + " WHERE id = ?";
        insert = "INSERT INTO " + table + " (" + names(column -> column != id) + ") VALUES ("
                + columns.stream().skip(1).map(column -> "?").collect(Collectors.joining(", ")) + ")";
        update = "UPDATE " + table + " SET "
                + columns.stream()
                        .filter(column -> column != id)
                        .map(column -> column.name() + " = ?")
                        .collect(Collectors.joining(", "))
                + " WHERE id = ? AND version = ?";
    }

    private String names(Predicate<FlatColumn> which) {
        return columns.stream().filter(which).map(FlatColumn::name).collect(Collectors.joining(", "));
    }

    @Override
    public T mapRow(ResultSet from, int number) throws SQLException {
        T row = BeanUtils.instantiateClass(constructor);
        for (FlatColumn column : columns) {
            column.read(from, row);
        }
        return row;
    }

    Optional<T> find(JdbcOperations jdbc, Object number) {
        return jdbc.query(select, this, number).stream().findFirst();
    }

    /** @throws OptimisticLockingFailureException when somebody else has saved it meanwhile */
    void save(JdbcOperations jdbc, Object row) {
        if (id.of(row) == null) {
            version.put(row, 0);
            try {
                id.put(row, insert(jdbc, row));
            } catch (RuntimeException refused) {
                version.put(row, null);
                throw refused;
            }
        } else {
            int before = (Integer) version.of(row);
            version.put(row, before + 1);
            try {
                if (update(jdbc, row, before) == 0) {
                    throw new OptimisticLockingFailureException(
                            "saved meanwhile by somebody else: " + type.getSimpleName() + " " + id.of(row));
                }
            } catch (RuntimeException refused) {
                version.put(row, before);
                throw refused;
            }
        }
    }

    private long insert(JdbcOperations jdbc, Object row) {
        var key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(insert, new String[] {"id"});
                    write(statement, row);
                    return statement;
                },
                key);
        return key.getKey().longValue();
    }

    private int update(JdbcOperations jdbc, Object row, int before) {
        return jdbc.update(update, statement -> {
            int next = write(statement, row);
            id.write(statement, next, row);
            statement.setInt(next + 1, before);
        });
    }

    private int write(PreparedStatement statement, Object row) throws SQLException {
        int place = 1;
        for (FlatColumn column : columns) {
            if (column != id) {
                column.write(statement, place++, row);
            }
        }
        return place;
    }
}
