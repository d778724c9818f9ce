package fr.forment.engine;

import java.util.List;

/** A model as it is drawn, in the coordinates of its own diagram interchange. */
public record Drawing(
        String name, List<Node> nodes, List<Flow> flows, double x, double y, double width, double height) {

    /** @param label where its name stands; of a task and a step inside it, of an event or a question beside it */
    public record Node(String id, NodeKind kind, Box box, Label label, String name) {}

    /** @param extent the smallest box around its line */
    public record Flow(String points, Box extent, Label label) {}
}
