package chat.parley.shared.web;

import chat.parley.shared.error.ErrorKind;
import chat.parley.shared.error.FieldError;
import chat.parley.shared.error.ParleyException;
import chat.parley.shared.error.RequestError;
import chat.parley.shared.web.body.BrokenBodies;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource throws into a problem document; nothing of the server's inside reaches the client. */
class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final TraceIds traceIds;

    ProblemMapper(TraceIds traceIds) {
        this.traceIds = traceIds;
    }

    @ServerExceptionMapper
    Response parley(ParleyException e, UriInfo uri) {
        return answer(e, uri);
    }

    @ServerExceptionMapper
    Response validation(ConstraintViolationException e, UriInfo uri) {
        return answer(ParleyException.of(RequestError.INVALID, Violations.fields(e.getConstraintViolations())), uri);
    }

    // The second is named because Quarkus has an answer of its own for it, one without a body.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response json(JsonProcessingException e, UriInfo uri) {
        return answer(malformed(e), uri);
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
    })
    Response unauthenticated(SecurityException e, UriInfo uri) {
        return answer(ParleyException.of(RequestError.UNAUTHENTICATED), uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return answer(ParleyException.of(RequestError.FORBIDDEN), uri);
    }

    @ServerExceptionMapper
    Response webApplication(WebApplicationException e, UriInfo uri) {
        // The JSON reader wraps what Jackson says about a bad body into a bare 400.
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(malformed(json), uri);
        }
        if (e.getCause() instanceof ParleyException parley) {
            return answer(parley, uri);
        }
        return answer(ParleyException.of(of(e.getResponse().getStatus())), uri);
    }

    @ServerExceptionMapper
    Response io(IOException e, UriInfo uri) {
        ParleyException broken = BrokenBodies.translate(e);
        return broken != null ? answer(broken, uri) : anythingElse(e, uri);
    }

    @ServerExceptionMapper
    Response anythingElse(Throwable e, UriInfo uri) {
        ParleyException known = DatabaseFailures.translate(e);
        return answer(known != null ? known : ParleyException.causedBy(RequestError.INTERNAL, e), uri);
    }

    private static RequestError of(int status) {
        return switch (status) {
            case 401 -> RequestError.UNAUTHENTICATED;
            case 403 -> RequestError.FORBIDDEN;
            case 404 -> RequestError.NOT_FOUND;
            case 405 -> RequestError.METHOD_NOT_ALLOWED;
            case 413 -> RequestError.TOO_LARGE;
            case 406, 415 -> RequestError.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> RequestError.UNAVAILABLE;
            default -> status < 500 ? RequestError.MALFORMED : RequestError.INTERNAL;
        };
    }

    private static ParleyException malformed(JsonProcessingException e) {
        // An id or enum that refuses its text inside a readable document is a wrong value, not a wrong document.
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String pointer = mapping.getPath().stream()
                    .map(r -> "/" + (r.getFieldName() != null ? r.getFieldName() : String.valueOf(r.getIndex())))
                    .collect(Collectors.joining());
            return ParleyException.of(
                    RequestError.INVALID, List.of(new FieldError(pointer, "is not of the expected type or form")));
        }
        return ParleyException.of(RequestError.MALFORMED);
    }

    private Response answer(ParleyException e, UriInfo uri) {
        String traceId = traceIds.current();
        ErrorKind kind = e.code().kind();
        // A full queue is foreseen, and answered without a line for each who is sent away; a failure is not.
        if (kind == ErrorKind.INTERNAL || e.getCause() != null) {
            LOG.errorf(
                    e.getCause() != null ? e.getCause() : e,
                    "%s: %s [%s]",
                    uri.getRequestUri().getPath(),
                    e.code().code(),
                    traceId);
        }
        var answer = Response.status(ErrorTable.httpStatus(kind))
                .type(ProblemResponse.MEDIA_TYPE)
                .entity(ProblemResponse.of(e, uri.getRequestUri().getPath(), traceId));
        if (kind == ErrorKind.UNAUTHENTICATED) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (e.code() == RequestError.TOO_LARGE) {
            // What the client still sends is not read, so the connection cannot carry another request.
            answer.header("Connection", "close");
        }
        long seconds = e.retryAfter() != null ? Math.max(1, e.retryAfter().toSeconds()) : 1;
        if (kind == ErrorKind.RATE_LIMITED || kind == ErrorKind.UNAVAILABLE) {
            answer.header("Retry-After", seconds);
        }
        return answer.build();
    }
}
