package fr.forment.access;

import fr.forment.account.Account;
import fr.forment.account.AccountRole;
import fr.forment.account.Accounts;
import fr.forment.account.GivenRole;
import fr.forment.account.Role;
import fr.forment.account.RoleGrants;
import fr.forment.account.SignedIn;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.people.AccountBook;
import fr.forment.people.AgentEvent;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Schools;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles beyond what the function brings: a conseiller who stands in for an E-RUN, a director of two schools, an IEN who
 * looks after a second circonscription. Who may give what is {@code AccessRights}' business.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class RoleGivingService {

    private static final int LONGEST_MOTIVE = 200;

    private final Accounts accounts;
    private final AccountBook book;
    private final RoleGrants grants;
    private final Journal journal;
    private final SignedIn me;
    private final Schools schools;
    private final Circonscriptions circonscriptions;

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<GivenRole> givenTo(Account account) {
        return grants.of(account.id());
    }

    /**
     * @throws Refusal when the person has left, holds the role already, or the place is not one the role can be held
     *     for
     */
    public void give(String login, Role role, String perimeter, String motive) {
        Account account = known(login);
        AccountRole given = new AccountRole(role, perimeter);
        refuseIf(!account.enabled(), "Cette personne n'est plus sur la liste : son accès est fermé.");
        refuseIf(
                !exists(given),
                "« " + role.label() + " » ne peut pas être tenu pour « " + perimeter
                        + " » : choisissez le lieu dans la liste.");
        refuseIf(account.roles().contains(given), "Cette personne a déjà ce rôle pour ce lieu.");
        grants.add(account.id(), given, me.login() == null ? Journal.NOBODY : me.login(), motive(motive));
        change(account, Set.of(), Set.of(given), motive);
    }

    /** @throws Refusal when the role was not given by hand */
    public void take(String login, Role role, String perimeter, String motive) {
        Account account = known(login);
        AccountRole taken = new AccountRole(role, perimeter);
        refuseIf(
                !grants.remove(account.id(), taken),
                "Ce rôle n'a pas été donné à la main : il vient de la fonction, et change avec elle sur la liste des personnels.");
        motive(motive);
        change(account, Set.of(taken), Set.of(), motive);
    }

    private void change(Account account, Set<AccountRole> former, Set<AccountRole> present, String motive) {
        Set<AccountRole> before = account.roles();
        account.exchange(former, present);
        book.save(account);
        if (account.agentId() != null) {
            journal.add(
                    account.agentId(),
                    AgentEvent.ROLE,
                    Names.clean(motive),
                    describe(before),
                    describe(account.roles()));
        }
    }

    private static String motive(String said) {
        String motive = Names.clean(said);
        refuseIf(motive.isEmpty(), "Dites pourquoi, en quelques mots : la décision reste écrite avec son motif.");
        refuseIf(
                motive.length() > LONGEST_MOTIVE,
                "Le motif est trop long : " + LONGEST_MOTIVE + " caractères au plus.");
        return motive;
    }

    private boolean exists(AccountRole role) {
        return switch (role.role().level()) {
            case SCHOOL -> schools.find(role.perimeter()).isPresent();
            case CIRCONSCRIPTION -> circonscriptions.find(role.perimeter()).isPresent();
            case DEPARTEMENT ->
                !circonscriptions.inDepartement(role.perimeter()).isEmpty();
            case EVERYWHERE -> Role.EVERYWHERE.equals(role.perimeter());
        };
    }

    private Account known(String login) {
        return accounts.findByLogin(login).orElseThrow(() -> new Refusal("Ce compte n'existe pas."));
    }

    private static void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw new Refusal(why);
        }
    }

    /** Places are named where the history is read. */
    private static String told(AccountRole role) {
        return role.role().label() + (role.perimeter().equals(Role.EVERYWHERE) ? "" : " : " + role.perimeter());
    }

    private static String describe(Set<AccountRole> roles) {
        String all = roles.stream().map(RoleGivingService::told).sorted().collect(Collectors.joining(", "));
        return all.length() <= 400 ? all : all.substring(0, 399) + "…";
    }
}
