package fr.forment.attendance.web;

import fr.forment.attendance.CheckInService;
import fr.forment.attendance.Sheets;
import fr.forment.files.QrPicture;
import fr.forment.mail.HouseAddress;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The code that the trainer shows on the wall, with who has come so far. Without script the page asks for itself again.
 * Who is expected reads it on the wall only: on a screen of his own it would prove nothing.
 */
@Controller
@RequiredArgsConstructor
class CodeController {

    private final CheckInService arrivals;
    private final Sheets sheets;
    private final MarksAccess access;
    private final SessionWords words;
    private final HouseAddress house;

    @GetMapping("/sessions/{id}/emargement/code")
    String wall(@PathVariable long id, @RequestParam(defaultValue = "0") int demiJournee, Model model) {
        now(id, demiJournee, model);
        return "attendance/code";
    }

    /** What changes on the page, asked for every other second. */
    @GetMapping("/sessions/{id}/emargement/code/maintenant")
    String part(@PathVariable long id, @RequestParam(defaultValue = "0") int demiJournee, Model model) {
        now(id, demiJournee, model);
        return "attendance/code :: now";
    }

    private void now(long id, int position, Model model) {
        TrainingSession session = access.sheet(id);
        HalfDay halfDay = sheets.halfDay(session, position);
        boolean expected = access.isExpected(session);
        boolean open = !expected && arrivals.isOpen(session, halfDay);
        model.addAttribute("training", session);
        model.addAttribute("moduleTitle", words.title(session));
        model.addAttribute("halfDay", halfDay);
        model.addAttribute("expected", expected);
        model.addAttribute("open", open);
        model.addAttribute("booked", session.booked());
        model.addAttribute("there", arrivals.there(session, halfDay));
        model.addAttribute(
                "code", open ? QrPicture.of(house.of("/presence/code/" + arrivals.code(session, halfDay))) : null);
    }
}
