package fr.forment.campaign;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.post.MassCorrespondence;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Writes to the silent schools, in rounds: one transaction, and one key per school and round, so that nobody gets the
 * same letter twice. A school that was written to in the last five school days is left in peace, whatever the letter.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ReminderService {

    /** @param rested left out because they were written to a short time ago */
    public record Outcome(int written, int rested) {}

    private final CampaignRepository campaigns;
    private final Contacts contacts;
    private final Journal journal;
    private final CampaignDates dates;
    private final NeedsLetters letters;
    private final MassCorrespondence correspondence;
    private final MailBox mails;
    private final SignedIn me;
    private final Clock clock;

    /** Every silent school; nobody while the campaign is paused. */
    public Outcome remind(long campaignId) {
        return remind(lock(campaignId), null);
    }

    /**
     * The silent ones among these surveys.
     *
     * @throws Refusal while the campaign is paused
     */
    public Outcome remind(long campaignId, Collection<Long> surveyIds) {
        Campaign campaign = lock(campaignId);
        if (campaign.isPaused()) {
            throw new Refusal("La campagne est suspendue : aucune école n'est relancée. Reprenez-la d'abord.");
        }
        return remind(campaign, Set.copyOf(surveyIds));
    }

    /**
     * What {@link #remind} would do with these surveys, and the letter its first reader would get: done, read, and
     * undone.
     *
     * @param rests of the schools left in peace: how many, and from which day they may be written to
     * @param letter null when nobody would get one
     */
    public record Preview(Outcome outcome, Map<LocalDate, Integer> rests, QueuedMail letter) {}

    public Preview preview(long campaignId, Collection<Long> surveyIds) {
        List<Contacts.Group> resting = contacts.silent(campaignId, Set.copyOf(surveyIds)).stream()
                .filter(group -> leavesOn(group).isAfter(correspondence.departureDay(group.zone())))
                .toList();
        Outcome outcome = remind(campaignId, surveyIds);
        int round = campaigns.findById(campaignId).orElseThrow().rounds();
        QueuedMail letter = outcome.written() == 0
                ? null
                : surveyIds.stream()
                        .flatMap(id -> mails.about("needsCampaign:remind:" + id + ":" + round + ":").stream())
                        .findFirst()
                        .orElse(null);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        Map<LocalDate, Integer> rests = new TreeMap<>();
        resting.forEach(group -> rests.merge(leavesOn(group), group.schools(), Integer::sum));
        return new Preview(outcome, rests, letter);
    }

    private Outcome remind(Campaign campaign, Set<Long> only) {
        if (!campaign.mayRemind()) {
            return new Outcome(0, 0);
        }
        List<Contacts.Group> silent = contacts.silent(campaign.id(), only);
        List<Contacts.Group> due = silent.stream()
                .filter(group ->
                        dates.isRested(group.zone(), group.lastLetter(), correspondence.departureDay(group.zone())))
                .toList();
        int written = schools(due);
        if (written > 0) {
            int round = campaign.nextRound();
            due.forEach(group -> contacts.note(
                    campaign.id(), group, only, round, correspondence.departureDay(group.zone()), me.login()));
            letters.reminded(campaign, round, LocalDate.now(clock));
            journal.add(
                    campaign.id(),
                    CampaignEvent.REMINDED,
                    null,
                    null,
                    French.count(written, "école") + ", relance n° " + round);
            campaigns.save(campaign);
        }
        return new Outcome(written, schools(silent) - written);
    }

    /**
     * The silent learn that they have more time. A letter like the others: where the last one is less than five school
     * days old, it waits until then.
     */
    public void announceExtension(long campaignId) {
        Campaign campaign = lock(campaignId);
        List<Contacts.Group> silent = contacts.silent(campaignId, null);
        if (silent.isEmpty()) {
            return;
        }
        int round = campaign.nextRound();
        campaigns.save(campaign);
        silent.forEach(group -> contacts.note(campaignId, group, null, round, leavesOn(group), me.login()));
        silent.stream()
                .map(this::leavesOn)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(day -> letters.extended(campaign, round, day, LocalDate.now(clock)));
    }

    private LocalDate leavesOn(Contacts.Group group) {
        LocalDate departure = correspondence.departureDay(group.zone());
        return dates.restedOn(group.zone(), group.lastLetter(), departure);
    }

    private static int schools(List<Contacts.Group> groups) {
        return groups.stream().mapToInt(Contacts.Group::schools).sum();
    }

    private Campaign lock(long campaignId) {
        return campaigns.findWithLockById(campaignId).orElseThrow();
    }
}
