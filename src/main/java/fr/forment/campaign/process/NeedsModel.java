package fr.forment.campaign.process;

/** The names of the models that code needs. Public: instances may wait at them for weeks, so they are never renamed. */
final class NeedsModel {

    static final String CAMPAIGN = "needsCampaign";
    static final String SURVEY = "needsSurvey";
    static final String CALCULATION = "gridCalculation";
    static final String ANSWER = "answer";
    static final String ALL_ANSWERED = "needsCampaign.allAnswered";
    static final String PAUSED = "needsCampaign.paused";
    static final String RESUMED = "needsCampaign.resumed";
    static final String DEADLINE_MOVED = "needsCampaign.deadlineMoved";
    static final String REPLANNED = "needsCampaign.replanned";
    static final String CALLED_OFF = "needsCampaign.calledOff";
    static final String CLOSED = "needsSurvey.closed";

    private NeedsModel() {}
}
