package fr.forment.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * An id that cannot be read (too long a number, a word) is nobody's: not there, like every other. Ids are {@code long}
 * everywhere, figures are not.
 */
@ControllerAdvice
class UnreadableIds {

    @ExceptionHandler
    void parameter(MethodArgumentTypeMismatchException unreadable, HttpServletResponse response) throws IOException {
        var parameter = unreadable.getParameter();
        answer(
                response,
                parameter.hasParameterAnnotation(PathVariable.class)
                        || isId(parameter.getGenericParameterType().getTypeName()));
    }

    @ExceptionHandler
    void form(MethodArgumentNotValidException unreadable, HttpServletResponse response) throws IOException {
        answer(
                response,
                unreadable.getFieldErrors().stream()
                        .filter(field -> field.contains(TypeMismatchException.class))
                        .map(field -> field.unwrap(TypeMismatchException.class).getRequiredType())
                        .anyMatch(type -> type != null && isId(type.getTypeName())));
    }

    /** {@code long}, {@code Long}, many of them. */
    private static boolean isId(String type) {
        return type.matches("(.*[.<])?[lL]ong(\\[]|>)?");
    }

    private static void answer(HttpServletResponse response, boolean isId) throws IOException {
        response.sendError((isId ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
    }
}
