package fr.forment.grid;

import fr.forment.access.AccountService;
import fr.forment.account.SignedIn;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.CampaignRepository;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.grid.GridCorrection.Kind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections by hand of the grid, until the project has taken it over: what it was, who changed it and why stay
 * readable, and each can be undone. Who corrects hands back the version of the line he saw; when somebody else was
 * faster he is told, and nothing is overwritten.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class GridCorrectionService {

    static final String TAKEN_OVER =
            "La grille est transmise au projet : ce qui change maintenant se traite par un avenant au plan.";

    private static final int MOST_PEOPLE = 2000;
    private static final int MOST_WORDS = 1000;

    private final CampaignRepository campaigns;
    private final Grid grid;
    private final AccountService accounts;
    private final SignedIn me;
    private final Clock clock;

    /**
     * Changes the people to train of one line.
     *
     * @throws Refusal for a figure that cannot be, without a reason, or when the line has changed since it was seen
     */
    public void correct(long campaignId, long lineId, int version, String people, String reason) {
        GridLine line = open(campaignId, lineId, version);
        int typed = Typed.number(people)
                .filter(number -> number >= 0 && number <= MOST_PEOPLE)
                .orElseThrow(() -> new Refusal("Indiquez un nombre de personnes de 0 à " + MOST_PEOPLE + "."));
        String why = Typed.required(
                reason,
                MOST_WORDS,
                "Indiquez pourquoi ce chiffre est corrigé : le motif reste lisible dans la grille.");
        if (typed != line.people()) {
            write(line, Kind.CORRECTED, typed, line.computed(), why);
        }
    }

    /** Takes back the last correction that stands: the one before it holds again, or the computed figure. */
    public void undo(long campaignId, long lineId, int version) {
        GridLine line = open(campaignId, lineId, version);
        var standing = new StandingCorrections(grid.correctionsOf(lineId));
        if (standing.isEmpty()) {
            throw new Refusal("Ce chiffre n'est pas corrigé : il n'y a rien à annuler.");
        }
        var before = standing.beforeLast();
        write(
                line,
                Kind.UNDONE,
                before.map(StandingCorrections.Standing::people).orElse(line.computed()),
                before.map(StandingCorrections.Standing::basis).orElse(null),
                "Dernière correction annulée.");
    }

    /** The computation has changed since the correction; who looked at both keeps the correction. */
    public void keep(long campaignId, long lineId, int version) {
        GridLine line = open(campaignId, lineId, version);
        if (new StandingCorrections(grid.correctionsOf(lineId)).isEmpty()) {
            throw new Refusal("Ce chiffre n'est pas corrigé : il n'y a rien à maintenir.");
        }
        if (line.isGroundChanged()) {
            write(
                    line,
                    Kind.KEPT,
                    line.people(),
                    line.computed(),
                    "Correction maintenue : le calcul donne maintenant " + line.computed() + ".");
        }
    }

    private GridLine open(long campaignId, long lineId, int version) {
        Campaign campaign = campaigns.findWithLockById(campaignId).orElseThrow();
        if (!campaign.state().hasGrid()) {
            throw new Refusal(TAKEN_OVER);
        }
        GridLine line = grid.line(lineId)
                .filter(found -> found.campaignId() == campaignId)
                .orElseThrow();
        if (line.version() != version) {
            throw new Refusal(sinceThen(line));
        }
        return line;
    }

    private void write(GridLine line, Kind kind, int people, Integer correctedFrom, String why) {
        var correction = new GridCorrection(
                line.id(),
                OffsetDateTime.now(clock),
                me.signature(),
                kind,
                line.people(),
                people,
                line.computed(),
                why);
        if (!grid.correct(line, correction, correctedFrom)) {
            throw new Refusal(sinceThen(line));
        }
    }

    private String sinceThen(GridLine line) {
        List<GridCorrection> made = grid.correctionsOf(line.id());
        String who = made.isEmpty() ? "Le calcul a été refait" : name(made.get(made.size() - 1));
        return who + " pendant que cette page était ouverte : le chiffre est maintenant " + line.people()
                + ". Votre saisie n'est pas enregistrée ; vérifiez, puis recommencez s'il le faut.";
    }

    private String name(GridCorrection last) {
        String who = accounts.nameOf(last.actor());
        return who + " a changé ce chiffre (" + last.peopleBefore() + " → " + last.peopleAfter() + ", "
                + French.stamp(last.at().atZoneSameInstant(clock.getZone())) + ")";
    }
}
