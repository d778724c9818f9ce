package fr.forment.access.web;

import fr.forment.engine.TimeMachine;
import fr.forment.french.Refusal;
import fr.forment.french.Told;
import fr.forment.french.Typed;
import fr.forment.french.TypedHours;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.PropertyEditorSupport;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What every page shows (who is signed in, the clock of the demonstration) and how pages say no. */
@ControllerAdvice
class EveryPage {

    private static final Logger log = LoggerFactory.getLogger(EveryPage.class);

    private final Clock clock;
    private final PageLinks links;
    private final boolean demonstration;

    EveryPage(Clock clock, HttpServletRequest request, ObjectProvider<TimeMachine> timeMachine) {
        this.clock = clock;
        this.links = new PageLinks(request); // the one of whoever asks
        this.demonstration = timeMachine.getIfAvailable() != null;
    }

    @ModelAttribute
    void everywhere(Model model, Authentication who) {
        model.addAttribute("pageLinks", links);
        model.addAttribute("demoClock", demonstration ? LocalDateTime.now(clock) : null);
        model.addAttribute("mailsAreReadable", who != null && (demonstration || isAdmin(who)));
        model.addAttribute("signedInName", who == null ? "" : nameOf(who));
        model.addAttribute("signedInLogin", who == null ? null : who.getName());
    }

    /** Characters nobody types never reach a page's code. */
    @InitBinder
    void withoutControls(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String typed) {
                setValue(Typed.clean(typed));
            }
        });
    }

    /** Hours as people type them where no clock helps; what is none counts as not given, and the page asks for it. */
    @InitBinder
    void withHours(WebDataBinder binder) {
        binder.registerCustomEditor(LocalTime.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String typed) {
                setValue(TypedHours.time(typed).orElse(null));
            }

            @Override
            public String getAsText() {
                return getValue() == null ? "" : getValue().toString();
            }
        });
    }

    /** Days as the fields of browsers send them, within the years in which a page can say what is wrong. */
    @InitBinder
    void withDays(WebDataBinder binder) {
        binder.registerCustomEditor(LocalDate.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String typed) {
                setValue(
                        Typed.text(typed).isEmpty()
                                ? null
                                : Typed.day(typed)
                                        .orElseThrow(() -> new IllegalArgumentException("Not a day: " + typed)));
            }

            @Override
            public String getAsText() {
                return getValue() == null ? "" : getValue().toString();
            }
        });
    }

    private static boolean isAdmin(Authentication who) {
        return who.getAuthorities().stream()
                .anyMatch(right -> right.getAuthority().equals("ROLE_ADMIN"));
    }

    private static String nameOf(Authentication who) {
        return who.getPrincipal() instanceof fr.forment.access.SignedInName person ? person.fullName() : who.getName();
    }

    /** A refusal met on a page: said as it is, nothing was written. */
    @ExceptionHandler(Refusal.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String refused(Refusal refusal, Model model, Authentication who) {
        everywhere(model, who);
        model.addAttribute("message", refusal.getMessage());
        return "access/refused";
    }

    /** Two hands at once on the same thing, or two clicks of one: the first is kept, the second may be sent again. */
    @ExceptionHandler({TransientDataAccessException.class, DuplicateKeyException.class})
    @ResponseStatus(HttpStatus.CONFLICT)
    String tooLate(Model model, Authentication who, HttpServletRequest request) {
        everywhere(model, who);
        model.addAttribute("message", Told.MEANWHILE);
        model.addAttribute("sentAgain", SentAgain.of(request));
        return "access/refused";
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    String tooLarge(Model model, Authentication who, HttpServletResponse response) {
        everywhere(model, who);
        model.addAttribute(
                "message",
                "Ce fichier est trop volumineux : 200 Mo au plus, et 30 Mo pour une liste de personnels. Rien n'a été enregistré.");
        return "access/refused";
    }

    /**
     * A form sent as something else than files, or broken off: the pages that take files say what is missing by
     * themselves.
     */
    @ExceptionHandler(MultipartException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String unreadable(Model model, Authentication who) {
        everywhere(model, who);
        model.addAttribute(
                "message", "Le fichier n'est pas arrivé en entier. Choisissez-le de nouveau, puis déposez-le.");
        return "access/refused";
    }

    /** What is not there, or no longer: the page says so, whichever feature looked for it. */
    @ExceptionHandler(NoSuchElementException.class)
    void notThere(NoSuchElementException nothing, HttpServletResponse response) throws IOException {
        log.info("Asked for what is not there", nothing);
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
