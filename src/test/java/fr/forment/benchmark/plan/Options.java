package fr.forment.benchmark.plan;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** {@code --name=value}, each with a default. */
record Options(Map<String, String> given) {

    static Options of(String[] args) {
        Map<String, String> given = new LinkedHashMap<>();
        Arrays.stream(args)
                .filter(arg -> arg.matches("--\\w+=.*"))
                .forEach(arg -> given.put(arg.substring(2, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1)));
        return new Options(given);
    }

    Path instances() {
        return Path.of(given.getOrDefault("instances", Instances.OF_TESTS.toString()));
    }

    /** Where JSON of facts and plan is written; null: nowhere. */
    Path out() {
        return given.containsKey("out") ? Path.of(given.get("out")) : null;
    }

    double seconds(double usual) {
        return Double.parseDouble(given.getOrDefault("seconds", String.valueOf(usual)));
    }

    /** So many, from 1 on, or those named with commas. */
    List<Long> seeds(int usual) {
        String seeds = given.getOrDefault("seeds", String.valueOf(usual));
        return seeds.contains(",")
                ? Arrays.stream(seeds.split(",")).map(Long::valueOf).toList()
                : IntStream.rangeClosed(1, Integer.parseInt(seeds))
                        .mapToObj(Long::valueOf)
                        .toList();
    }

    /** Bars to measure, or names of circonscriptions; everything where nothing is named. */
    boolean wants(String option, String name) {
        return Arrays.stream(given.getOrDefault(option, name).split(",")).anyMatch(name::equals);
    }
}
