package fr.forment.assertions;

import java.util.List;

/** A calendar file as agendas read it: folded lines put together again. */
public record Ics(List<String> lines) {

    public static Ics of(String file) {
        return new Ics(List.of(file.replace("\r\n ", "").split("\r\n")));
    }

    public int sequence() {
        return Integer.parseInt(value("SEQUENCE"));
    }

    public String uid() {
        return value("UID");
    }

    String value(String name) {
        List<String> found = lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " lines " + name + " in " + lines);
        }
        return found.get(0);
    }
}
