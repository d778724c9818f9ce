package fr.forment.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Debian's chromium and chromedriver, which {@code .ci/run} installs. */
class BrowserIsInstalled implements ExecutionCondition {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        return installed
                ? ConditionEvaluationResult.enabled("chromium is installed")
                : ConditionEvaluationResult.disabled(
                        "No browser: apt-get install chromium chromium-driver, then run again");
    }
}
