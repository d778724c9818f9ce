package fr.forment.assertions;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** One appointment, as a calendar file tells it. */
public final class IcsAssert extends AbstractAssert<IcsAssert, Ics> {

    IcsAssert(Ics file) {
        super(file, IcsAssert.class);
    }

    public IcsAssert hasOneEvent() {
        isNotNull();
        Assertions.assertThat(actual.lines()).as("events").containsOnlyOnce("BEGIN:VEVENT");
        return this;
    }

    public IcsAssert hasMethod(String method) {
        return has("METHOD", method);
    }

    public IcsAssert hasStatus(String status) {
        return has("STATUS", status);
    }

    /** An appointment that stands: CONFIRMED or, while it is not sure, TENTATIVE. */
    public IcsAssert isPublishedAs(String status) {
        return hasOneEvent().hasMethod("PUBLISH").hasStatus(status);
    }

    public IcsAssert isCancelled() {
        return hasOneEvent().hasMethod("CANCEL").hasStatus("CANCELLED");
    }

    public IcsAssert withSequence(int sequence) {
        return has("SEQUENCE", String.valueOf(sequence));
    }

    /** The same appointment, told again: an agenda replaces the one by the other. */
    public IcsAssert replaces(Ics former) {
        isNotNull();
        Assertions.assertThat(actual.uid()).as("UID").isEqualTo(former.uid());
        Assertions.assertThat(actual.sequence()).as("SEQUENCE").isGreaterThan(former.sequence());
        return this;
    }

    /** Universal time, as it is written: {@code 20261118T130000Z}. */
    public IcsAssert startsAt(String instant) {
        return has("DTSTART", instant);
    }

    public IcsAssert endsAt(String instant) {
        return has("DTEND", instant);
    }

    /** The reader is free at that hour: he watches, and is not expected. */
    public IcsAssert isForInformation() {
        has("TRANSP", "TRANSPARENT");
        Assertions.assertThat(actual.value("SUMMARY")).as("SUMMARY").startsWith("Pour information");
        return this;
    }

    public IcsAssert takesTheReadersTime() {
        isNotNull();
        Assertions.assertThat(actual.lines()).noneMatch(line -> line.contains("TRANSPARENT"));
        return this;
    }

    public IcsAssert has(String name, String value) {
        isNotNull();
        Assertions.assertThat(actual.value(name)).as(name).isEqualTo(value);
        return this;
    }
}
