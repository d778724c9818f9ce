/**
 * FormENT attacked and broken on purpose: every hole and every breakdown that was once found stays here as a test.
 * {@code mvn verify} runs the short campaign; {@link fr.forment.attack.AttackCampaign} the long one. What is tested
 * from outside stands here, what needs the inside of a room stands in that room under the tag {@code attack}.
 */
package fr.forment.attack;
