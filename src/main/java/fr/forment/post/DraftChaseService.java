package fr.forment.post;

import fr.forment.account.Account;
import fr.forment.account.Accounts;
import fr.forment.mail.Drafts;
import fr.forment.mail.QueuedMail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds people of the letters they keep: once each, after two school days, all in one letter. */
@Service
@Transactional
@RequiredArgsConstructor
public class DraftChaseService {

    private static final int MOST = 200;

    private final Drafts drafts;
    private final Accounts accounts;
    private final Correspondence post;

    /** What is left when there are very many is taken up next time. */
    @Scheduled(fixedDelayString = "${forment.mail.chase:PT15M}", initialDelayString = "${forment.mail.chase:PT15M}")
    public void chase() {
        Map<String, List<QueuedMail>> byKeeper = drafts.takeOverdue(MOST).stream()
                .collect(Collectors.groupingBy(QueuedMail::keeper, LinkedHashMap::new, Collectors.toList()));
        byKeeper.forEach((keeper, those) -> accounts.findByLogin(keeper)
                .map(Account::agentId)
                .ifPresent(agentId -> post.toAgent(
                        agentId,
                        new Letter(
                                "post/draftsKept",
                                "mail:draftsKept:" + those.get(0).id(),
                                Map.of(
                                        "objets",
                                        those.stream().map(QueuedMail::subject).toList()),
                                "/moi/courriels",
                                null))));
    }
}
