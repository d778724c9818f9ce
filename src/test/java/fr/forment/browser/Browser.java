package fr.forment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import fr.forment.PlainPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * One person's browser, in the words of a person: sign in, open a task, fill a field, finish. Waits for conditions,
 * never for time.
 */
class Browser implements AutoCloseable {

    /** What an element says, with the apostrophes and spaces of a keyboard. */
    private static final String SAID = "translate(normalize-space(), \"’\u00a0\u202f\", \"'  \")";

    static final String PASSWORD = "Bienvenue-a-tous-2026";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;
    private final String home;
    private final WebDriverWait wait;

    Browser(int port) {
        var options = new ChromeOptions();
        options.setBinary(BrowserIsInstalled.CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=fr-FR",
                "--window-size=1500,1400");
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(BrowserIsInstalled.DRIVER.toFile())
                .build();
        driver = new ChromeDriver(service, options);
        home = "http://127.0.0.1:" + port;
        wait = new WebDriverWait(driver, PATIENCE);
        // a page that is replaced while it is read has not answered yet
        wait.ignoring(StaleElementReferenceException.class).ignoring(ElementClickInterceptedException.class);
    }

    /** From here on the screen is a telephone's: 360 by 740, touched. */
    Browser asTelephone() {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
        return this;
    }

    Browser signIn(String login) {
        driver.get(home + "/login");
        driver.findElement(By.id("username")).sendKeys(login);
        driver.findElement(By.id("password")).sendKeys(PASSWORD, Keys.ENTER);
        await(ExpectedConditions.presenceOfElementLocated(By.cssSelector("form.me")));
        return this;
    }

    Browser open(String path) {
        driver.get(home + path);
        return this;
    }

    Browser waitsFor(String text) {
        await(now -> pageText().contains(text));
        return this;
    }

