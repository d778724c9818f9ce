package fr.forment.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Links nobody ever gave out: not there, and after some of them from one place, wait. A link that serves opens whatever
 * others have tried.
 */
@Component
@RequiredArgsConstructor
public class GuessedLinks {

    private final Limiter limiter;

    public ResponseStatusException refused(HttpServletRequest request) {
        Duration wait = limiter.take(Limit.LINK_GUESSED, Place.of(request.getRemoteAddr()));
        return new ResponseStatusException(wait.isZero() ? HttpStatus.NOT_FOUND : HttpStatus.TOO_MANY_REQUESTS);
    }
}
