package fr.forment.engine;

import java.util.ArrayList;
import java.util.List;

/** Words in lines: SVG breaks none by itself. */
public record Label(List<Line> lines) {

    /** @param y of the foot of the letters */
    public record Line(double x, double y, String text) {}

    static final double SIZE = 11;
    private static final double HEIGHT = 13;
    /** Of an ordinary letter, beside its size. */
    private static final double LETTER = 0.56;

    static final Label NONE = new Label(List.of());

    /** In the middle of a box. */
    static Label within(String text, Box box) {
        return at(text, box.middleX(), box.middleY(), box.width() - 8);
    }

    /** From the top of a box on, centred; the box may be lower than what is said. */
    static Label under(String text, Box box) {
        List<String> said = lines(text, Math.max(box.width(), 60));
        return placed(said, box.middleX(), box.y() + HEIGHT - 3);
    }

    /** The same of what stands above a shape: however many lines there are, the last ends before it. */
    static Label above(String text, Box box, double top) {
        Label usual = under(text, box);
        double last = usual.lines.get(usual.lines.size() - 1).y();
        double lift = Math.max(0, last + 3 - top);
        return new Label(usual.lines.stream()
                .map(line -> new Line(line.x(), line.y() - lift, line.text()))
                .toList());
    }

    private static Label at(String text, double x, double y, double width) {
        List<String> said = lines(text, width);
        return placed(said, x, y - (said.size() - 1) * HEIGHT / 2 + SIZE * 0.35);
    }

    private static Label placed(List<String> said, double x, double first) {
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < said.size(); n++) {
            lines.add(new Line(x, first + n * HEIGHT, said.get(n)));
        }
        return new Label(List.copyOf(lines));
    }

    private static List<String> lines(String text, double width) {
        int most = Math.max(6, (int) (width / (SIZE * LETTER)));
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
