package fr.forment.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What Spring could not read. An id (too long a number, a word) is nobody's: not there, like every other; ids are
 * {@code long} everywhere, figures are not. Any other value is shown with what is wrong and may be written anew: the
 * rest of the form is kept.
 */
@ControllerAdvice
@RequiredArgsConstructor
class UnreadableValues {

    private final EveryPage pages;

    @ExceptionHandler
    String parameter(
            MethodArgumentTypeMismatchException unreadable,
            Model model,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var parameter = unreadable.getParameter();
        if (parameter.hasParameterAnnotation(PathVariable.class)
                || isId(parameter.getGenericParameterType().getTypeName())) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        pages.everywhere(model, who);
        return say(
                List.of(UnreadValue.of(unreadable.getName(), unreadable.getRequiredType(), request)),
                model,
                request,
                response);
    }

    @ExceptionHandler
    String form(
            MethodArgumentNotValidException unreadable,
            Model model,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wrong = unreadable.getFieldErrors().stream()
                .filter(field -> field.contains(TypeMismatchException.class))
                .toList();
        if (wrong.stream().anyMatch(field -> isId(typeName(field.unwrap(TypeMismatchException.class))))) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        pages.everywhere(model, who);
        return say(
                wrong.stream()
                        .map(field -> UnreadValue.of(
                                field.getField(),
                                field.unwrap(TypeMismatchException.class).getRequiredType(),
                                request))
                        .toList(),
                model,
                request,
                response);
    }

    private static String say(
            List<UnreadValue> wrong, Model model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (wrong.isEmpty()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return null;
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("wrong", wrong);
        SentAgain sent = SentAgain.of(request);
        model.addAttribute(
                "sentAgain",
                sent == null || wrong.stream().anyMatch(value -> !value.isTyped())
                        ? null
                        : sent.without(wrong.stream().map(UnreadValue::name).toList()));
        model.addAttribute("isRead", "GET".equals(request.getMethod()));
        model.addAttribute("path", request.getRequestURI());
        return "access/unread";
    }

    private static String typeName(TypeMismatchException mismatch) {
        return mismatch.getRequiredType() == null
                ? ""
                : mismatch.getRequiredType().getTypeName();
    }

    /** {@code long}, {@code Long}, many of them. */
    private static boolean isId(String type) {
        return type.matches("(.*[.<])?[lL]ong(\\[]|>)?");
    }
}
