package fr.forment.campaign.web;

import fr.forment.campaign.AnswerPace;
import fr.forment.campaign.Campaign;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The rate of answers by day as a drawing: steps of a line over a frame of {@link #WIDTH} by {@link #HEIGHT}. The page
 * shows the same figures in a table, for those who do not see it.
 *
 * @param line points of the line, as SVG writes them
 * @param marks days to mark on the axis
 * @param thresholdY height of the threshold
 */
public record PacePlot(String line, List<Mark> marks, int thresholdY) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 200;

    /** @param last the deadline, not the opening */
    public record Mark(int x, LocalDate day, boolean last) {}

    static PacePlot of(Campaign campaign, AnswerPace pace) {
        LocalDate from = campaign.opensOn();
        LocalDate lastAnswer = pace.days().isEmpty()
                ? from
                : pace.days().get(pace.days().size() - 1).day();
        LocalDate to = lastAnswer.isAfter(campaign.deadline()) ? lastAnswer : campaign.deadline();
        long span = Math.max(1, ChronoUnit.DAYS.between(from, to));
        var line = new StringBuilder("0," + HEIGHT);
        int height = HEIGHT;
        for (AnswerPace.Day day : pace.days()) {
            int x = x(from, day.day(), span);
            line.append(' ').append(x).append(',').append(height);
            height = y(day.percent());
            line.append(' ').append(x).append(',').append(height);
        }
        line.append(' ').append(x(from, lastAnswer, span)).append(',').append(height);
        var marks = new ArrayList<Mark>();
        marks.add(new Mark(0, from, false));
        marks.add(new Mark(x(from, campaign.deadline(), span), campaign.deadline(), true));
        return new PacePlot(line.toString(), marks, y(campaign.threshold()));
    }

    private static int x(LocalDate from, LocalDate day, long span) {
        return (int) (Math.max(0, ChronoUnit.DAYS.between(from, day)) * WIDTH / span);
    }

    private static int y(int percent) {
        return HEIGHT - percent * HEIGHT / 100;
    }
}
