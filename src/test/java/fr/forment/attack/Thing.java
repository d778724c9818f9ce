package fr.forment.attack;

/** What an id may name. */
public enum Thing {
    PERSON("999999999"),
    TRAINER("999999999"),
    GIVER("999999999"),
    DELEGATE("999999999"),
    SCHOOL("0999999F"),
    CIRCONSCRIPTION("0999998E"),
    SESSION("999999999"),
    HELD_SESSION("999999999"),
    ENROLMENT("999999999"),
    HELD_ENROLMENT("999999999"),
    ATTESTATION("2026-000000-AAAA"),
    PROJECT("999999999"),
    VAGUE("999999999"),
    PLAN("999999999"),
    DRAFT_PLAN("999999999"),
    LINE("999999999"),
    CAMPAIGN("999999999"),
    OPEN_CAMPAIGN("999999999"),
    DRAFT_CAMPAIGN("999999999"),
    SURVEY("999999999"),
    GRID_LINE("999999999"),
    ARRIVAL("999999999"),
    DEPARTURE("999999999"),
    DELEGATION("999999999"),
    LIST("999999999"),
    UNMATCHED_LIST("999999999"),
    WRITTEN_LIST("999999999"),
    HOURS_LINE("999999999"),
    MATERIAL("999999999"),
    RELEASE("999999999"),
    DRAFT("999999999"),
    TRAINER_WEEK("999999999"),
    ABSENCE("999999999"),
    CERTIFICATION("999999999"),
    ROOM("999999999"),
    CLOSURE("999999999"),
    BUNDLE("999999999"),
    EQUIPMENT("999999999"),
    BOOKING("999999999"),
    MEETING("999999999"),
    FAMILY_WORD("00000000-0000-0000-0000-000000000000"),
    TASK("00000000-0000-0000-0000-000000000000");

    private final String nobodys;

    Thing(String nobodys) {
        this.nobodys = nobodys;
    }

    /** One that could be and is not there. */
    String nobodys() {
        return nobodys;
    }

    boolean isNumber() {
        return nobodys.matches("\\d+");
    }
}
