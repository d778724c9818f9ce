package fr.forment.project;

/**
 * What the opening of a school depends on, counted from people's training records.
 *
 * @param teacherShare percent of the teachers (direction not counted) who are trained; 100 where the direction is alone
 * @param threshold percent the project asks for
 * @param accountsReady the collectivité has declared the accounts of the school ready
 * @param networkReady the same of network and machines
 * @param waived the IEN granted a waiver
 */
public record GateFacts(
        boolean directorTrained,
        boolean resourcePersonTrained,
        int teacherShare,
        int threshold,
        boolean charterSigned,
        boolean accountsReady,
        boolean networkReady,
        boolean waived) {

    /** As if no waiver had been granted. */
    GateFacts unwaived() {
        return new GateFacts(
                directorTrained,
                resourcePersonTrained,
                teacherShare,
                threshold,
                charterSigned,
                accountsReady,
                networkReady,
                false);
    }
}
