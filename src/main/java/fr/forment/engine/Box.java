package fr.forment.engine;

/** Where something is drawn, in the units of its model. */
public record Box(double x, double y, double width, double height) {

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double middleX() {
        return x + width / 2;
    }

    public double middleY() {
        return y + height / 2;
    }

    public boolean touches(Box other) {
        return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
    }

    /** Corners of the lozenge of a question. */
    public String lozenge() {
        return middleX() + "," + y + " " + right() + "," + middleY() + " " + middleX() + "," + bottom() + " " + x + ","
                + middleY();
    }
}
