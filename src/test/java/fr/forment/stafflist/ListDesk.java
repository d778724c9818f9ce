package fr.forment.stafflist;

import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.account.AgentFunction;
import fr.forment.database.Slice;
import fr.forment.people.Agent;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.stafflist.AcceptanceService.Answer;
import fr.forment.stafflist.PreviewService.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Brings lists in as a person does: deposit, look, answer, accept, undo. */
public class ListDesk {

    public static final String HEADER =
            "uai;nom;prenom;courriel_professionnel;fonction;quotite;date_arrivee;date_depart;constellation;commentaire\n";

    private final AnnotationConfigApplicationContext context;

    public ListDesk(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    /** A secretary of the circonscription, signed in. */
    public Agent signInSecretary(String circonscription) {
        Agent secretary = context.getBean(StaffService.class)
                .register(
                        NewAgent.inCirconscription("Huet", "Anne", null, AgentFunction.SECRETAIRE, circonscription),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
        signIn(secretary);
        return secretary;
    }

    public void signIn(Agent agent) {
        Account account =
                context.getBean(AccountService.class).ofAgent(agent.id()).orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        account.login(), null, AuthorityUtils.createAuthorityList(account.authorities())));
    }

    /** Lines under the recommended titles, the trailing empty cells left out. */
    public long deposit(String... lines) {
        StringBuilder text = new StringBuilder(HEADER);
        for (String line : lines) {
            text.append(line)
                    .append(";"
                            .repeat(Math.max(
                                    0,
                                    9 - (int) line.chars().filter(c -> c == ';').count())))
                    .append('\n');
        }
        return depositFile(text.toString());
    }

    public long depositFile(String text) {
        return context.getBean(StaffDepositService.class)
                .deposit(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)), "liste.csv");
    }

    public StaffImport file(long id) {
        return context.getBean(PreviewService.class).find(id).orElseThrow();
    }

    public int count(long id, Outcome outcome) {
        return context.getBean(PreviewService.class).overview(file(id)).count(outcome);
    }

    public List<Row> rows(long id) {
        List<Row> rows = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            rows.addAll(context.getBean(PreviewService.class).page(id, outcome, 0, Slice.SIZE));
        }
        return rows;
    }

    /** The only line about that name. */
    public Row row(long id, String name) {
        List<Row> found =
                rows(id).stream().filter(row -> row.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " lines about " + name + ": " + rows(id));
        }
        return found.get(0);
    }

    /** Answers the first choice whose code begins so. */
    public void answer(long id, Row row, String code) {
        String whole = row.choices().stream()
                .map(Choice::code)
                .filter(known -> known.startsWith(code))
                .findFirst()
                .orElseThrow();
        context.getBean(AnswerService.class).answer(id, Map.of(row.seq(), whole));
    }

    public void onlyAdds(long id) {
        context.getBean(AnswerService.class).setWhole(id, false);
    }

    public Answer accept(long id, ArrivalKind arrival) {
        return context.getBean(AcceptanceService.class).accept(id, file(id).revision(), arrival, false);
    }

    /** Accepts, and says the second word when the list is held. */
    public StaffImport write(long id, ArrivalKind arrival) {
        Answer answer = accept(id, arrival);
        if (answer == Answer.HELD) {
            answer = context.getBean(AcceptanceService.class)
                    .confirm(id, file(id).revision(), "C'est bien la liste de rentrée");
        }
        if (answer != Answer.STARTED) {
            throw new AssertionError(answer + ": " + rows(id));
        }
        return file(id);
    }

    /** Writes what can be written; false when two answers mean one person. */
    public boolean acceptGoodLines(long id) {
        AcceptanceService acceptance = context.getBean(AcceptanceService.class);
        Answer answer = acceptance.accept(id, file(id).revision(), ArrivalKind.ALREADY_THERE, true);
        if (answer == Answer.HELD) {
            answer = acceptance.confirm(id, file(id).revision(), "C'est bien la liste de rentrée");
        }
        return answer == Answer.STARTED;
    }

    public void undo(long id) {
        context.getBean(UndoService.class).undo(id);
    }
}
