package fr.forment.plan.process;

/** Names of {@code trainingPlan.bpmn} that code needs. */
final class TrainingPlanModel {

    static final String PROCESS = "trainingPlan";
    static final String APPROVE = "approve";

    private TrainingPlanModel() {}
}
