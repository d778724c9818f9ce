package fr.forment.people;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.territory.ImportReach;
import fr.forment.territory.Importer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * How far the territory's files of the signed-in person reach: a secretary's circonscriptions, the départements of a
 * mission, everything for the administrator. Who holds none of these roles reaches nothing.
 */
@Component
@RequiredArgsConstructor
class ImporterInSession implements Importer {

    private final SignedIn me;

    @Override
    public ImportReach reach() {
        return me.hasAny(Role.ADMIN)
                ? ImportReach.EVERYWHERE
                : new ImportReach(false, me.perimeters(Role.IEN_NUMERIQUE), me.perimeters(Role.SECRETAIRE));
    }
}
