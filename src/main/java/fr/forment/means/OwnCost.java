package fr.forment.means;

/** A line of cost that people added. @param cents of one */
public record OwnCost(String label, int quantity, long cents) {

    public long total() {
        return quantity * cents;
    }
}
