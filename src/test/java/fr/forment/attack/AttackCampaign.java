package fr.forment.attack;

import java.io.PrintWriter;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The long campaign: all attacks, with many more rounds than in {@code mvn verify}. Each prints the seed it draws with;
 * {@code -Dforment.attack.seed=…} draws the same again. Arguments: parts of class names to keep; none: all. Ends with 1
 * when something did not hold.
 */
public final class AttackCampaign {

    private AttackCampaign() {}

    public static void main(String[] names) {
        System.setProperty(Attack.LONG, "true");
        var plan = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage("fr.forment"))
                .filters(
                        TagFilter.includeTags("attack"),
                        ClassNameFilter.includeClassNamePatterns(
                                names.length == 0 ? ".*" : ".*(" + String.join("|", names) + ").*"));
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(plan.build(), summary);
        summary.getSummary().printTo(new PrintWriter(System.out, true));
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true));
        System.exit(
                summary.getSummary().getTotalFailureCount() > 0
                                || summary.getSummary().getTestsFoundCount() == 0
                        ? 1
                        : 0);
    }
}
