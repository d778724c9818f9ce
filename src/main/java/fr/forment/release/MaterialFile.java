package fr.forment.release;

import fr.forment.french.French;

/** A file of a material. {@code name}: as it is downloaded. */
public record MaterialFile(String name, FileKind kind, byte[] content) {

    /** Bytes; a film is shown from where it is kept. */
    public static final int LARGEST = 10 << 20;

    /** « PDF, 1,2 Mo » */
    String told() {
        double kilo = content.length / 1024.0;
        return kind.name() + ", "
                + (kilo < 1000
                        ? French.number(Math.max(1, Math.round(kilo))) + " Ko"
                        : French.number(Math.round(kilo / 102.4) / 10.0) + " Mo");
    }
}
