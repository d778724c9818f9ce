package fr.forment.release;

import fr.forment.evaluation.ModuleDisliked;
import fr.forment.french.French;
import fr.forment.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Materials of a module that those who followed it did not find good: to be reviewed, as after a version of the ENT.
 */
@Service
@RequiredArgsConstructor
public class MaterialDislikeService {

    private final MaterialRepository materials;
    private final MaterialMails mails;
    private final Journal journal;
    private final Clock clock;

    /** What is to be reviewed already stays so, and is told once. */
    @EventListener
    @Transactional
    public void flag(ModuleDisliked module) {
        String plain = "À relire avant que le module soit donné de nouveau";
        String why = module.mean() == null
                ? plain
                : "Satisfaction de " + French.tenth(module.mean()) + " sur 4 (" + module.base() + ")";
        materials.inCirconscriptions(List.of(module.circonscriptionUai())).stream()
                .filter(material -> material.moduleCode().equals(module.moduleCode()))
                .forEach(material -> {
                    // the whole département reads the reason of its own: what one circonscription said stays there
                    String said = material.isOfDepartement() ? plain : why;
                    if (material.flag(LocalDate.now(clock), said, null)) {
                        materials.save(material);
                        journal.add(material.told(MaterialState.A_JOUR, said));
                        if (material.isOfDepartement()) {
                            mails.disliked(material);
                        }
                    }
                });
    }
}
