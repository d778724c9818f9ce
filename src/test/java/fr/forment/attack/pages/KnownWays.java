package fr.forment.attack.pages;

import java.util.Map;
import java.util.Set;

/** How near each page stands to the first one, and the few to which no click of ours leads, each with why. */
final class KnownWays {

    private static final int ANYWHERE = Integer.MAX_VALUE - 1;
    private static final int NEAR = 2;

    private static final Map<String, String> NOWHERE = Map.of(
            "/sessions/{id}/emargement/code", "the sheet leads there while the half-day goes on: CheckInTest",
            "/sessions/{id}/emargement/code/maintenant", "asked for by the page of the code, which shows it",
            "/taches/terminee", "Tasklist leads there from a task that is over",
            "/plans/{id}/pourquoi/{vague}/{module}", "the list of whys leads there from its ninth group on",
            "/tableau/formees/{module}", "the board leads there once a plan is approved: BoardPagesTest",
            "/plans/{id}/calcul/avancement", "asked for by the page of the computation, which shows it",
            "/envois/{id}", "the one of this place holds no letter: those that wait stand on /envois");

    /** Of many, and yet the daily work of a team. */
    private static final Set<String> DAILY = Set.of(
            "/projets/{id}",
            "/projets/{id}/cadrage",
            "/plans/{id}",
            "/plans/{id}/moyens",
            "/plans/{id}/calendrier",
            "/ressources/formateurs/{id}");

    private static final Set<String> TEAM = Set.of("ien", "erun", "cpc", "secretary", "adviser");

    private KnownWays() {}

    /** In clicks. What has no number in its address is a place of its own, not one of many. */
    static int most(String page, String who) {
        if (NOWHERE.containsKey(page)) {
            return Integer.MAX_VALUE;
        }
        boolean isDaily = DAILY.contains(page) && TEAM.contains(who);
        return isDaily || !page.contains("{") ? NEAR : ANYWHERE;
    }
}
