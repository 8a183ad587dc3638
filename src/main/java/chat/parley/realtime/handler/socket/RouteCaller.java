package chat.parley.realtime.handler.socket;

import chat.parley.realtime.RealtimeError;
import chat.parley.realtime.model.CloseCode;
import chat.parley.realtime.model.Connection;
import chat.parley.realtime.model.EncodedFrame;
import chat.parley.realtime.port.RealtimeConfig;
import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.ParleyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls what a request asks for and brings the outcome back. */
@ApplicationScoped
class RouteCaller {
    private final SocketFailures failures;
    private final RealtimeConfig config;

    RouteCaller(SocketFailures failures, RealtimeConfig config) {
        this.failures = failures;
        this.config = config;
    }

    /** Answers the request with what the call ends with. Waits while too many answers are open or asked for. */
    void answer(Inbox inbox, long id, Supplier<CompletionStage<?>> call) throws InterruptedException {
        if (!inbox.begin(id)) {
            broken(inbox, id, ParleyException.of(RealtimeError.DUPLICATE_ID));
            return;
        }
        Connection connection = inbox.connection();
        long start = System.nanoTime();
        outcome(call).whenComplete((body, e) -> {
            inbox.answered(id);
            if (e == null) {
                connection.answer(connection.codec().response(id, body));
            } else {
                refuse(inbox, id, failures.translate(e));
            }
        });
        inbox.rest(System.nanoTime() - start);
    }

    private static CompletionStage<?> outcome(Supplier<CompletionStage<?>> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** A notify is never answered, errors included. */
    void ignoreAnswer(String route, Supplier<CompletionStage<?>> call) {
        try {
            CompletionStage<?> ignored = call.get();
        } catch (ParleyException e) {
            failures.note(route, e);
        }
    }

    /** Refuses what broke the protocol; the connection of a client that keeps doing so ends. */
    void broken(Inbox inbox, @Nullable Long id, ParleyException error) {
        refuse(inbox, id, error);
        if (inbox.countProtocolError() >= config.maxProtocolErrors()) {
            inbox.connection().closeWhenWritten(CloseCode.PROTOCOL_ERROR, "too many frames broke the protocol");
        }
    }

    void failed(Inbox inbox, @Nullable Long id, RuntimeException failure) {
        refuse(inbox, id, failures.translate(failure));
    }

    void refuse(Inbox inbox, @Nullable Long id, ParleyException error) {
        Connection connection = inbox.connection();
        EncodedFrame frame = connection.codec().error(id, error);
        if (frame != null) {
            connection.answer(frame);
        }
        if (error.code().kind() == ErrorKind.UNAUTHENTICATED && connection.session() != null) {
            connection.closeWhenWritten(CloseCode.UNAUTHENTICATED, "the session is not valid any more");
        }
    }
}
