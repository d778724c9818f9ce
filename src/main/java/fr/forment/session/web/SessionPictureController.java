package fr.forment.session.web;

import fr.forment.diagram.Pictures;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a session stands, drawn; for whoever sees the session. */
@Controller
@RequiredArgsConstructor
class SessionPictureController {

    private final SessionAccess access;
    private final SessionWords words;
    private final Pictures pictures;

    @GetMapping("/sessions/{id}/deroulement")
    String picture(@PathVariable long id, Model model) {
        TrainingSession session = access.visible(id);
        model.addAttribute("subject", words.title(session) + ", " + words.day(session));
        model.addAttribute("back", "/sessions/" + id);
        model.addAttribute("pictures", List.of(pictures.ofOne("trainingSession", id)));
        return "diagram/course";
    }
}
