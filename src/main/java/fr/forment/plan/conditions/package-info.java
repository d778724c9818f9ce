/** What people said a plan rests on: brought to the calculation, and looked at again in each session. */
package fr.forment.plan.conditions;
