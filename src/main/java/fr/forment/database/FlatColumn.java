package fr.forment.database;

import java.lang.reflect.Field;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.support.JdbcUtils;

/** A field of a {@link FlatRow} and its column. */
final class FlatColumn {

    private final Field field;
    private final String name;
    private final Class<?> type;

    FlatColumn(Field field) {
        this.field = field;
        this.name = JdbcUtils.convertPropertyNameToUnderscoreName(field.getName());
        this.type = field.getType();
        field.setAccessible(true);
        sqlType();
    }

    String name() {
        return name;
    }

    Object of(Object row) {
        try {
            return field.get(row);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    void put(Object row, Object value) {
        try {
            field.set(row, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    void read(ResultSet from, Object row) throws SQLException {
        Object value = value(from);
        if (value != null || !type.isPrimitive()) {
            put(row, value);
        }
    }

    private Object value(ResultSet from) throws SQLException {
        if (type == String.class) {
            return from.getString(name);
        }
        if (type == Long.class || type == long.class) {
            long value = from.getLong(name);
            return from.wasNull() ? null : (Object) value;
        }
        if (type == Integer.class || type == int.class) {
            int value = from.getInt(name);
            return from.wasNull() ? null : (Object) value;
        }
        if (type == Boolean.class || type == boolean.class) {
            boolean value = from.getBoolean(name);
            return from.wasNull() ? null : (Object) value;
        }
        if (type == Instant.class) {
            Timestamp value = from.getTimestamp(name);
            return value == null ? null : value.toInstant();
        }
        if (type.isEnum()) {
            String value = from.getString(name);
            return value == null ? null : constant(value);
        }
        return from.getObject(name, type);
    }

    private Object constant(String value) {
        for (Object each : type.getEnumConstants()) {
            if (((Enum<?>) each).name().equals(value)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name + " holds " + value);
    }

    /** Always as the same type: PostgreSQL would plan the statement anew for another one. */
    void write(PreparedStatement to, int place, Object row) throws SQLException {
        Object value = of(row);
        if (value == null) {
            to.setNull(place, sqlType());
        } else if (type.isEnum()) {
            to.setString(place, ((Enum<?>) value).name());
        } else if (value instanceof Instant moment) {
            to.setObject(place, moment.atOffset(ZoneOffset.UTC));
        } else {
            to.setObject(place, value, sqlType());
        }
    }

    private int sqlType() {
        if (type == String.class || type.isEnum()) {
            return Types.VARCHAR;
        }
        if (type == Long.class || type == long.class) {
            return Types.BIGINT;
        }
        if (type == Integer.class || type == int.class) {
            return Types.INTEGER;
        }
        if (type == Boolean.class || type == boolean.class) {
            return Types.BOOLEAN;
        }
        if (type == Instant.class) {
            return Types.TIMESTAMP_WITH_TIMEZONE;
        }
        if (type == LocalDateTime.class) {
            return Types.TIMESTAMP;
        }
        if (type == LocalDate.class) {
            return Types.DATE;
        }
        throw new IllegalArgumentException("not the type of a flat row: " + field);
    }
}
