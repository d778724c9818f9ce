package fr.forment.diagram;

import fr.forment.engine.Box;
import fr.forment.engine.Drawing;
import fr.forment.engine.FailedSteps;
import fr.forment.engine.NodeKind;
import fr.forment.french.French;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * A process with where its cases stand. Figures are counts of cases, never of people.
 *
 * @param one whether it is the process of one case; else of many, which {@code of} names ("écoles")
 */
public record Picture(
        String title, boolean one, String of, long running, long over, List<Step> steps, Drawing drawing) {

    /** Units of the drawing, of which one is a pixel. */
    private static final double WIDE = 320;

    private static final double HIGH = 240;
    private static final double SCREEN_WIDE = 1100;
    private static final double SCREEN_HIGH = 600;
    private static final int MOST_DETAILS = 3;

    /** @param frame what of the drawing is seen */
    public record Detail(Step step, Box frame, List<Step> steps, List<Drawing.Flow> flows) {}

    /**
     * @param since null where no case is there
     * @param failed of those that are there, where FormENT gave the step up after all tries
     */
    public record Step(Drawing.Node node, long now, ZonedDateTime since, long passed, long failed) {

        public boolean isHere() {
            return now > 0;
        }

        /** What is told where FormENT could not go on. @param one of one case */
        public String trouble(boolean one) {
            return one || failed == now
                    ? FailedSteps.TOLD + "."
                    : failed + " : " + French.inSentence(FailedSteps.TOLD) + ".";
        }

        public String css() {
            return now > 0 ? "here" : passed > 0 ? "passed" : "ahead";
        }
    }

    /** Wider or higher than a screen shows at once: what is around today's step is drawn first. */
    public boolean isLarge() {
        return drawing.width() > SCREEN_WIDE || drawing.height() > SCREEN_HIGH;
    }

    public boolean isEmpty() {
        return running + over == 0;
    }

    /** Where cases are now: those that came first on top. A group of steps says no more than the steps in it. */
    public List<Step> here() {
        return steps.stream()
                .filter(step -> step.isHere() && step.node().kind() != NodeKind.GROUP)
                .sorted(Comparator.comparing(Step::since))
                .toList();
    }

    /**
     * The drawing around each step where cases are, no larger than a telephone: the whole is too wide to find them in.
     * A few: where many steps are at work at once, they are told above.
     */
    public List<Detail> details() {
        return here().stream().limit(MOST_DETAILS).map(this::around).toList();
    }

    private Detail around(Step step) {
        Box box = step.node().box();
        Box frame = new Box(box.middleX() - WIDE / 2, box.middleY() - HIGH / 2, WIDE, HIGH);
        return new Detail(
                step,
                frame,
                steps.stream().filter(each -> frame.touches(each.node().box())).toList(),
                drawing.flows().stream()
                        .filter(flow -> frame.touches(flow.extent()))
                        .toList());
    }

    /** All steps a case has been at or is at, from left to right: what is ahead is in the picture. */
    public List<Step> met() {
        return steps.stream()
                .filter(step -> step.isHere() || step.passed() > 0)
                .filter(step ->
                        step.node().kind() != NodeKind.GROUP && step.node().kind() != NodeKind.JOIN)
                .toList();
    }
}
