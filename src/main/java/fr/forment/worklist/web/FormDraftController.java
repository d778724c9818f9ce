package fr.forment.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.account.SignedIn;
import fr.forment.engine.OpenTask;
import fr.forment.french.French;
import fr.forment.french.Typography;
import fr.forment.worklist.FormDraft;
import fr.forment.worklist.FormDraftService;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where the forms in Tasklist leave and find their drafts. A task that is not open to the person looks as if it did not
 * exist, whoever's it is. Only the script of Tasklist speaks to it, so answers are JSON; every sentence in them is for
 * the person.
 */
@RestController
@RequestMapping("/brouillons/{taskId}")
@RequiredArgsConstructor
class FormDraftController {

    private static final String TOO_LONG =
            "Ce formulaire est trop long pour un brouillon : raccourcissez les textes, ou envoyez-le.";

    private final FormDraftService drafts;
    private final AccountService accounts;
    private final SignedIn me;
    private final ObjectMapper json;
    private final Clock clock;

    @GetMapping
    Map<String, Object> open(@PathVariable String taskId, CsrfToken csrf) throws JsonProcessingException {
        OpenTask task = mine(taskId);
        Map<String, Object> answer = new HashMap<>();
        answer.put("csrf", Map.of("header", csrf.getHeaderName(), "token", csrf.getToken()));
        answer.put("known", drafts.known(task));
        FormDraft draft = drafts.find(task).orElse(null);
        if (draft != null) {
            Map<String, Object> kept = said(draft);
            kept.put("values", json.readTree(draft.contents()));
            answer.put("draft", kept);
        }
        return answer;
    }

    /** Whether somebody has saved another version; revision 0 while there is no draft. */
    @GetMapping("/revision")
    Map<String, Object> revision(@PathVariable String taskId) {
        return drafts.find(mine(taskId)).map(this::said).orElse(Map.of("revision", 0));
    }

    @PutMapping
    ResponseEntity<Map<String, Object>> save(@PathVariable String taskId, HttpServletRequest request)
            throws java.io.IOException {
        OpenTask task = mine(taskId);
        long length = request.getContentLengthLong();
        if (length < 0 || length > 4L * FormDraft.MOST) { // bytes; the characters are counted below
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, TOO_LONG);
        }
        JsonNode sent = read(request);
        String contents = sent.path("values").toString();
        if (!sent.path("values").isObject()) {
            return problem(HttpStatus.BAD_REQUEST, "Ce brouillon n'a pas pu être lu. Rechargez la page.");
        }
        if (contents.length() > FormDraft.MOST) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, TOO_LONG);
        }
        FormDraftService.Saved saved = save(task, sent, contents);
        Map<String, Object> answer = said(saved.kept());
        if (saved.replaced() != null && !saved.replaced().by().equals(me.login())) {
            answer.put("replaced", name(saved.replaced().by()));
        }
        return ResponseEntity.status(saved.done() ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(answer);
    }

    /** Nothing at all for what is no JSON, or was cut on the way. */
    private JsonNode read(HttpServletRequest request) throws java.io.IOException {
        try {
            return json.readTree(request.getInputStream());
        } catch (JsonProcessingException cut) {
            return json.createObjectNode();
        }
    }

    private FormDraftService.Saved save(OpenTask task, JsonNode sent, String contents) {
        try {
            return drafts.save(
                    task,
                    me.login(),
                    sent.path("revision").asInt(),
                    sent.path("evenIfOther").asBoolean(),
                    contents);
        } catch (DataIntegrityViolationException atOnce) { // the other's draft came first, or his answer
            return new FormDraftService.Saved(
                    false, drafts.find(mine(task.id())).orElseThrow(FormDraftController::unknown), null);
        }
    }

    private OpenTask mine(String taskId) {
        return drafts.task(taskId, me.login()).orElseThrow(FormDraftController::unknown);
    }

    private Map<String, Object> said(FormDraft draft) {
        Map<String, Object> said = new HashMap<>();
        said.put("revision", draft.revision());
        said.put("at", moment(draft.at()));
        said.put("who", draft.by().equals(me.login()) ? "sur un autre écran" : "par " + name(draft.by()));
        return said;
    }

    private String name(String login) {
        return accounts.withLogin(login).map(Account::fullName).orElse(login);
    }

    private String moment(OffsetDateTime at) {
        ZonedDateTime local = at.atZoneSameInstant(clock.getZone());
        return Typography.text(
                local.toLocalDate().equals(LocalDate.now(clock))
                        ? "à " + French.time(local)
                        : "le " + French.stamp(local));
    }

    private static ResponseEntity<Map<String, Object>> problem(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Map.of("problem", Typography.text(sentence)));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
