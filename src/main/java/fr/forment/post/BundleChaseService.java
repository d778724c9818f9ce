package fr.forment.post;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.mail.MailBundles;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds the team of letters that nobody lets go or drops: the E-RUN after two school days, the IEN too after five
 * more. What is about no session never leaves by itself.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class BundleChaseService {

    /** School days after which the letters are spoken of, and to whom. */
    private record Chase(int schoolDays, Set<Role> readers) {}

    private static final List<Chase> CHASES =
            List.of(new Chase(2, Set.of(Role.ERUN)), new Chase(7, Set.of(Role.ERUN, Role.IEN)));

    private final MailBundles bundles;
    private final Circonscriptions circonscriptions;
    private final SchoolCalendar calendar;
    private final Correspondence post;

    @Scheduled(fixedDelayString = "${forment.mail.chase:PT15M}", initialDelayString = "${forment.mail.chase:PT15M}")
    public void chase() {
        for (String uai : bundles.places()) {
            circonscriptions.find(uai).ifPresent(place -> bundles.waiting(List.of(uai))
                    .forEach(bundle -> chase(place, bundle)));
        }
    }

    /** The latest that is due: after a stop of the machine nobody gets both. */
    private void chase(Circonscription place, MailBundles.Waiting bundle) {
        LocalDate prepared = LocalDate.ofInstant(bundle.preparedAt(), place.clock());
        for (int nth = CHASES.size(); nth >= 1; nth--) {
            Chase chase = CHASES.get(nth - 1);
            if (!calendar.plus(place.zone(), prepared, chase.schoolDays).isAfter(post.today())) {
                Letter letter = letter(bundle, prepared, nth);
                chase.readers.forEach(role -> post.toGroup(role, place.uai(), letter));
                return;
            }
        }
    }

    private static Letter letter(MailBundles.Waiting bundle, LocalDate prepared, int nth) {
        return new Letter(
                "post/bundleKept",
                reminders(bundle.id()) + nth,
                Map.of("objet", bundle.title(), "courriels", bundle.letters(), "depuis", French.date(prepared)),
                "/envois/" + bundle.id(),
                null);
    }

    /** How the keys of the reminders of one bundle begin. */
    static String reminders(long bundleId) {
        return "mail:bundleKept:" + bundleId + ":";
    }
}
