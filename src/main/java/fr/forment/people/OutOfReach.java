package fr.forment.people;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was named is not there, or is somebody else's: from outside the two look the same, and neither has a name. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class OutOfReach extends RuntimeException {

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // an answer, not a defect
    }
}
