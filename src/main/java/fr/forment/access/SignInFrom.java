package fr.forment.access;

/**
 * Where somebody tries to sign in from.
 *
 * @param place as it is counted
 * @param device what the browser shows of earlier sign-ins
 */
record SignInFrom(String place, String device) {}
