package fr.forment;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The file of H2 is everybody's data in clear, and a password would not change that: nobody but the account FormENT
 * runs under may read it. Seen to before H2 opens it, at each start; what cannot be done here H2 says by itself.
 */
class DataFolder implements EnvironmentPostProcessor {

    private static final Pattern FILE =
            Pattern.compile("jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:|split:|nio|async:)([^;]+).*");
    private static final String OURS = "rw-------";
    private static final String OUR_FOLDER = "rwx------";

    /** Who only reads makes no database where there is none. */
    private static final String READS_ONLY = "forment.reads-only";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        Matcher url = FILE.matcher(settings.getProperty("spring.datasource.url", ""));
        if (url.matches()
                && !settings.getProperty(READS_ONLY, Boolean.class, false)
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try {
                close(Path.of(url.group(1)
                                .replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home"))))
                        .toAbsolutePath());
            } catch (IOException cannot) {
                // a folder that cannot be written to: H2 is about to say so
            }
        }
    }

    static void close(Path database) throws IOException {
        Path folder = database.getParent();
        String name = database.getFileName().toString();
        Files.createDirectories(folder);
        Path file = database.resolveSibling(name + ".mv.db");
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OURS)));
        }
        boolean nothingElse = true;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                if (each.getFileName().toString().startsWith(name + ".")) {
                    Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(OURS));
                } else {
                    nothingElse = false;
                }
            }
        }
        if (nothingElse) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OUR_FOLDER));
        }
    }
}
