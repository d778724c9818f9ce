package fr.forment.benchmark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What this thread says to the database, on any database, session and sign-in limiter apart. */
final class CountedStatements implements BeanPostProcessor {

    private static final Pattern AROUND = Pattern.compile("(?is).*\\b(web_session\\w*|attempt)\\b.*");
    private static final ThreadLocal<List<String>> SAID = new ThreadLocal<>();

    /** Begins anew for the calling thread. */
    static void begin() {
        SAID.set(new ArrayList<>());
    }

    static List<String> end() {
        List<String> said = SAID.get();
        SAID.remove();
        return said;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource") ? new Counted(source) : bean;
    }

    private static final class Counted extends DelegatingDataSource {

        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        Object made = invoke(real, method, args);
                        return made instanceof PreparedStatement statement
                                ? wrapped(statement, PreparedStatement.class, (String) args[0])
                                : made instanceof Statement statement
                                                && method.getName().equals("createStatement")
                                        ? wrapped(statement, Statement.class, null)
                                        : made;
                    });
        }

        private static Object wrapped(Statement real, Class<?> type, String sql) {
            return Proxy.newProxyInstance(
                    Counted.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                        if (method.getName().startsWith("execute") && SAID.get() != null) {
                            String said = sql != null ? sql : String.valueOf(args[0]);
                            if (!AROUND.matcher(said).matches()) {
                                SAID.get().add(said);
                            }
                        }
                        return invoke(real, method, args);
                    });
        }

        private static Object invoke(Object real, java.lang.reflect.Method method, Object... args) throws Throwable {
            try {
                return method.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
