package chat.parley.message.repository;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A real database whose connections break when the test says so, during the commit above all. */
final class FaultyDatabase {
    /** What becomes of a commit. */
    enum Commit {
        WORKS,
        /** The connection breaks before the server hears of it. */
        LOST,
        /** The server commits; its answer is lost. */
        UNHEARD
    }

    private final DataSource real;
    private final Supplier<Commit> fate;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean away;

    FaultyDatabase(DataSource real, Supplier<Commit> fate) {
        this.real = real;
        this.fate = fate;
    }

    /** Whether connecting fails. */
    void away(boolean isAway) {
        away = isAway;
    }

    /** How often somebody wanted a connection. */
    int asked() {
        return asked.get();
    }

    /** How many connections were opened. */
    int connections() {
        return connections.get();
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            asked.incrementAndGet();
            if (away) {
                throw new SQLNonTransientConnectionException("away", "08001");
            }
            Object answer = invoke(real, method, arguments);
            connections.incrementAndGet();
            return answer instanceof Connection connection ? faulty(connection) : answer;
        });
    }

    private Connection faulty(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Commit commit = method.getName().equals("commit") ? fate.get() : Commit.WORKS;
            if (commit == Commit.UNHEARD) {
                connection.commit();
            }
            if (commit != Commit.WORKS) {
                connection.rollback();
                connection.close();
                throw new SQLNonTransientConnectionException("broken", "08S01");
            }
            return invoke(connection, method, arguments);
        });
    }

    @FunctionalInterface
    private interface Call {
        Object with(Method method, Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.with(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
