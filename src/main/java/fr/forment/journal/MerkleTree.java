package fr.forment.journal;

import java.util.ArrayDeque;
import java.util.Deque;

/** The root of however many digests, in their order, keeping no more of them than the tree is high (RFC 6962). */
final class MerkleTree {

    private record Peak(int height, byte[] hash) {}

    private final Deque<Peak> peaks = new ArrayDeque<>();
    private int size;

    void add(byte[] digest) {
        Peak grown = new Peak(0, Digests.leaf(digest));
        while (!peaks.isEmpty() && peaks.peek().height() == grown.height()) {
            grown = new Peak(grown.height() + 1, Digests.node(peaks.pop().hash(), grown.hash()));
        }
        peaks.push(grown);
        size++;
    }

    int size() {
        return size;
    }

    /** Of none at all, zeros. */
    byte[] root() {
        byte[] root = null;
        for (Peak peak : peaks) { // the lowest, to the right, first
            root = root == null ? peak.hash() : Digests.node(peak.hash(), root);
        }
        return root == null ? new byte[Digests.SIZE] : root;
    }
}
