package fr.forment.demonstration.web;

import fr.forment.demonstration.StoryBeingTold;
import lombok.RequiredArgsConstructor;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page that the demonstration is being prepared, the sign-in page too: accounts come with the story. */
@ControllerAdvice
@RequiredArgsConstructor
class StoryBanner {

    private final StoryBeingTold story;

    @ModelAttribute
    void everywhere(Model model) {
        model.addAttribute("storyBeingTold", story.isOn());
    }
}
