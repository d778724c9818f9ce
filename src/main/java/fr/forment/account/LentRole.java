package fr.forment.account;

/**
 * A role lent for today by a delegation: it opens tasks and pages, and every act through it is signed with the
 * delegation's number.
 */
record LentRole(long delegationId, Role role, String perimeter) {

    AccountRole accountRole() {
        return new AccountRole(role, perimeter);
    }
}