    /** What the server refused since the last question, as the browser noted it. */
    List<String> refused() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(each -> each.contains("Failed to load"))
                .toList();
    }

    String pageText() {
        return PlainPages.plain(driver.findElement(By.tagName("body")).getText());
    }

    /**
     * Fills a field of a Camunda Form by its key, and waits until the form has taken it; types once more where the form
     * was drawn anew meanwhile.
     */
    Browser answer(String key, String value) {
        await(now -> {
            WebElement field = field(key);
            if (!value.equals(field.getDomProperty("value"))) {
                field.sendKeys(Keys.chord(Keys.CONTROL, "a"), value, Keys.TAB);
            }
            return value.equals(field.getDomProperty("value"));
        });
        return this;
    }

    /** Chooses an option of a radio group of a Camunda Form by its French label. */
    Browser choose(String groupLabel, String optionLabel) {
        By option = By.xpath("//div[contains(@class,'fjs-form-field-radio')][.//*[contains(" + SAID + ", \""
                + groupLabel + "\")]]" + "//label[contains(" + SAID + ", \"" + optionLabel + "\")]");
        return chosen(option);
    }

    /** Ticks a box of a checklist of a Camunda Form by its French label. */
    Browser check(String optionLabel) {
        By option = By.xpath(
                "//div[contains(@class,'fjs-form-field-checklist') or contains(@class,'fjs-form-field-checkbox')]//label[contains("
                        + SAID + ", \"" + optionLabel + "\")]");
        return chosen(option);
    }

    /** Chooses in a list of a Camunda Form by its French labels. */
    Browser select(String fieldLabel, String optionLabel) {
        String field = "//div[contains(@class,'fjs-form-field-select')][.//label[contains(" + SAID + ", \"" + fieldLabel
                + "\")]]";
        clicks(By.xpath(field + "//*[contains(@class,'fjs-input-group')]"));
        clicks(By.xpath(field + "//*[contains(@class,'fjs-dropdownlist-item')][contains(" + SAID + ", \"" + optionLabel
                + "\")]"));
        await(ExpectedConditions.textToBePresentInElementLocated(
                By.xpath(field + "//*[contains(@class,'fjs-input-group')]"), optionLabel));
        return this;
    }

    /** Types today's date into a date field of a Camunda Form, as its label names it. */
    Browser pickToday(String fieldLabel) {
        String box = "//div[contains(@class,'fjs-form-field-datetime')][.//label[contains(" + SAID + ", \"" + fieldLabel
                + "\")]]//input[contains(@class,'fjs-input')]";
        clicks(By.xpath(box));
        clicks(By.cssSelector(".flatpickr-calendar.open .flatpickr-day.today"));
        await(now -> !driver.findElement(By.xpath(box)).getDomProperty("value").isBlank());
        return this;
    }

    /** Waits for something the house has written down. */
    Browser waitsUntil(Supplier<Boolean> written) {
        await(now -> written.get());
        return this;
    }

    private WebElement field(String key) {
        return await(ExpectedConditions.visibilityOfElementLocated(
                By.xpath("//*[(self::input or self::textarea) and contains(@id, '-" + key + "')]")));
    }

    /** Ends the task that is open in Tasklist. */
    Browser finishTask() {
        return press("Terminer");
    }

    /** Opens a task of which the person has taken charge before, perhaps on another computer. */
    Browser openOwnTask(String filter, String name) {
        openList(filter, name);
        await(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".fjs-container")));
        return this;
    }

    /** The field of a Camunda Form holds this. */
    Browser holds(String key, String value) {
        await(ExpectedConditions.attributeToBe(field(key), "value", value));
        return this;
    }

    Browser press(String button) {
        clicks(By.xpath("//button[normalize-space()='" + button + "']"));
        return this;
    }

    /** Opens Tasklist at a filter, then the first task whose name contains the text, and takes charge of it. */
    Browser openTask(String filter, String name) {
        openList(filter, name);
        await(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".fjs-container")));
        clicks(By.xpath("//*[self::a or self::button][normalize-space()='Prendre en charge']"));
        await(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(".disabled-form")));
        return this;
    }

    /** Opens the form that starts this process, from the head of Tasklist: the first of two clicks. */
    Browser startForm(String process) {
        driver.get(home + "/camunda/app/tasklist/default/");
        clicks(By.xpath("//a[contains(normalize-space(), 'Commencer une démarche')]"));
        clicks(By.xpath("//div[contains(@class,'modal')]//a[contains(" + SAID + ", \"" + process + "\")]"));
        await(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".fjs-container")));
        return this;
    }

    /** Names of the processes that this person may start. */
    List<String> startable() {
        driver.get(home + "/camunda/app/tasklist/default/");
        clicks(By.xpath("//a[contains(normalize-space(), 'Commencer une démarche')]"));
        await(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".modal-body")));
        By names = By.cssSelector(".modal-body .start-process-name, .modal-body ul.processes a, .modal-body li a");
        await(now -> !driver.findElements(names).isEmpty());
        return driver.findElements(names).stream()
                .map(WebElement::getText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** The second click. */
    Browser finishStart() {
        clicks(By.xpath("//div[contains(@class,'modal-footer')]//button[contains(@class,'btn-primary')]"));
        return this;
    }

    /** Keeps what is on the screen under target/browser, for who wants to look. */
    Browser pictured(String name) {
        try {
            Files.write(
                    Files.createDirectories(Path.of("target", "browser")).resolve(name + ".png"),
                    ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES));
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void openList(String filter, String name) {
        driver.get(home + "/camunda/app/tasklist/default/");
        clicks(By.xpath("//*[contains(@class,'task-filters')]//a[contains(" + SAID + ", \"" + filter + "\")]"));
        clicks(By.xpath("//*[contains(@class,'tasks-list')]//*[contains(" + SAID.replace("space()", "space(text())")
                + ", \"" + name + "\")]"));
    }

    /** Reads above the form what is to be mended; the button that sends it is free all the while. */
    Browser waitsForProblem(String text) {
        await(ExpectedConditions.presenceOfElementLocated(
                By.xpath("//*[contains(@class,'forment-problems')][contains(" + SAID + ", \"" + text + "\")]")));
        return this;
    }

    /**
     * Goes to the field of a problem told above the form: the field that then has the focus, as its element's id names
     * it.
     */
    String goesToProblem(String text) {
        clicks(By.xpath("//*[contains(@class,'forment-problems')]//a[contains(" + SAID + ", \"" + text + "\")]"));
        await(now -> driver.switchTo().activeElement().getTagName().matches("input|textarea"));
        return driver.switchTo().activeElement().getDomAttribute("id");
    }

    /** Opens the link of this text, as the one of a mail is opened: in a tab that shows nothing yet. */
    Browser follow(String link) {
        String address = await(ExpectedConditions.presenceOfElementLocated(
                        By.xpath("//main//a[contains(" + SAID + ", \"" + link + "\")]")))
                .getDomProperty("href");
        driver.get("about:blank");
        driver.get(address);
        return this;
    }

    /** The form stands there, not greyed out. */
    Browser waitsForOpenForm() {
        await(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".fjs-container input")));
        await(now -> driver.findElements(By.cssSelector(".disabled-form, .ng-hide .fjs-container"))
                .isEmpty());
        return this;
    }

    /** How far down the page the first field of the form begins, in pixels. */
    long firstField() {
        return ((Number)
                        driver.executeScript(
                                "return Math.round(document.querySelector('.fjs-container input, .fjs-container textarea').getBoundingClientRect().top + scrollY)"))
                .longValue();
    }

    /** How far down its page the button stands, in pixels, however far one has scrolled. */
    long placeOf(String button) {
        return ((Number) driver.executeScript(
                        "let place = 0; for (let at = arguments[0]; at; at = at.offsetParent) { place += at.offsetTop; } return place;",
                        driver.findElement(By.xpath("//button[normalize-space()='" + button + "']"))))
                .longValue();
    }

    long numbersWithoutTheirKeyboard() {
        return driver.findElements(By.cssSelector(
                        ".fjs-form-field-number input:not([inputmode=numeric]):not([inputmode=decimal])"))
                .size();
    }

    /** From the top of one text of the form down to the top of the other. */
    long pixelsBetween(String above, String below) {
        String place = "//*[contains(@class,'fjs-form-field')][not(.//*[contains(@class,'fjs-form-field')])][contains("
                + SAID + ", \"%s\")]";
        return (long) driver.findElement(By.xpath(place.formatted(below))).getRect().y
                - driver.findElement(By.xpath(place.formatted(above))).getRect().y;
    }

    /** Fills a field of an own page. */
    Browser type(String name, String value) {
        WebElement field = await(ExpectedConditions.elementToBeClickable(By.name(name)));
        if (!"date".equals(field.getDomAttribute("type")) && !"select".equals(field.getTagName())) {
            field.clear();
        }
        field.sendKeys(value);
        return this;
    }

    /** Sends the form of an own page. */
    Browser sends() {
        clicks(By.cssSelector("main form[method=post] button[type=submit]"));
        return this;
    }

    Browser tick(String name) {
        driver.findElement(By.name(name)).click();
        return this;
    }

    Browser click(String link) {
        clicks(By.linkText(link));
        return this;
    }

    String typed(String name) {
        return await(ExpectedConditions.presenceOfElementLocated(By.name(name))).getDomProperty("value");
    }

    /** As after two hours: the server knows nobody under this session any more. */
    Browser losesTheConnection() {
        driver.manage().deleteCookieNamed("FORMENT");
        return this;
    }

    /** What a former person's pages left in this browser. */
    Browser leaves(String key, String value) {
        driver.executeScript("localStorage.setItem(arguments[0], arguments[1])", key, value);
        return this;
    }

    /** What this tab keeps by itself. */
    String kept() {
        return (String) driver.executeScript("return JSON.stringify(sessionStorage) + JSON.stringify(localStorage)");
    }

    /** Clicks into the first free field and leaves it, as somebody who looks. */
    Browser looksIntoAField() {
        driver.executeScript(
                "const field = [...document.querySelectorAll('.fjs-container input[type=text]:not([readonly])')][0]; field.scrollIntoView({ block: 'center' });");
        WebElement field = driver.findElements(By.cssSelector(".fjs-container input[type=text]:not([readonly])"))
                .get(0);
        field.click();
        field.sendKeys(Keys.TAB);
        return this;
    }

    boolean sees(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    boolean fitsItsWidth() {
        return (Boolean) driver.executeScript(
                "return document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    String title() {
        return driver.getTitle();
    }

    Browser goesBack() {
        driver.navigate().back();
        return this;
    }

    /** No accessibility violation that axe can see (WCAG 2.1 A and AA) on this page of ours. */
    Browser isAccessible() {
        List<Rule> violations = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze(driver)
                .getViolations();
        assertThat(violations)
                .as("axe on " + driver.getCurrentUrl())
                .extracting(Rule::getId)
                .isEmpty();
        return this;
    }

    /** What was on the screen when the wait was in vain stands in target/browser. */
    /** Finds it anew each time: a form may be drawn again between a look and a click. */
    private Browser clicks(By element) {
        await(now -> {
            WebElement found = driver.findElement(element);
            boolean ready = found.isDisplayed() && found.isEnabled();
            if (ready) {
                found.click();
            }
            return ready;
        });
        return this;
    }

    /** A box or a round button is chosen, whoever draws the form again meanwhile. */
    private Browser chosen(By label) {
        await(now -> {
            WebElement found = driver.findElement(label);
            WebElement box = found.findElement(By.tagName("input"));
            if (!box.isSelected()) {
                found.click();
            }
            return driver.findElement(label).findElement(By.tagName("input")).isSelected();
        });
        return this;
    }

    private <T> T await(Function<? super WebDriver, T> condition) {
        try {
            return wait.until(condition);
        } catch (TimeoutException inVain) {
            try {
                Path picture =
                        Files.createDirectories(Path.of("target", "browser")).resolve(System.nanoTime() + ".png");
                Files.write(picture, ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES));
                throw new AssertionError("Waited in vain, see " + picture, inVain);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
